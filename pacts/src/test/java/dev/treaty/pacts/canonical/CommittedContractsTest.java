package dev.treaty.pacts.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract files of this repository, which are one folder above. */
class CommittedContractsTest {

    private static final Path CONTRACTS = Path.of("").toAbsolutePath();

    @Test
    void the_jar_contains_the_contracts_of_this_repository() {
        assertThat(PactFile.onClassPath())
                .extracting(file -> file.path().toString())
                .isEqualTo(PactFile.load(List.of(CONTRACTS)).stream()
                        .map(file -> file.path().getFileName().toString())
                        .toList());
        assertThat(ContractFile.pathsIn(CONTRACTS))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(PactFile.class.getResourceAsStream("/pacts/" + file.getFileName()))
                        .hasSameContentAs(Files.newInputStream(file)));
    }

    @Test
    void pact_jvm_reads_all_interactions() {
        var numbers = ContractFile.allIn(CONTRACTS).stream()
                .map(file -> file.document().interactions().size())
                .toList();

        assertThat(PactFile.onClassPath())
                .extracting(file -> file.interactions().size())
                .isEqualTo(numbers);
    }

    /** The Pact plugin and the Pact CLI publish every {@code .json} in this folder and below it. */
    @Test
    void publishing_this_folder_publishes_only_contracts() throws IOException {
        try (var files = Files.walk(CONTRACTS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".json"))
                            .sorted())
                    .isEqualTo(ContractFile.pathsIn(CONTRACTS));
        }
    }
}
