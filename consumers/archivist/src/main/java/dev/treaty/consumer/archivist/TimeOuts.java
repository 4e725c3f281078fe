package dev.treaty.consumer.archivist;

import java.time.Duration;

/**
 * How long to wait for Cablecast.
 *
 * @param connect until the connection stands
 * @param request until the whole answer is here, the time to connect included
 */
public record TimeOuts(Duration connect, Duration request) {

    /** Refuses a time-out that is not positive: it would be none. */
    public TimeOuts {
        requirePositive("connect", connect);
        requirePositive("request", request);
    }

    /** Five seconds to connect, thirty for the answer: a search in a large archive takes its time. */
    public static TimeOuts usual() {
        return new TimeOuts(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private static void requirePositive(String name, Duration timeOut) {
        if (timeOut.isNegative() || timeOut.isZero()) {
            throw new IllegalArgumentException("The time-out %s must be positive, but is %s".formatted(name, timeOut));
        }
    }
}
