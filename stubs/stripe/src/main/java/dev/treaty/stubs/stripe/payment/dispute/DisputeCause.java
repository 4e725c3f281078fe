package dev.treaty.stubs.stripe.payment.dispute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/**
 * Why a cardholder's bank turns to the merchant.
 *
 * @param reason of the dispute, e.g. {@code "fraudulent"}
 * @param caseType {@code "chargeback"}, {@code "inquiry"} or {@code "compliance"}
 * @param networkCode the network's own code for it, e.g. {@code "10.4"}
 * @see <a href="https://docs.stripe.com/disputes/categories">Stripe, dispute reason codes</a>
 */
record DisputeCause(String reason, String caseType, String networkCode) {

    /** By what the test card says. */
    private static final Map<String, DisputeCause> CAUSES = Map.of(
            "fraudulent", new DisputeCause("fraudulent", "chargeback", "10.4"),
            "product_not_received", new DisputeCause("product_not_received", "chargeback", "13.1"),
            "noncompliant", new DisputeCause("noncompliant", "compliance", "CMP"),
            "inquiry", new DisputeCause("fraudulent", "inquiry", "10"));

    static DisputeCause of(String name) {
        var cause = CAUSES.get(name);
        if (cause == null) {
            throw new IllegalArgumentException("No cause of disputes " + name);
        }
        return cause;
    }

    /** Whether the bank only asks, and has taken no money. */
    boolean isInquiry() {
        return caseType.equals("inquiry");
    }

    /** The field {@code payment_method_details} of a dispute. */
    ObjectNode details(String brand) {
        var details = Json.object();
        details.putObject("card")
                .put("brand", brand)
                .put("case_type", caseType)
                .put("network", brand)
                .put("network_reason_code", networkCode);
        return details.put("type", "card");
    }
}
