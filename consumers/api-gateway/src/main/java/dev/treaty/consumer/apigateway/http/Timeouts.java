package dev.treaty.consumer.apigateway.http;

import dev.treaty.pacts.errors.ErrorMessage;
import java.time.Duration;

/**
 * How long the gateway waits for a service.
 *
 * @param connect for a connection
 * @param call for a whole call: connection, request, and the response up to its last byte
 */
public record Timeouts(Duration connect, Duration call) {

    /** Refuses a time-out of zero, which java.net.http refuses too, or less. */
    public Timeouts {
        if (!isPositive(connect) || !isPositive(call)) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A time-out is not longer than zero.",
                            "connect %s, call %s".formatted(connect, call),
                            "allow a call at least a few milliseconds")
                    .toString());
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }
}
