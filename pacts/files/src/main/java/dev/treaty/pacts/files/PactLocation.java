package dev.treaty.pacts.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pact file or folder as the caller named it, with the last good version of each file. */
final class PactLocation {

    private final Path path;
    private final PactFileReader reader;
    private Map<Path, FileStamp> seen = Map.of();
    private Map<Path, FileStamp> read = Map.of();
    private Map<Path, PactFile> good = Map.of();

    PactLocation(Path path, PactFileReader reader) {
        this.path = path;
        this.reader = reader;
    }

    Path path() {
        return path;
    }

    /** The last good version of each file, in alphabetical order. */
    List<PactFile> good() {
        return List.copyOf(good.values());
    }

    /** Reads all files. */
    Changes read() {
        seen = stamps();
        return readWhatChanged();
    }

    /** Reads what has changed, unless it is still changing since the last look: an editor may be in the middle of writing. */
    Optional<Changes> look() {
        var now = stamps();
        var isAtRest = now.equals(seen);
        seen = now;
        return isAtRest && !now.equals(read) ? Optional.of(readWhatChanged()) : Optional.empty();
    }

    private Changes readWhatChanged() {
        var changed = PactFiles.of(reader.read(seen.entrySet().stream()
                .filter(file -> !file.getValue().equals(read.get(file.getKey())))
                .map(Map.Entry::getKey)
                .toList()));
        read = seen;
        if (seen.containsKey(path) && !Files.isRegularFile(path)) { // empty or gone, perhaps only briefly
            return new Changes(List.of(), List.of(), changed.unreadable());
        }
        var before = good;
        var known = new HashMap<>(before);
        changed.readable().forEach(contract -> known.put(contract.path(), contract));
        good = new LinkedHashMap<>();
        for (var file : seen.keySet()) {
            var contract = known.get(file);
            if (contract != null) {
                good.put(file, contract);
            }
        }
        var removed =
                before.keySet().stream().filter(file -> !seen.containsKey(file)).toList();
        return new Changes(changed.readable(), removed, changed.unreadable());
    }

    private Map<Path, FileStamp> stamps() {
        var stamps = new LinkedHashMap<Path, FileStamp>();
        reader.filesOf(path).forEach(file -> stamps.put(file, FileStamp.of(file)));
        return stamps;
    }

    /** The result of reading: contracts that are new or changed, files that are gone, and broken files. */
    record Changes(List<PactFile> read, List<Path> removed, List<UnreadablePactFile> unreadable) {}
}
