package dev.treaty.stubs.matching;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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

    @Test
    void contracts_are_kept_wherever_others_are_added_or_removed() {
        var files = IntStream.range(0, 137)
                .mapToObj(i -> file("c" + i, "p" + i % 9, get("/x" + i, "x"), get("/y" + i, "y")))
                .toList();
        var before = ContractSnapshot.of(files, StateFilter.ALL);
        var changed = new ArrayList<>(files);
        changed.remove(70);
        changed.add(70, file("c70", "p7", get("/x70", "another")));
        changed.add(0, file("first", "p0", get("/first", "first")));
        changed.add(30, file("between", "p1", get("/between", "between")));
        changed.add(file("last", "p2", get("/last", "last")));

        var after = before.with(changed);

        var kept = identities(after);
        kept.retainAll(identities(before));
        assertThat(kept).hasSize(2 * 136);
        assertThat(after.files()).containsExactlyElementsOf(changed);
        assertThat(after.interactions().map(interaction -> interaction.origin().order()))
                .isSorted();
        assertThat(after.provider("p8")).containsSame(before.provider("p8").orElseThrow());
    }

    @Test
    void there_is_room_for_any_number_of_contracts_at_one_place() {
        var first = file("first", "p", get("/first", "x"));
        var last = file("last", "p", get("/last", "x"));
        var files = new ArrayList<>(List.of(first, last));
        var snapshot = ContractSnapshot.of(files, StateFilter.ALL);
        for (var i = 0; i < 40; i++) {
            files.add(1, file("c" + i, "p", get("/x" + i, "x")));
            snapshot = snapshot.with(files);
        }

        assertThat(snapshot.files()).containsExactlyElementsOf(files);
        assertThat(snapshot.interactions()
                        .map(interaction -> interaction.origin().order()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static Set<ReplayedInteraction> identities(ContractSnapshot snapshot) {
        var identities = Collections.<ReplayedInteraction>newSetFromMap(new IdentityHashMap<>());
        snapshot.interactions().forEach(identities::add);
        return identities;
    }

    private static PactFile file(String consumer, String provider, String... interactions) {
        return PactFile.parse(Path.of(consumer + "-" + provider + ".json"), pact(consumer, provider, interactions));
    }
}
