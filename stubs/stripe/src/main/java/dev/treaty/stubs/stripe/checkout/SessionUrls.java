package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;

/** What sessions are called, and where browsers find their pages. */
final class SessionUrls {

    static final String KIND = "checkout.session";
    static final String PATH = "/checkout/";

    private SessionUrls() {}

    static String page(StripeContext stripe, ObjectNode session) {
        return stripe.pageUrl(PATH + session.path("id").asText());
    }

    /** Where the browser comes back to after 3-D Secure. */
    static String afterAuthentication(StripeContext stripe, ObjectNode session) {
        return page(stripe, session) + "/return";
    }
}
