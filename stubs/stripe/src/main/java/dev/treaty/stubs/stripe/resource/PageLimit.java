package dev.treaty.stubs.stripe.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;

/**
 * How many objects a page has.
 *
 * @see <a href="https://docs.stripe.com/api/pagination">Stripe, pagination</a>
 */
public final class PageLimit {

    private static final int DEFAULT = 10;
    private static final int MAX = 100;

    private PageLimit() {}

    /** The parameter {@code limit}, from 1 to 100; 10 if there is none. */
    public static int of(ObjectNode params) {
        var limit = params.path("limit").asInt(DEFAULT);
        if (limit < 1 || limit > MAX) {
            var bound = limit < 1
                    ? "greater than or equal to 1."
                    : "less than or equal to %d (it currently is '%d').".formatted(MAX, limit);
            throw StripeError.invalid("This value must be " + bound)
                    .code("parameter_invalid_integer")
                    .param("limit")
                    .refusal();
        }
        return limit;
    }
}
