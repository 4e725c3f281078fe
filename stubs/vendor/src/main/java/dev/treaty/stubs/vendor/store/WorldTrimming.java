package dev.treaty.stubs.vendor.store;

import java.util.Map;

/** Forgets what is old in a world that takes too much memory. */
@FunctionalInterface
public interface WorldTrimming {

    /**
     * Forgets some of it.
     *
     * @param records of the world
     * @param bytesByKind what the objects of each kind take
     * @param bytes how much to give back, if there is as much
     */
    void trim(Records records, Map<String, Long> bytesByKind, long bytes);
}
