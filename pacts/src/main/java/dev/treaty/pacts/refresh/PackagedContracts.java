package dev.treaty.pacts.refresh;

import dev.treaty.pacts.canonical.ContractFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The contracts in this module's jar: a copy of each file in the folder {@code pacts/}, and an index, because a class path can be
 * asked for a file but not for a list of files. {@code PactFile.onClassPath()} reads them.
 *
 * <p>The index is written last. If it is missing, the contracts were refused and the build stops.
 */
public final class PackagedContracts {

    private final Path folder;

    /** @param classes the directory that becomes the jar, {@code target/classes} */
    public PackagedContracts(Path classes) {
        this.folder = classes.resolve("pacts");
    }

    /** Removes the copies of an earlier build, so that no contract outlives its file. */
    public void clear() throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** Copies each contract of a directory and writes the index. */
    public void fill(Path contracts) throws IOException {
        var files = ContractFile.pathsIn(contracts);
        Files.createDirectories(folder);
        for (var file : files) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        Files.writeString(
                folder.resolve("index.txt"),
                files.stream().map(file -> file.getFileName() + "\n").collect(Collectors.joining()));
    }
}
