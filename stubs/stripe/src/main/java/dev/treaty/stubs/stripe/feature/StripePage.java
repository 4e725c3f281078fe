package dev.treaty.stubs.stripe.feature;

import dev.treaty.stubs.http.response.StubResponse;

/** Answers the requests of a browser. */
@FunctionalInterface
public interface StripePage {

    /**
     * Answers a request, alone in its world.
     *
     * @param request whose {@code params()} are those of the query and of the form, unchecked, all of them texts
     */
    StubResponse handle(StripeContext stripe, StripeRequest request);
}
