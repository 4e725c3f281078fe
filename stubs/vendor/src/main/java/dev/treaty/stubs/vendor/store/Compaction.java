package dev.treaty.stubs.vendor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a file from growing with what is outdated. H2 reuses the space of what is wholly outdated, but a few bytes that are still needed keep
 * the thousands around them. When most of a file is such space, what is needed is copied into a new file, which then takes the place of the
 * old one, as a whole: whenever the process ends, there is one that is complete.
 *
 * <p>H2's own compaction is not used, because it fails while nothing is retained.
 */
final class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /** A file may be this many times as large as what is needed of it; then copying costs little of what was written before. */
    private static final int MOST_TIMES = 4;

    private static final int PERCENT = 100;
    private static final int MOST_IN_MEMORY = 16 << 20;

    private final Path path;
    private final Path copy;
    private final long leastSize;
    private long limit;

    /** @param leastSize in bytes; a smaller file is left alone */
    Compaction(Path path, long leastSize) {
        this.path = path;
        this.leastSize = leastSize;
        copy = path.resolveSibling(path.getFileName() + ".compacting");
        limit = leastSize;
    }

    /** The store in its new file, if it was worth it; the old one is closed then. Everything must have been committed. */
    Optional<MVStore> compact(MVStore store) {
        if (store.getFileStore().size() < limit) {
            return Optional.empty();
        }
        limit = limit(store);
        if (store.getFileStore().size() < limit) {
            return Optional.empty();
        }
        try {
            var compacted = replace(store);
            limit = limit(compacted);
            return Optional.of(compacted);
        } catch (IOException | MVStoreException | StoreUnavailable e) {
            LOG.warn("{} could not be compacted, and grows: {}", path, e.getMessage());
            limit = MOST_TIMES * store.getFileStore().size();
            return Optional.empty();
        }
    }

    private long limit(MVStore store) {
        var file = store.getFileStore();
        var needed = file.size() * file.getFillRate() / PERCENT * file.getChunksFillRate() / PERCENT;
        return Math.max(leastSize, MOST_TIMES * needed);
    }

    private MVStore replace(MVStore store) throws IOException {
        Files.deleteIfExists(copy); // of a process that ended meanwhile
        var compacted = StoreFile.open(copy);
        try {
            for (var name : store.getMapNames()) {
                copy(StoreFile.map(store, name), StoreFile.map(compacted, name));
            }
            compacted.commit();
            compacted.sync();
            Files.move(copy, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | MVStoreException e) {
            compacted.closeImmediately();
            throw e;
        }
        close(store);
        return compacted;
    }

    /** In parts, so that memory need not hold all of it once more. */
    private static void copy(MVMap<String, byte[]> from, MVMap<String, byte[]> to) {
        var bytes = 0;
        for (var entry : from.entrySet()) {
            to.put(entry.getKey(), entry.getValue());
            bytes += entry.getValue().length;
            if (bytes > MOST_IN_MEMORY) {
                to.getStore().commit();
                bytes = 0;
            }
        }
    }

    /** Whatever goes wrong with it, the file that it uses is not needed any more. */
    private static void close(MVStore old) {
        try {
            old.closeImmediately();
        } catch (MVStoreException e) {
            LOG.debug("Closing what was compacted", e);
        }
    }
}
