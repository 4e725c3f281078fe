package dev.treaty.consumer.archivist.connection;

import java.time.Duration;

/**
 * How long to wait for Cablecast.
 *
 * @param connect until the connection is established
 * @param request until the whole response has arrived, including the time to connect
 */
public record Timeouts(Duration connect, Duration request) {

    /** Refuses a time-out that is not positive. */
    public Timeouts {
        requirePositive("connect", connect);
        requirePositive("request", request);
    }

    /** Five seconds to connect, thirty for the response: a search in a large archive takes a while. */
    public static Timeouts usual() {
        return new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private static void requirePositive(String name, Duration timeOut) {
        if (timeOut.isNegative() || timeOut.isZero()) {
            throw new IllegalArgumentException("The time-out %s must be positive, but is %s".formatted(name, timeOut));
        }
    }
}
