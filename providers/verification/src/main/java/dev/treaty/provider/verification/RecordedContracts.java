package dev.treaty.provider.verification;

import dev.treaty.pacts.Contracts;
import dev.treaty.stubs.replay.PactFile;
import java.nio.file.Path;
import java.util.List;

/** The contracts of this repository, as pact-jvm reads them. */
final class RecordedContracts {

    private RecordedContracts() {}

    /** Every contract with a provider. */
    static List<PactFile> files(String provider) {
        return Contracts.committed().ofProvider(provider).stream()
                .map(contract -> PactFile.parse(Path.of(contract.name() + ".json"), contract.json()))
                .toList();
    }

    /** Every interaction that anybody recorded with a provider. */
    static List<ContractInteraction> with(String provider) {
        return files(provider).stream()
                .flatMap(contract -> contract.interactions().stream()
                        .map(interaction -> new ContractInteraction(
                                contract.path().toString(), contract.consumer(), provider, interaction)))
                .toList();
    }
}
