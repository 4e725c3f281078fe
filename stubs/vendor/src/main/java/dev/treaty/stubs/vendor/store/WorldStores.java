package dev.treaty.stubs.vendor.store;

import java.util.Optional;

/** Opens stores. */
public final class WorldStores {

    /** How many worlds are kept in memory. */
    private static final int WORLDS_IN_MEMORY = 10_000;

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
        return new MemoryStore(WORLDS_IN_MEMORY);
    }
}
