package dev.treaty.consumer.http;

import dev.treaty.pacts.errors.ErrorMessage;
import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param connect until the connection is established
 * @param response until the last byte of the response has arrived, including the time to connect
 */
public record Timeouts(Duration connect, Duration response) {

    /** Refuses a time-out that is not positive. */
    public Timeouts {
        if (!isPositive(connect) || !isPositive(response)) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A time-out is not longer than zero.",
                            "connect %s, response %s".formatted(connect, response),
                            "allow a call at least a few milliseconds")
                    .toString());
        }
    }

    /** Five seconds to connect, thirty for the whole response. */
    public static Timeouts usual() {
        return new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }
}
