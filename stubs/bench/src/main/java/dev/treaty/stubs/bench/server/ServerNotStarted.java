package dev.treaty.stubs.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.treaty.pacts.errors.TreatyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server ended, or did not respond correctly in time. */
public final class ServerNotStarted extends TreatyException {

    private static final int SHOWN = 10;

    private ServerNotStarted(String what, List<String> command, Path log) {
        super(
                what,
                "%s, which ends with:\n%s".formatted(log, end(log)),
                "run it yourself: " + String.join(" ", command));
    }

    static ServerNotStarted ended(String server, int exitCode, List<String> command, Path log) {
        var what = "%s ended with exit code %d before it responded.".formatted(server, exitCode);
        return new ServerNotStarted(what, command, log);
    }

    static ServerNotStarted timedOut(
            String server, Duration limit, String lastOutcome, List<String> command, Path log) {
        var what = "%s did not respond correctly within %d s; the last attempt: %s."
                .formatted(server, limit.toSeconds(), lastOutcome);
        return new ServerNotStarted(what, command, log);
    }

    static ServerNotStarted withoutArchive(Path archive, List<String> command, Path log) {
        return new ServerNotStarted("The run that makes %s left none.".formatted(archive), command, log);
    }

    private static String end(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
            return lines.isEmpty()
                    ? "           (nothing)"
                    : lines.stream()
                            .skip(Math.max(0, lines.size() - SHOWN))
                            .map(line -> "           " + line)
                            .collect(joining("\n"));
        } catch (IOException e) {
            return "           (unreadable: %s)".formatted(e.getMessage());
        }
    }
}
