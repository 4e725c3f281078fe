package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.V4Pact;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads contracts with pact-jvm, after {@link PactFileCheck} has found nothing that pact-jvm would trip over or pass by. */
final class PactFileReader {

    private final PactFileCheck check = new PactFileCheck();

    List<PactFile> read(Path path) {
        if (Files.notExists(path)) {
            throw UnreadablePactFile.missing(path);
        }
        if (!Files.isDirectory(path)) {
            return List.of(readFile(path));
        }
        var files = filesOf(path);
        if (files.isEmpty()) {
            throw UnreadablePactFile.emptyFolder(path);
        }
        return files.stream().map(this::readFile).toList();
    }

    private static List<Path> filesOf(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw UnreadablePactFile.unreadable(folder, e.getClass().getSimpleName());
        }
    }

    private PactFile readFile(Path path) {
        return parse(path, text(path));
    }

    PactFile parse(Path path, String json) {
        check.check(path, json);
        var pact = pact(path, json);
        return new PactFile(
                path, pact.getConsumer().getName(), pact.getProvider().getName(), pact);
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (MalformedInputException e) {
            throw UnreadablePactFile.unreadable(path, "it is not text in UTF-8");
        } catch (IOException e) {
            throw UnreadablePactFile.unreadable(path, e.getClass().getSimpleName());
        }
    }

    private static V4Pact pact(Path path, String json) {
        try {
            return DefaultPactReader.INSTANCE
                    .loadPact(new StringReader(json))
                    .asV4Pact()
                    .unwrap();
        } catch (RuntimeException e) {
            // Whatever pact-jvm dislikes, it throws without a position and in many types.
            throw UnreadablePactFile.broken(
                    path, UnreadablePactFile.Position.START, "pact-jvm refuses it (" + e.getMessage() + ")");
        }
    }
}
