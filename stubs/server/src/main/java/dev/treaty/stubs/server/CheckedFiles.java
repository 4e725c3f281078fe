package dev.treaty.stubs.server;

import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.support.Json;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.UnreadablePactFile;
import dev.treaty.pacts.lint.Lint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pact files: those that load, and what is wrong with each.
 *
 * @param broken three lines each
 */
record CheckedFiles(List<PactFile> loaded, List<String> broken, List<ErrorMessage> findings) {

    /** Checks files, and the {@code .json} files directly in folders. */
    static CheckedFiles of(List<Path> paths) {
        var loaded = new ArrayList<PactFile>();
        var broken = new ArrayList<String>();
        for (var file : paths.stream().flatMap(CheckedFiles::files).toList()) {
            try {
                loaded.addAll(PactFile.load(List.of(file)));
            } catch (UnreadablePactFile e) {
                broken.add(e.getMessage());
            }
        }
        return new CheckedFiles(
                loaded,
                broken,
                loaded.stream().flatMap(file -> lint(file).stream()).toList());
    }

    /** The files of a folder one by one, so that a broken one does not stop the others from being checked. */
    private static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (var entries = Files.list(path)) {
            var files = entries.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
            return files.isEmpty() ? Stream.of(path) : files.stream(); // loading an empty folder is an error
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ErrorMessage> lint(PactFile file) {
        var json = Json.toJson(file.pact().toMap(PactSpecVersion.V4)).serialise();
        return Lint.findingsInAnyPact(file.path().toString(), json);
    }

    /** Three lines each. */
    List<String> problems() {
        return Stream.concat(broken.stream(), findings.stream().map(ErrorMessage::toString))
                .toList();
    }

    String summary() {
        return "%d broken files, %d findings".formatted(broken.size(), findings.size());
    }
}
