package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * Reads contracts: {@link PactFileCheck} finds what pact-jvm would fail on or ignore, then {@link PactLoader} lets pact-jvm read
 * them.
 */
final class PactFileReader {

    private final JsonFactory json = new JsonFactory();

    /** Reads files, and the {@code .json} files directly inside folders, in parallel. */
    List<ReadAttempt> read(Collection<Path> filesOrFolders) {
        // At its first body, pact-jvm loads a table of all media types; do that while the text is being checked
        ForkJoinPool.commonPool().execute(OptionalBody::missing);
        return filesOrFolders.stream().map(this::filesOf).flatMap(List::stream).toList().parallelStream()
                .map(this::attempt)
                .toList();
    }

    V4Pact parse(Path path, String text) {
        return new PactLoader(path, text, json).load(PactFileCheck.check(path, text, json));
    }

    /** The file itself, or the files in a folder. If the path is neither, reading it reports why. */
    List<Path> filesOf(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        var files = jsonFilesIn(path);
        return files.isEmpty() ? List.of(path) : files;
    }

    private static List<Path> jsonFilesIn(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private ReadAttempt attempt(Path path) {
        try {
            return ReadAttempt.succeeded(path, parse(path, text(path)));
        } catch (UnreadablePactFile e) {
            return ReadAttempt.failed(e);
        }
    }

    private static String text(Path path) {
        if (Files.notExists(path)) {
            throw UnreadablePactFile.missing(path);
        }
        if (Files.isDirectory(path)) {
            throw UnreadablePactFile.emptyFolder(path);
        }
        try {
            return Files.readString(path);
        } catch (MalformedInputException e) {
            throw UnreadablePactFile.unreadable(path, "it is not text in UTF-8");
        } catch (IOException e) {
            throw UnreadablePactFile.unreadable(path, e.getClass().getSimpleName());
        }
    }
}
