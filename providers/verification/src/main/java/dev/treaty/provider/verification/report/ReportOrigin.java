package dev.treaty.provider.verification.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * When a report was made, and from which commit of this repository.
 *
 * @param commit e.g. {@code "9aa337b01c2d, with uncommitted changes"}; empty if it is unknown, e.g. without Git
 */
public record ReportOrigin(Instant made, Optional<String> commit) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final String DIRTY = "-dirty";

    /** Now, from the commit that is checked out in a folder. */
    public static ReportOrigin now(Path folder) {
        return new ReportOrigin(Instant.now(), commit(folder));
    }

    private static Optional<String> commit(Path folder) {
        try {
            var git = new ProcessBuilder(
                            "git", "describe", "--always", "--dirty=" + DIRTY, "--exclude=*", "--abbrev=12")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var commit = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0
                    ? Optional.of(commit.replace(DIRTY, ", with uncommitted changes"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // a source archive, or a machine without Git
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** E.g. {@code "2026-11-29 07:10 UTC, commit 9aa337b01c2d"}. */
    @Override
    public String toString() {
        return MINUTES.format(made) + commit.map(", commit "::concat).orElse("");
    }
}
