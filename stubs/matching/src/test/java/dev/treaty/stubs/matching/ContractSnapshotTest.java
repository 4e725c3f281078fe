package dev.treaty.stubs.matching;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractSnapshotTest {

    @Test
    void a_contract_that_stays_the_same_is_not_indexed_again() {
        var kept = file("kept", "p", get("/kept", "kept"));
        var other = file("other", "q", get("/x", "x"));
        var before = ContractSnapshot.of(List.of(kept, other), StateFilter.ALL);

        var after = before.with(List.of(kept, file("other", "q", get("/x", "y"))));

        assertThat(after.provider("p")).containsSame(before.provider("p").orElseThrow());
        assertThat(after.provider("q").orElseThrow())
                .isNotSameAs(before.provider("q").orElseThrow());
        assertThat(after.interactions().findFirst())
                .isEqualTo(before.interactions().findFirst());
    }

    private static PactFile file(String consumer, String provider, String... interactions) {
        return PactFile.parse(Path.of(consumer + "-" + provider + ".json"), pact(consumer, provider, interactions));
    }
}
