package dev.treaty.pacts.broker.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The git repository that a folder is in, if it is in one and there is a git command. */
final class GitRepository {

    private static final int SECONDS = 10;

    private final Path folder;

    GitRepository(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The full id of the commit that is checked out. */
    Optional<String> commit() {
        return run("rev-parse", "--verify", "-q", "HEAD");
    }

    /** The branch that is checked out; empty if a commit is checked out without a branch, as most CI servers do. */
    Optional<String> branch() {
        return run("symbolic-ref", "--short", "-q", "HEAD");
    }

    /** The default branch of {@code origin}, as known since the repository was cloned. */
    Optional<String> mainBranch() {
        return run("symbolic-ref", "--short", "-q", "refs/remotes/origin/HEAD")
                .map(name -> name.replaceFirst("^origin/", ""));
    }

    /** Those of the files that differ from the commit, or are not in it; ignored files are not considered. */
    List<String> changed(List<Path> files) {
        var command = new ArrayList<>(List.of("status", "--porcelain", "--"));
        files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        return run(command.toArray(String[]::new)).stream()
                .flatMap(String::lines)
                .map(line -> line.substring(Math.min(3, line.length())))
                .toList();
    }

    /** What a command prints; empty if it prints nothing or fails. */
    private Optional<String> run(String... arguments) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            try (var output = process.inputReader(UTF_8)) {
                var text = output.lines().collect(Collectors.joining("\n")).stripTrailing();
                return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                        ? Optional.of(text).filter(printed -> !printed.isEmpty())
                        : Optional.empty();
            }
        } catch (IOException e) { // there is no git command, or no such folder
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
