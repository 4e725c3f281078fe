package dev.treaty.consumer.archivist.connection;

import java.time.Duration;

/**
 * How long to wait for Cablecast.
 *
 * @param connect until the connection stands
 * @param request until the whole answer is here, the time to connect included
 */
public record Timeouts(Duration connect, Duration request) {

    /** Refuses a time-out that is not positive: it would be none. */
    public Timeouts {
        requirePositive("connect", connect);
        requirePositive("request", request);
    }

    /** Five seconds to connect, thirty for the answer: a search in a large archive takes its time. */
    public static Timeouts usual() {
        return new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private static void requirePositive(String name, Duration timeOut) {
        if (timeOut.isNegative() || timeOut.isZero()) {
            throw new IllegalArgumentException("The time-out %s must be positive, but is %s".formatted(name, timeOut));
        }
    }
}
