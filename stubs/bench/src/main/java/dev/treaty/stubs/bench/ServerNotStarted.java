package dev.treaty.stubs.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server that ended, or gave no right answer in time. */
final class ServerNotStarted extends Exception {

    private static final int SHOWN = 10;

    private ServerNotStarted(String message) {
        super(message);
    }

    static ServerNotStarted ended(String server, int exitCode, List<String> command, Path log) {
        return new ServerNotStarted(
                message("%s ended with exit code %d before it answered.".formatted(server, exitCode), command, log));
    }

    static ServerNotStarted silent(String server, Duration limit, String seen, List<String> command, Path log) {
        return new ServerNotStarted(message(
                "%s gave no right answer within %d s; the last time: %s.".formatted(server, limit.toSeconds(), seen),
                command,
                log));
    }

    private static String message(String what, List<String> command, Path log) {
        return """
                %s
                  where: %s, which ends:
                %s
                  fix:   run it yourself: %s\
                """.formatted(what, log, end(log), String.join(" ", command));
    }

    private static String end(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
            return lines.isEmpty()
                    ? "           (nothing)"
                    : String.join(
                            "\n",
                            lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()).stream()
                                    .map(line -> "           " + line)
                                    .toList());
        } catch (IOException e) {
            return "           (it cannot be read: %s)".formatted(e.getMessage());
        }
    }
}
