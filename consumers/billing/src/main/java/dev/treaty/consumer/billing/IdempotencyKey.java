package dev.treaty.consumer.billing;

import com.stripe.net.RequestOptions;
import dev.treaty.pacts.errors.ErrorMessage;

/**
 * Says to Stripe which requests are the same one, so that a request that is repeated happens once. It is made of what
 * billing itself calls the thing, never of chance: then it is the same after a restart, too.
 *
 * @param value 1 to 255 characters; Stripe forgets it after 24 hours at the earliest
 * @see <a href="https://docs.stripe.com/api/idempotent_requests">Idempotent requests</a>
 */
record IdempotencyKey(String value) {

    private static final int LONGEST = 255;

    IdempotencyKey {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "An idempotency key has %d characters; Stripe takes 1 to %d."
                                    .formatted(value.length(), LONGEST),
                            value,
                            "give the thing a shorter number")
                    .toString());
        }
    }

    /** The key for doing something with a thing, e.g. {@code invoice-6735-payment}. */
    static IdempotencyKey of(String thing, String number, String action) {
        return new IdempotencyKey(thing + "-" + number + "-" + action);
    }

    /** For stripe-java, which otherwise makes up a key. */
    RequestOptions options() {
        return RequestOptions.builder().setIdempotencyKey(value).build();
    }
}
