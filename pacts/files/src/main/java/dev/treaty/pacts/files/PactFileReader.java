package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.OptionalBody;
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
public final class PactFileReader {

    /** RFC 8259, section 8.1: a reader may ignore it, and some editors write it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final PactFileLimits limits;

    PactFileReader(PactFileLimits limits) {
        this.limits = limits;
    }

    /** Reads files, and the {@code .json} files directly inside folders, in parallel. */
    List<ReadAttempt> read(Collection<Path> filesOrFolders) {
        // At its first body, pact-jvm loads a table of all media types; do that while the text is being checked
        ForkJoinPool.commonPool().execute(OptionalBody::missing);
        return filesOrFolders.stream().map(this::filesOf).flatMap(List::stream).toList().parallelStream()
                .map(this::attempt)
                .toList();
    }

    /** @throws UnreadablePactFile whatever is wrong with it */
    ReadPact parse(Path path, String text) {
        var json = withoutMark(text);
        try {
            return new PactLoader(path, json, limits).load(PactFileCheck.check(path, json, limits));
        } catch (UnreadablePactFile e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw UnreadablePactFile.unforeseen(path, e);
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
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
            return ReadAttempt.succeeded(parse(path, text(path)));
        } catch (UnreadablePactFile e) {
            return ReadAttempt.failed(e);
        }
    }

    /** The text of a file, without the mark of the byte order. */
    public static String text(Path path) {
        if (Files.notExists(path)) {
            throw UnreadablePactFile.missing(path);
        }
        if (Files.isDirectory(path)) {
            throw UnreadablePactFile.emptyFolder(path);
        }
        try {
            return withoutMark(Files.readString(path));
        } catch (MalformedInputException e) {
            throw UnreadablePactFile.unreadable(path, "it is not text in UTF-8");
        } catch (IOException e) {
            throw UnreadablePactFile.unreadable(path, e.getClass().getSimpleName());
        }
    }
}
