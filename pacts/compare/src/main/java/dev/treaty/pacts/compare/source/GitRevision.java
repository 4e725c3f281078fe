package dev.treaty.pacts.compare.source;

import dev.treaty.pacts.compare.interaction.ContractFile;
import java.nio.file.Path;
import java.util.List;

/**
 * The contracts that are committed in a revision.
 *
 * @param folder of the contracts, relative to the current one
 */
record GitRevision(Git git, String revision, String folder) implements ContractSource {

    @Override
    public List<ContractFile> contracts() {
        var files = git.files(revision, folder).stream()
                .filter(file -> file.name().endsWith(".json"))
                .toList();
        if (files.isEmpty()) {
            throw git.submodule(revision, Path.of(folder))
                    .map(submodule -> UnknownSource.inSubmodule(revision, folder, submodule))
                    .orElseGet(() -> UnknownSource.noContracts(revision, folder));
        }
        return files.parallelStream()
                .map(file -> ContractReader.read(Path.of(revision + ":" + file.name()), git.text(file)))
                .toList();
    }
}
