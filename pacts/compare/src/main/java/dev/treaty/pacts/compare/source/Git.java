package dev.treaty.pacts.compare.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Runs git in a folder. */
final class Git {

    private final Path folder;

    /** @param folder the current one, usually; paths are relative to it */
    Git(Path folder) {
        this.folder = folder;
    }

    /** Whether git knows a revision; empty if there is no git. */
    Optional<Boolean> knows(String revision) {
        try {
            return Optional.of(
                    run(List.of("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{tree}"))
                                    .code()
                            == 0);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The files directly in a folder of a revision. */
    List<String> files(String revision, String path) {
        return Arrays.stream(output("ls-tree", "--name-only", "-z", revision, "--", path + "/")
                        .split("\0"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The text of a file in a revision. */
    String text(String revision, String path) {
        return output("show", "--no-textconv", revision + ":./" + path);
    }

    /** The last commit that two revisions have in common. */
    String mergeBase(String one, String other) {
        return output("merge-base", "--", one, other).strip();
    }

    private String output(String... arguments) {
        try {
            var result = run(List.of(arguments));
            if (result.code() != 0) {
                throw UnknownSource.gitFailed("git " + String.join(" ", arguments), result.error());
            }
            return result.output();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result run(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).directory(folder.toFile()).start();
        process.getOutputStream().close();
        var error = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        var output = text(process.getInputStream());
        try {
            return new Result(process.waitFor(), output, error.join().strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Result(int code, String output, String error) {}
}
