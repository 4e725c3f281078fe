package dev.treaty.consumer.environmentconsole.connection;

import java.time.Duration;

/**
 * How long a call may take before it becomes a {@link NoResponse}.
 *
 * @param connect until the connection is established; more than zero
 * @param call from connecting to the last byte received; more than zero
 */
public record Timeouts(Duration connect, Duration call) {

    /** Two seconds to connect, and thirty for the whole call: a plan counts the rows of the source. */
    public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(30));

    public Timeouts {
        requirePositive(connect);
        requirePositive(call);
    }

    private static void requirePositive(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("A time-out must be longer than zero, but is " + timeout);
        }
    }
}
