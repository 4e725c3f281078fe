package dev.treaty.stubs.vendor.store;

import dev.treaty.stubs.http.provider.StateMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Opens stores. The vendors of a server share one. */
public final class WorldStores {

    /** How many worlds a store keeps. */
    private static final int MOST_WORLDS = 10_000;

    private static final Map<Path, SharedStore> FILES = new HashMap<>();

    private WorldStores() {}

    /**
     * Opens a store; each one that was opened has to be closed.
     *
     * @param location a file, or {@code redis://host:port}; empty for memory, which is not shared
     * @param memory that worlds may take, unless they are in Redis
     * @param trimming what is forgotten when they take more
     * @throws StoreUnavailable if it is not there to be used
     */
    public static WorldStore open(Optional<String> location, StateMemory memory, WorldTrimming trimming) {
        if (location.isEmpty()) {
            return new LocalStore(new MemoryStorage(), MOST_WORLDS, Map.of(), memory, trimming);
        }
        if (RedisAddress.isOne(location.get())) {
            return new RedisStore(RedisAddress.parse(location.get()), MOST_WORLDS);
        }
        if (location.get().contains("://")) {
            throw new StoreUnavailable(
                    "A store is a file, or in Redis.",
                    "--store " + location.get().replaceAll("//.*@", "//…@"),
                    "name a file, or the address of Redis, e.g. redis://127.0.0.1:6379",
                    null);
        }
        return openFile(Path.of(location.get()), memory, trimming);
    }

    private static synchronized WorldStore openFile(Path path, StateMemory memory, WorldTrimming trimming) {
        var shared = FILES.computeIfAbsent(canonical(path), absent -> {
            var storage = new FileStorage(path);
            return new SharedStore(new LocalStore(storage, MOST_WORLDS, storage.worlds(), memory, trimming));
        });
        shared.users++;
        return new StoreUser(shared.store, () -> closeFile(shared));
    }

    private static synchronized void closeFile(SharedStore shared) {
        if (--shared.users == 0) {
            FILES.values().remove(shared);
            shared.store.close();
        }
    }

    private static Path canonical(Path path) {
        try {
            var absolute = path.toAbsolutePath();
            var folder = absolute.getParent();
            return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            return path.toAbsolutePath().normalize(); // there is no such folder, as opening it will say
        }
    }

    /** A store that several use. */
    private static final class SharedStore {

        private final WorldStore store;
        private int users;

        SharedStore(WorldStore store) {
            this.store = store;
        }
    }
}
