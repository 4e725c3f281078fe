package dev.treaty.stubs.stripe.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;

/**
 * How many objects a page has: from 1 to 100, and 10 if the parameter {@code limit} does not say. Lists take the nearest number they can
 * give, as Stripe does although its documentation does not say so; searches refuse others.
 *
 * @see <a href="https://docs.stripe.com/api/pagination">Stripe, pagination</a>
 */
public final class PageLimit {

    private static final int DEFAULT = 10;
    private static final int MAX = 100;

    private PageLimit() {}

    /** The limit of a list. */
    static int ofList(ObjectNode params) {
        return (int) Math.max(1, Math.min(MAX, params.path("limit").asLong(DEFAULT)));
    }

    /**
     * The limit of a search.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 if it is out of bounds
     */
    public static int ofSearch(ObjectNode params) {
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
