package dev.treaty.pacts.compare.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs git in a folder. */
final class Git {

    /** With {@code --quiet}, git says this of a revision that it does not know; of a repository that it cannot read, it says 128. */
    private static final int UNKNOWN_REVISION = 1;

    private static final int NO_COMMON_COMMIT = 1;

    /** What {@code ls-tree} says of a file: its mode, its ID and its name. */
    private static final Pattern ENTRY = Pattern.compile("[0-7]+ blob ([0-9a-f]+)\t(.*)", Pattern.DOTALL);

    /** The mode of a submodule, which is a commit of another repository. */
    private static final String SUBMODULE = "160000 ";

    private final Path folder;

    /** @param folder the current one, usually; paths are relative to it */
    Git(Path folder) {
        this.folder = folder;
    }

    /**
     * Whether git knows a revision.
     *
     * @throws UnknownSource if there is no git, or this is not a repository that it reads
     */
    boolean knows(String revision) {
        Result result;
        try {
            result = run(List.of("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{tree}"));
        } catch (IOException e) {
            throw UnknownSource.gitIsMissing(revision);
        }
        if (result.code() > UNKNOWN_REVISION) {
            throw UnknownSource.noRepository(revision, result.error());
        }
        return result.code() == 0;
    }

    /** Whether only the newest commits are there, as in most builds. */
    boolean isShallow() {
        return output("rev-parse", "--is-shallow-repository").strip().equals("true");
    }

    /** The files directly in a folder of a revision. */
    List<CommittedFile> files(String revision, String path) {
        return Arrays.stream(output("ls-tree", "-z", revision, "--", path + "/").split("\0"))
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .map(entry -> new CommittedFile(entry.group(2), entry.group(1)))
                .toList();
    }

    /** The text of a file; by its ID, because a repository without a working tree knows no relative paths. */
    String text(CommittedFile file) {
        return output("cat-file", "blob", file.id());
    }

    /** The submodule in which a path is; empty if the repository has the path itself, or has it not at all. */
    Optional<String> submodule(String revision, Path path) {
        return Stream.iterate(path.normalize(), Objects::nonNull, Path::getParent)
                .map(Path::toString)
                .filter(each -> !each.isEmpty())
                .filter(each -> result(List.of("ls-tree", revision, "--", each))
                        .output()
                        .startsWith(SUBMODULE))
                .findFirst();
    }

    /** The last commit that two revisions have in common; empty if this clone has none. */
    Optional<String> mergeBase(String one, String other) {
        var arguments = List.of("merge-base", "--", one, other);
        var result = result(arguments);
        if (result.code() == NO_COMMON_COMMIT) {
            return Optional.empty();
        }
        return Optional.of(output(arguments, result).strip());
    }

    private String output(String... arguments) {
        var all = List.of(arguments);
        return output(all, result(all));
    }

    private static String output(List<String> arguments, Result result) {
        if (result.code() != 0) {
            throw UnknownSource.gitFailed("git " + String.join(" ", arguments), result.error());
        }
        return result.output();
    }

    private Result result(List<String> arguments) {
        try {
            return run(arguments);
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

    /**
     * A file in a revision.
     *
     * @param name with the path, relative to the current folder
     * @param id of its content
     */
    record CommittedFile(String name, String id) {}

    private record Result(int code, String output, String error) {}
}
