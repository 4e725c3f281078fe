package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.Contracts;
import dev.treaty.pacts.files.PactFile;
import org.junit.jupiter.api.Test;

/** Two modules read the jar of contracts, and neither knows the other. */
class CarriedContractsTest {

    @Test
    void the_engine_finds_what_the_pacts_module_packs() {
        assertThat(PactFile.onClassPath())
                .extracting(file -> "%s: %d of %s with %s"
                        .formatted(file.path(), file.interactions().size(), file.consumer(), file.provider()))
                .containsExactlyElementsOf(Contracts.committed().all().stream()
                        .map(contract -> "%s.json: %d of %s with %s"
                                .formatted(
                                        contract.name(),
                                        contract.interactions().size(),
                                        contract.consumer(),
                                        contract.provider()))
                        .toList());
    }
}
