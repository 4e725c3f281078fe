package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jar of contracts, which the server has on its class path, is complete. */
class PackagedContractsTest {

    @Test
    void all_contracts_of_this_repository_are_packaged() {
        assertThat(PactFile.onClassPath())
                .extracting(PackagedContractsTest::summary)
                .isEqualTo(PactFile.load(List.of(Path.of("../../pacts"))).stream()
                        .map(PackagedContractsTest::summary)
                        .toList());
    }

    private static String summary(PactFile file) {
        return "%s: %d of %s with %s"
                .formatted(file.path().getFileName(), file.interactions().size(), file.consumer(), file.provider());
    }
}
