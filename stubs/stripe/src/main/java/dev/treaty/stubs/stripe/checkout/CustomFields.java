package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The fields that a seller adds to the page.
 *
 * @see <a href="https://docs.stripe.com/payments/checkout/custom-fields">Stripe, add custom fields</a>
 */
final class CustomFields {

    private CustomFields() {}

    /** Adds what the parameters of a session or a link may leave out. */
    static void complete(ObjectNode params) {
        for (var each : params.path("custom_fields")) {
            if (each instanceof ObjectNode field) {
                if (!field.has("optional")) {
                    field.put("optional", false);
                }
                if (!field.has(field.path("type").asText())) {
                    field.putObject(field.path("type").asText());
                }
            }
        }
    }
}
