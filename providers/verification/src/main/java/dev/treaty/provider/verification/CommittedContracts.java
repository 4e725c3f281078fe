package dev.treaty.provider.verification;

import dev.treaty.pacts.Contracts;
import dev.treaty.stubs.replay.PactFile;
import java.nio.file.Path;
import java.util.List;

/** The contracts of this repository, which are on the class path because the jar of {@code pacts} is. */
final class CommittedContracts implements ContractSource {

    @Override
    public List<LoadedContract> with(String provider) {
        return files(provider).stream()
                .map(file -> LoadedContract.of(file, "pacts/" + file.path()))
                .toList();
    }

    @Override
    public String place() {
        return "pacts/";
    }

    static List<PactFile> files(String provider) {
        return Contracts.committed().ofProvider(provider).stream()
                .map(contract -> PactFile.parse(Path.of(contract.name() + ".json"), contract.json()))
                .toList();
    }
}
