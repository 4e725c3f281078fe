package dev.treaty.consumer.webapp;

import java.time.Duration;
import java.util.Optional;

/** What may happen to any call, and what the caller of one method cannot be expected to handle there. */
public abstract sealed class GatewayFailure extends RuntimeException
        permits NoAnswer, ServiceUnavailable, SessionExpired, TooManyRequests, UnexpectedAnswer {

    GatewayFailure(String what, Call where, String fix) {
        super(message(what, where, fix));
    }

    GatewayFailure(String what, Call where, String fix, Throwable cause) {
        super(message(what, where, fix), cause);
    }

    /** The advice that goes with a {@code Retry-After}. */
    static String patience(Optional<Duration> retryAfter) {
        return "call again "
                + retryAfter.map(wait -> "in " + wait.toSeconds() + " s").orElse("later");
    }

    private static String message(String what, Call where, String fix) {
        return """
                %s
                  where: %s
                  fix:   %s""".formatted(what, where, fix);
    }
}
