package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The server carries the contracts of this repository on its class path. */
class CarriedContractsTest {

    @Test
    void the_server_carries_all_contracts_of_this_repository() {
        assertThat(PactFile.onClassPath())
                .extracting(CarriedContractsTest::summary)
                .isEqualTo(PactFile.load(List.of(Path.of("../../pacts"))).stream()
                        .map(CarriedContractsTest::summary)
                        .toList());
    }

    private static String summary(PactFile file) {
        return "%s: %d of %s with %s"
                .formatted(file.path().getFileName(), file.interactions().size(), file.consumer(), file.provider());
    }
}
