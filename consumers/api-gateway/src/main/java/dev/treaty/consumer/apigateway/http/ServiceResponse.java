package dev.treaty.consumer.apigateway.http;

import java.util.Optional;
import java.util.function.Function;

/**
 * The result of a call to a service. All of it is expected, so none of it is thrown.
 *
 * @param <T> what the service returns on success
 */
public sealed interface ServiceResponse<T> {

    /** The service did what was requested. */
    record Success<T>(T value) implements ServiceResponse<T> {}

    /** The service refused (4xx), for a reason that concerns the caller: the problem may be passed on unchanged. */
    record Refused<T>(Problem problem) implements ServiceResponse<T> {}

    /**
     * The fault lies with the service, or with something in between. The reason is for the log and not for the caller.
     *
     * @param repeatable whether the same call may be sent again with the same outcome as if it had been sent once:
     *     it changes nothing, is designed to be repeated, or never reached the service
     * @param retryAfter when the service wants to be called again, as in its {@code Retry-After} (RFC 9110, section 10.2.3):
     *     seconds, or a date
     * @param explanation what happened, where, and how to fix it, in three lines; without any secret
     */
    record Unavailable<T>(Reason reason, boolean repeatable, Optional<String> retryAfter, String explanation)
            implements ServiceResponse<T> {}

    /** Why there is no usable response. */
    enum Reason {
        /** No connection was made, so the service has seen nothing of the call. */
        UNREACHABLE,
        /** It took too long; the service may have carried out the request, or may still do so. */
        TIMED_OUT,
        /** The connection broke; the service may have carried out the request. */
        DISCONNECTED,
        /** The service responded with a status that says so (5xx). */
        FAILED,
        /** The service broke its contract: the response lacks something required. */
        UNREADABLE,
        /** The calling thread was interrupted while it waited; it still is. */
        INTERRUPTED
    }

    /** Applies the function that fits this response. */
    default <R> R fold(
            Function<? super T, ? extends R> success,
            Function<? super Problem, ? extends R> refused,
            Function<? super Unavailable<T>, ? extends R> unavailable) {
        if (this instanceof Success<T> response) {
            return success.apply(response.value());
        }
        if (this instanceof Refused<T> response) {
            return refused.apply(response.problem());
        }
        return unavailable.apply((Unavailable<T>) this);
    }
}
