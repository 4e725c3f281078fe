package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.OptionalBody;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

/**
 * Reads contracts: {@link PactFileCheck} finds what pact-jvm would fail on or ignore, then {@link PactLoader} lets pact-jvm read
 * them.
 */
final class PactFileReader {

    private final JsonFactory json = new JsonFactory();

    PactFiles read(Collection<Path> filesOrFolders) {
        // At its first body, pact-jvm loads a table of all media types; do that while the text is being checked
        ForkJoinPool.commonPool().execute(OptionalBody::missing);
        var attempts = filesOrFolders.stream().map(this::filesOf).flatMap(List::stream).toList().parallelStream()
                .map(this::attempt)
                .toList();
        var readable = new ArrayList<PactFile>();
        var unreadable = new ArrayList<UnreadablePactFile>();
        for (var attempt : attempts) {
            attempt.read().ifPresent(readable::add);
            attempt.failure().ifPresent(unreadable::add);
        }
        return new PactFiles(readable, unreadable);
    }

    PactFile parse(Path path, String text) {
        var isV4 = PactFileCheck.check(path, text, json);
        var pact = new PactLoader(path, text, json).load(isV4);
        return new PactFile(
                path, pact.getConsumer().getName(), pact.getProvider().getName(), pact);
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

    private Attempt attempt(Path path) {
        try {
            return new Attempt(Optional.of(parse(path, text(path))), Optional.empty());
        } catch (UnreadablePactFile e) {
            return new Attempt(Optional.empty(), Optional.of(e));
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

    private record Attempt(Optional<PactFile> read, Optional<UnreadablePactFile> failure) {}
}
