package dev.treaty.stubs.mcp.contracts;

import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactSource;
import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.StateFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contracts that are asked about, as they are on disk now: an assistant edits files between two questions. */
public final class WatchedContracts {

    private static final Duration LONGEST_COMPARISON = Duration.ofSeconds(5);

    private final List<Path> paths;
    private @Nullable PactSource source;
    private @Nullable InteractionLookup lookup;
    private List<String> problems = List.of();

    /** @param paths files, and folders of files; if there are none, the contracts in this jar */
    public WatchedContracts(List<Path> paths) {
        this.paths = List.copyOf(paths);
    }

    /** The files and folders; none if the contracts are those in this jar. */
    List<Path> paths() {
        return paths;
    }

    /** The contracts that can be read; they are read when somebody first asks, and again once a file has changed. */
    public synchronized InteractionLookup lookup() {
        if (lookup == null || hasChanged()) {
            read();
        }
        return Objects.requireNonNull(lookup);
    }

    /** Why other files cannot be read, three lines each. */
    synchronized List<String> problems() {
        return problems;
    }

    /** A sentence about files that cannot be read, with a line break; empty if there are none. */
    synchronized String warning() {
        return problems.isEmpty()
                ? ""
                : "Note: %s cannot be read and is left out; list_contracts says why.\n\n"
                        .formatted(Quantity.of(problems.size(), "contract file"));
    }

    /** The first look only notices the change, in case that somebody is still writing; nobody is once the second sees the same. */
    private boolean hasChanged() {
        return source != null
                && Stream.of(source, source).anyMatch(files -> files.changes().isPresent());
    }

    private void read() {
        var files = paths.isEmpty() ? PactFile.onClassPath() : readable();
        lookup = new InteractionLookup(
                ContractSnapshot.of(files, StateFilter.ALL), false, List.of(), LONGEST_COMPARISON);
    }

    private List<PactFile> readable() {
        var fresh = new PactSource(paths, path -> true);
        var read = fresh.read();
        source = fresh;
        problems = read.unreadable().stream()
                .map(failure -> String.valueOf(failure.getMessage()))
                .toList();
        return read.readable();
    }
}
