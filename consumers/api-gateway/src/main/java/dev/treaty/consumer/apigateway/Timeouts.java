package dev.treaty.consumer.apigateway;

import java.time.Duration;

/**
 * How long the gateway waits for a service.
 *
 * @param connect for a connection
 * @param call for a whole call: connection, request, and the answer to its last byte
 */
public record Timeouts(Duration connect, Duration call) {

    /** Refuses to wait for no time, which java.net.http refuses too, and for ever. */
    public Timeouts {
        if (!isPositive(connect) || !isPositive(call)) {
            throw new IllegalArgumentException("""
                    A time-out is not longer than nothing.
                      where: connect %s, call %s
                      fix:   allow a call at least some milliseconds""".formatted(connect, call));
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }
}
