package dev.treaty.consumer.archivist;

import java.time.Duration;

/**
 * How often and how long to poll.
 *
 * @param interval between two requests
 * @param deadline after which no further request is sent, counted from the first
 */
public record PollingPolicy(Duration interval, Duration deadline) {

    /** Refuses an interval that leaves no pause between requests, and a deadline before the first request. */
    public PollingPolicy {
        if (interval.isNegative() || interval.isZero() || deadline.isNegative()) {
            throw new IllegalArgumentException(
                    "The interval must be positive and the deadline not negative, but they are %s and %s"
                            .formatted(interval, deadline));
        }
    }
}
