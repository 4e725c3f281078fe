package dev.treaty.consumer.archivist;

import java.time.Duration;

/**
 * How to wait for something that takes long.
 *
 * @param interval between two questions
 * @param deadline after which no further question is asked, counted from the first
 */
public record PollingPolicy(Duration interval, Duration deadline) {

    /** Refuses an interval that would ask without pause, and a deadline before the first question. */
    public PollingPolicy {
        if (interval.isNegative() || interval.isZero() || deadline.isNegative()) {
            throw new IllegalArgumentException(
                    "The interval must be positive and the deadline not negative, but they are %s and %s"
                            .formatted(interval, deadline));
        }
    }
}
