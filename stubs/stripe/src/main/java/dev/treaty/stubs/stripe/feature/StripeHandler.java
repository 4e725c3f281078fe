package dev.treaty.stubs.stripe.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers the requests of one operation. */
@FunctionalInterface
public interface StripeHandler {

    /**
     * Answers a request, alone in its world.
     *
     * @return the response's body: an object, or a page of a list
     * @throws dev.treaty.stubs.vendor.VendorError if Stripe refuses it, see {@link dev.treaty.stubs.stripe.error.StripeError}
     */
    ObjectNode handle(StripeContext stripe, StripeRequest request);
}
