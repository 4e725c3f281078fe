package dev.treaty.stubs.bench.soak;

import dev.treaty.stubs.bench.server.ProcessFootprint;
import java.time.Duration;
import java.util.List;

/**
 * A quarter of a soak.
 *
 * @param responses correct responses since the beginning of the soak
 * @param ended since the beginning of the soak
 * @param samples taken under load; at least one
 * @param live what was left on the heap at the end, after a garbage collection, with all connections closed
 * @param atRest the server after that
 */
record SoakQuarter(long responses, Duration ended, List<Sample> samples, HeapHistogram live, ProcessFootprint atRest) {

    /**
     * The server under load.
     *
     * @param at since the beginning of the soak
     * @param responses correct responses since the beginning of the soak, without those of the current slice
     */
    record Sample(Duration at, long responses, ProcessFootprint footprint) {}

    SoakQuarter {
        samples = List.copyOf(samples);
    }

    /** The most memory that it used under load. */
    long mostResidentBytes() {
        return samples.stream()
                .mapToLong(sample -> sample.footprint.residentBytes())
                .max()
                .orElseThrow();
    }
}
