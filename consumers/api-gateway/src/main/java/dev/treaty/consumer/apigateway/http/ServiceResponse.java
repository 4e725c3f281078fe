package dev.treaty.consumer.apigateway.http;

import java.util.Optional;
import java.util.function.Function;

/**
 * The result of a call to a service. All of it is expected, so none of it is thrown.
 *
 * @param <T> what the service gives when it does as asked
 */
public sealed interface ServiceResponse<T> {

    /** The service did as asked. */
    record Success<T>(T value) implements ServiceResponse<T> {}

    /** The service will not do it (4xx), for a reason that is the caller's to know: the problem may be passed on as it is. */
    record Refused<T>(Problem problem) implements ServiceResponse<T> {}

    /**
     * The service is to blame, or what is between. The reason is for the log and not for the caller.
     *
     * @param repeatable whether the same call may be sent again with no other outcome than if it had been sent once:
     *     either it changes nothing, or it is made to be repeated, or it never reached the service
     * @param retryAfter when the service wants to be asked again, as in its {@code Retry-After} (RFC 9110, section 10.2.3):
     *     seconds, or a date
     * @param explanation what happened, where, and what may fix it, in three lines; without any secret
     */
    record Unavailable<T>(Reason reason, boolean repeatable, Optional<String> retryAfter, String explanation)
            implements ServiceResponse<T> {}

    /** Why there is no usable response. */
    enum Reason {
        /** No connection was made, so the service has seen nothing of the call. */
        UNREACHABLE,
        /** It took too long; the service may have done as asked, or may do so yet. */
        TIMED_OUT,
        /** The connection broke; the service may have done as asked. */
        DISCONNECTED,
        /** The service answered with a status that says so (5xx). */
        FAILED,
        /** The service did not keep to its contract: the answer lacks what must be in it. */
        UNREADABLE,
        /** The calling thread was interrupted while it waited; it still is. */
        INTERRUPTED
    }

    /** What one of the three functions makes of the answer, whichever it is for. */
    default <R> R fold(
            Function<? super T, ? extends R> success,
            Function<? super Problem, ? extends R> refused,
            Function<? super Unavailable<T>, ? extends R> unavailable) {
        if (this instanceof Success<T> answer) {
            return success.apply(answer.value());
        }
        if (this instanceof Refused<T> answer) {
            return refused.apply(answer.problem());
        }
        return unavailable.apply((Unavailable<T>) this);
    }
}
