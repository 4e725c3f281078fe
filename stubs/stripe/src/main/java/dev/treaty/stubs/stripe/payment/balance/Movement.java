package dev.treaty.stubs.stripe.payment.balance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;

/**
 * Money that moves.
 *
 * @param type of the transaction, e.g. {@code "charge"}
 * @param category of reports, e.g. {@code "charge"}
 * @param amount in the smallest unit; negative if it leaves the account
 * @param fee in the smallest unit
 * @param feeDescription e.g. {@code "Stripe processing fees"}
 * @param source the id of what moves it
 * @param description for people; empty if there is none
 * @param availableOn when it can be paid out
 */
public record Movement(
        String type,
        String category,
        long amount,
        long fee,
        String feeDescription,
        String currency,
        String source,
        String description,
        Instant availableOn) {

    /** Without a fee. */
    public static Movement free(
            String type,
            String category,
            long amount,
            String currency,
            String source,
            String description,
            Instant availableOn) {
        return new Movement(type, category, amount, 0, "", currency, source, description, availableOn);
    }

    ObjectNode fields(boolean available) {
        var fields = Json.object()
                .put("type", type)
                .put("reporting_category", category)
                .put("amount", amount)
                .put("fee", fee)
                .put("net", amount - fee)
                .put("currency", currency)
                .put("source", source)
                .put("available_on", availableOn.getEpochSecond())
                .put("balance_type", "payments")
                .put("status", available ? "available" : "pending");
        if (!description.isEmpty()) {
            fields.put("description", description);
        }
        var details = fields.putArray("fee_details");
        if (fee != 0) {
            details.addObject()
                    .put("amount", fee)
                    .putNull("application")
                    .put("currency", currency)
                    .put("description", feeDescription)
                    .put("type", "stripe_fee");
        }
        return fields;
    }
}
