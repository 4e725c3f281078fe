package dev.treaty.consumer.billing;

import com.stripe.net.RequestOptions;
import dev.treaty.pacts.errors.ErrorMessage;

/**
 * Tells Stripe which requests are the same, so that a repeated request is carried out once. It is made of what
 * billing itself calls the object, never of random values, so that it is the same after a restart, too.
 *
 * @param value 1 to 255 characters; Stripe forgets it after 24 hours at the earliest
 * @see <a href="https://docs.stripe.com/api/idempotent_requests">Idempotent requests</a>
 */
record IdempotencyKey(String value) {

    private static final int LONGEST = 255;

    IdempotencyKey {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "An idempotency key has %d characters; Stripe accepts 1 to %d."
                                    .formatted(value.length(), LONGEST),
                            value,
                            "assign a shorter number")
                    .toString());
        }
    }

    /** The key for an action on an object, e.g. {@code invoice-6735-payment}. */
    static IdempotencyKey of(String object, String number, String action) {
        return new IdempotencyKey(object + "-" + number + "-" + action);
    }

    /** For stripe-java, which otherwise generates a key. */
    RequestOptions options() {
        return RequestOptions.builder().setIdempotencyKey(value).build();
    }
}
