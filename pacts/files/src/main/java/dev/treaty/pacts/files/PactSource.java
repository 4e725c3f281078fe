package dev.treaty.pacts.files;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Pact files on disk that may change: reads them, and later reads what has changed. It compares times and sizes itself, because
 * operating systems do not report changes on every file system (containers, network drives). Not thread-safe.
 */
public final class PactSource implements ChangingPacts {

    private final List<PactLocation> locations;
    private final List<PactLocation> changing;

    /**
     * @param filesOrFolders as for {@link PactFile#load}
     * @param changing which of them to look at again
     */
    public PactSource(Collection<Path> filesOrFolders, Predicate<Path> changing) {
        this(filesOrFolders, changing, PactFileLimits.DEFAULT);
    }

    /**
     * @param filesOrFolders as for {@link PactFile#load}
     * @param changing which of them to look at again
     */
    public PactSource(Collection<Path> filesOrFolders, Predicate<Path> changing, PactFileLimits limits) {
        var reader = new PactFileReader(limits);
        var byPath = filesOrFolders.stream()
                .map(path -> new PactLocation(path, reader))
                .toList();
        locations = byPath;
        this.changing = byPath.stream()
                .filter(location -> changing.test(location.path()))
                .toList();
    }

    /** Reads all files. */
    public PactFiles read() {
        var read = locations.parallelStream().map(PactLocation::read).toList();
        return new PactFiles(
                contracts(),
                read.stream().flatMap(changes -> changes.unreadable().stream()).toList());
    }

    /**
     * Reads what has changed since the last time; empty while files are still being written, i.e. if they look different than at
     * the last call. A broken file is reported once.
     */
    @Override
    public Optional<PactChanges> changes() {
        var changes = changing.stream()
                .map(PactLocation::look)
                .flatMap(Optional::stream)
                .toList();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new PactChanges(
                        contracts(),
                        changes.stream().flatMap(each -> each.read().stream()).toList(),
                        changes.stream()
                                .flatMap(each -> each.removed().stream())
                                .toList(),
                        changes.stream()
                                .flatMap(each -> each.unreadable().stream())
                                .toList()));
    }

    @Override
    public List<PactFile> contracts() {
        return locations.stream().flatMap(location -> location.good().stream()).toList();
    }
}
