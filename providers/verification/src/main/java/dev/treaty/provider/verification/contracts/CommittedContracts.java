package dev.treaty.provider.verification.contracts;

import dev.treaty.pacts.files.PactFile;
import java.util.List;

/** The contracts of this repository, which are on the class path because the jar of module {@code pacts} is. */
public final class CommittedContracts implements ContractSource {

    CommittedContracts() {}

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

    /** The committed contracts with a provider. */
    public static List<PactFile> files(String provider) {
        return PactFile.onClassPath().stream()
                .filter(contract -> contract.provider().equals(provider))
                .toList();
    }
}
