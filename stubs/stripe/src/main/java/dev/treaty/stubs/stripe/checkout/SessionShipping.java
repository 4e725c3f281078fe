package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.generic.GivenFields;
import dev.treaty.stubs.vendor.world.Json;

/**
 * What shipping adds to a session: the first of its options, which is what the customer gets who chooses nothing.
 *
 * @see <a href="https://docs.stripe.com/payments/during-payment/charge-shipping">Stripe, charge for shipping</a>
 */
final class SessionShipping {

    private static final String RATE = "shipping_rate";

    private SessionShipping() {}

    /** Sets the options of a session, and what the first of them costs. */
    static void choose(StripeContext stripe, ObjectNode session, JsonNode options) {
        for (var i = 0; i < options.size(); i++) {
            var rate = rate(stripe, options.path(i), "shipping_options[" + i + "]");
            session.withArray("shipping_options")
                    .addObject()
                    .put("shipping_amount", amount(rate))
                    .put(RATE, rate.path("id").asText());
        }
        var first = session.path("shipping_options").path(0);
        if (first.isObject()) {
            session.putObject("shipping_cost")
                    .put("amount_subtotal", first.path("shipping_amount").asLong())
                    .put("amount_tax", 0)
                    .put("amount_total", first.path("shipping_amount").asLong())
                    .put(RATE, first.path(RATE).asText());
        }
    }

    private static ObjectNode rate(StripeContext stripe, JsonNode option, String param) {
        if (option.path("shipping_rate_data") instanceof ObjectNode data) {
            var rate = stripe.draft(RATE, Json.object().put("active", true));
            GivenFields.copy(data, rate);
            return stripe.insert(rate);
        }
        var id = option.path(RATE).asText("");
        if (id.isEmpty()) {
            throw StripeError.missing(param + "[" + RATE + "]").refusal();
        }
        return stripe.load(RATE, id, param + "[" + RATE + "]");
    }

    private static long amount(ObjectNode rate) {
        return rate.path("fixed_amount").path("amount").asLong();
    }
}
