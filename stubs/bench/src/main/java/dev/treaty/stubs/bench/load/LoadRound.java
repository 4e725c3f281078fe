package dev.treaty.stubs.bench.load;

import java.time.Duration;

/**
 * How long one round of load takes.
 *
 * @param settling not measured: connections are new, and another server had the machine until now
 * @param measured after that
 * @param patience how long to wait at the end for outstanding responses; those that are still missing then count as errors
 */
public record LoadRound(Duration settling, Duration measured, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Settles for half a second first. */
    public static LoadRound settled(Duration measured) {
        return new LoadRound(Duration.ofMillis(500), measured, PATIENCE);
    }

    /** Measures from the first request. */
    public static LoadRound immediate(Duration measured) {
        return new LoadRound(Duration.ZERO, measured, PATIENCE);
    }
}
