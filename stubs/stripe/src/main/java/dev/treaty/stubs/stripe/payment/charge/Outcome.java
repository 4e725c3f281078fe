package dev.treaty.stubs.stripe.payment.charge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.payment.card.Decline;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;

/**
 * The field {@code outcome} of a charge.
 *
 * @see <a href="https://docs.stripe.com/declines#retrieve-decline-info">Stripe, charge outcome</a>
 */
final class Outcome {

    private Outcome() {}

    static ObjectNode authorized(String riskLevel) {
        return outcome("approved_by_network", "", riskLevel, "Payment complete.", "authorized");
    }

    static ObjectNode pending() {
        return outcome("approved_by_network", "", "not_assessed", "Payment complete.", "authorized");
    }

    static ObjectNode declined(Decline decline, String riskLevel) {
        var outcome = decline.isBlockedByStripe()
                ? outcome("not_sent_to_network", "highest_risk_level", riskLevel, decline.sellerMessage(), "blocked")
                : outcome(
                        "declined_by_network",
                        decline.declineCode(),
                        riskLevel,
                        decline.sellerMessage(),
                        "issuer_declined");
        Fields.put(outcome, "advice_code", decline.adviceCode());
        return outcome;
    }

    private static ObjectNode outcome(
            String networkStatus, String reason, String riskLevel, String sellerMessage, String type) {
        var outcome = Json.object()
                .putNull("advice_code")
                .putNull("network_advice_code")
                .putNull("network_decline_code")
                .put("network_status", networkStatus);
        Fields.put(outcome, "reason", reason);
        return outcome.put("risk_level", riskLevel)
                .put("seller_message", sellerMessage)
                .put("type", type);
    }
}
