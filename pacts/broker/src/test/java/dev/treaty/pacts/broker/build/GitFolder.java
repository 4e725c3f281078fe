package dev.treaty.pacts.broker.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with a git repository, whose first branch is trunk. */
public record GitFolder(Path folder) {

    /** Commits everything in a folder; returns the id of the commit. */
    public static String commitAll(Path folder) throws IOException, InterruptedException {
        var git = new GitFolder(folder);
        git.run("init", "-q");
        git.run("add", ".");
        git.run("commit", "-q", "-m", "first");
        return git.run("rev-parse", "HEAD");
    }

    /** Runs a command; returns what it prints. */
    public String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "init.defaultBranch=trunk"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new AssertionError(output);
        }
        return output;
    }
}
