package dev.treaty.stubs.vendor.store;

import java.nio.file.Path;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/** How H2's MVStore is opened and read here, and what is said of a file with which that does not work. */
final class StoreFile {

    private static final Set<Integer> NOT_A_STORE =
            Set.of(DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT, DataUtils.ERROR_READING_FAILED);

    private StoreFile() {}

    /**
     * Opens a store, or creates it.
     *
     * @throws StoreUnavailable if the file is in use, or is not a store
     */
    static MVStore open(Path path) {
        try {
            var store = new MVStore.Builder()
                    .fileName(path.toString())
                    .autoCommitDisabled()
                    .open();
            store.setVersionsToKeep(0);
            store.setRetentionTime(0);
            return store;
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw unavailable(
                        "Another process uses the store.",
                        path,
                        "stop the other server, name another file, or share the state of both in Redis (--store redis://…)",
                        e);
            }
            if (NOT_A_STORE.contains(e.getErrorCode())) {
                throw notAStore(path, e);
            }
            throw unavailable("The store cannot be opened: " + e.getMessage(), path, "name another file", e);
        }
    }

    /** The error about a file with something else in it. */
    static StoreUnavailable notAStore(Path path, @Nullable MVStoreException cause) {
        return unavailable(
                "The file is not a store of the stub server, or it is damaged.",
                path,
                "name another file; it is created if it does not exist",
                cause);
    }

    /** The error about a file that cannot be used. */
    static StoreUnavailable unavailable(String what, Path path, String fix, @Nullable MVStoreException cause) {
        return new StoreUnavailable(what, "--store " + path, fix, cause);
    }

    /** A map from text to bytes, which is created if the store does not have it. */
    static MVMap<String, byte[]> map(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }
}
