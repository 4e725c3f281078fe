package dev.treaty.stubs.stripe.search;

import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.vendor.VendorError;

/** How Stripe refuses a query. */
final class SearchRefusal {

    private SearchRefusal() {}

    static VendorError of(String message) {
        return StripeError.invalid(message).param("query").refusal();
    }
}
