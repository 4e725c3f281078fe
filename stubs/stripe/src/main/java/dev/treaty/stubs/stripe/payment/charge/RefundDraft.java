package dev.treaty.stubs.stripe.payment.charge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;

/** Makes refunds. */
public final class RefundDraft {

    private RefundDraft() {}

    /**
     * A refund that is not kept yet.
     *
     * @param charge that is refunded, or whose reserved money is released
     * @param amount in the smallest unit
     */
    public static ObjectNode of(StripeContext stripe, ObjectNode charge, long amount) {
        var fields = Json.object();
        fields.putObject("metadata");
        Fields.take(fields, charge, "currency", "customer", "payment_intent", "payment_method");
        fields.put("amount", amount).put("charge", Fields.text(charge, "id"));
        if (charge.path("payment_method_details").has("card")) {
            fields.putObject("destination_details")
                    .put("type", "card")
                    .putObject("card")
                    .put("reference_status", "pending")
                    .put("reference_type", "acquirer_reference_number")
                    .put("type", "refund");
        }
        return stripe.draft("refund", fields);
    }
}
