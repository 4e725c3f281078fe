package dev.treaty.stubs.server;

import dev.treaty.pacts.Contracts;
import dev.treaty.stubs.replay.PactFile;
import java.nio.file.Path;
import java.util.List;

/** The contracts of this repository, which the jar carries. */
final class PackagedContracts {

    private PackagedContracts() {}

    static List<PactFile> load() {
        return Contracts.committed().all().stream()
                .map(contract -> PactFile.parse(Path.of(contract.name() + ".json"), contract.json()))
                .toList();
    }
}
