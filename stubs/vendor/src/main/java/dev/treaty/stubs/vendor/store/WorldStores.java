package dev.treaty.stubs.vendor.store;

import java.util.Map;
import java.util.Optional;

/** Opens stores. */
public final class WorldStores {

    /** How many worlds are kept. */
    private static final int MOST_WORLDS = 10_000;

    private WorldStores() {}

    /**
     * Opens a store.
     *
     * @param location a file, or {@code redis://host:port}; empty for memory
     */
    public static WorldStore open(Optional<String> location) {
        if (location.isPresent()) {
            throw new UnsupportedOperationException("Not built yet: --store " + location.get());
        }
        return new LocalStore(new MemoryStorage(), MOST_WORLDS, Map.of());
    }
}
