package dev.treaty.stubs.bench;

import java.time.Duration;
import java.util.List;

/**
 * A quarter of a soak.
 *
 * @param answered right answers since the beginning of the soak
 * @param ended since the beginning of the soak
 * @param samples while the server was asked; at least one
 * @param live what was left on the heap at the end, after a collection, when all connections were closed
 * @param atRest the server after that
 */
record SoakQuarter(long answered, Duration ended, List<Sample> samples, HeapHistogram live, ProcessFootprint atRest) {

    /**
     * The server, while it is asked.
     *
     * @param at since the beginning of the soak
     * @param answered right answers since the beginning of the soak, without the slice that is under way
     */
    record Sample(Duration at, long answered, ProcessFootprint footprint) {}

    SoakQuarter {
        samples = List.copyOf(samples);
    }

    /** The most it had while it was asked. */
    long mostResidentBytes() {
        return samples.stream()
                .mapToLong(sample -> sample.footprint.residentBytes())
                .max()
                .orElseThrow();
    }
}
