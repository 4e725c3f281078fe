package dev.treaty.stubs.bench;

import java.time.Duration;

/**
 * How long a server is asked.
 *
 * @param settling at the start, without measuring: connections are new, and the round before was another server's
 * @param measured after that
 * @param patience for the answers that are still to come at the end; those that do not come count as errors
 */
record LoadRound(Duration settling, Duration measured, Duration patience) {

    /** As the benchmark does it. */
    static LoadRound of(Duration measured) {
        return new LoadRound(Duration.ofMillis(500), measured, Duration.ofSeconds(10));
    }
}
