package dev.treaty.consumer.webapp.connection;

import dev.treaty.pacts.errors.TreatyException;
import java.time.Duration;
import java.util.Optional;

/** A failure that any call may have, and that the caller of a single method cannot be expected to handle. */
public abstract sealed class GatewayFailure extends TreatyException
        permits NoResponse, ServiceUnavailable, SessionExpired, TooManyRequests, UnexpectedResponse {

    public GatewayFailure(String what, GatewayRequest where, String fix) {
        super(what, where.toString(), fix);
    }

    public GatewayFailure(String what, GatewayRequest where, String fix, Throwable cause) {
        super(what, where.toString(), fix, cause);
    }

    /** The advice that goes with a {@code Retry-After}. */
    public static String patience(Optional<Duration> retryAfter) {
        return "call again "
                + retryAfter.map(wait -> "in " + wait.toSeconds() + " s").orElse("later");
    }
}
