package dev.treaty.consumer.webapp;

import java.time.Duration;
import java.util.Optional;

/** What may happen to any call, and what the caller of one method cannot be expected to handle there. */
public abstract sealed class GatewayFailure extends RuntimeException
        permits NoAnswer, ServiceUnavailable, SessionExpired, TooManyRequests, UnexpectedAnswer {

    GatewayFailure(String what, Call where, String mend) {
        super(message(what, where, mend));
    }

    GatewayFailure(String what, Call where, String mend, Throwable cause) {
        super(message(what, where, mend), cause);
    }

    /** The advice that goes with a {@code Retry-After}. */
    static String patience(Optional<Duration> retryAfter) {
        return "call again "
                + retryAfter.map(wait -> "in " + wait.toSeconds() + " s").orElse("later");
    }

    private static String message(String what, Call where, String mend) {
        return """
                %s
                  where: %s
                  mend:  %s""".formatted(what, where, mend);
    }
}
