package dev.treaty.stubs.stripe.event;

import org.jspecify.annotations.Nullable;

/**
 * The request that causes events.
 *
 * @param requestId null if no request does
 * @param idempotencyKey null if the request has none
 */
public record EventCause(
        @Nullable String requestId, @Nullable String idempotencyKey) {

    /** Time, not a request. */
    public static final EventCause TIME = new EventCause(null, null);
}
