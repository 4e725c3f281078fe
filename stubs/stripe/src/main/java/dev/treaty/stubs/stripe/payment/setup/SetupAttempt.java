package dev.treaty.stubs.stripe.payment.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.field.MethodDetails;
import dev.treaty.stubs.vendor.world.Json;

/**
 * One try to set up a PaymentMethod.
 *
 * @see <a href="https://docs.stripe.com/api/setup_attempts">Stripe, SetupAttempts</a>
 */
final class SetupAttempt {

    static final String KIND = "setup_attempt";

    private SetupAttempt() {}

    /**
     * Keeps a try, and names it in its intent.
     *
     * @param status e.g. {@code "succeeded"}
     */
    static ObjectNode of(StripeContext stripe, ObjectNode intent, ObjectNode method, String status) {
        var attempt = stripe.draft(KIND, Json.object());
        Fields.take(attempt, intent, "customer", "usage");
        attempt.put("setup_intent", Fields.text(intent, "id"))
                .put("payment_method", Fields.text(method, "id"))
                .put("status", status);
        attempt.set("payment_method_details", details(method));
        stripe.save(attempt);
        intent.put("latest_attempt", Fields.text(attempt, "id"));
        return attempt;
    }

    private static ObjectNode details(ObjectNode method) {
        var type = Fields.text(method, "type");
        var details = Json.object().put("type", type);
        MethodDetails.of(KIND, type, method.path(type)).ifPresent(shown -> details.set(type, shown));
        if (details.path(type) instanceof ObjectNode card && type.equals("card")) {
            card.set("network", card.path("brand"));
        }
        return details;
    }

    /** Notes how the try ended. */
    static void finish(StripeContext stripe, ObjectNode intent, String status, JsonNode threeDSecure, JsonNode error) {
        stripe.find(KIND, Fields.text(intent, "latest_attempt")).ifPresent(attempt -> {
            attempt.put("status", status).set("setup_error", error);
            if (attempt.path("payment_method_details").path("card") instanceof ObjectNode card) {
                card.set("three_d_secure", threeDSecure);
            }
            stripe.save(attempt);
        });
    }
}
