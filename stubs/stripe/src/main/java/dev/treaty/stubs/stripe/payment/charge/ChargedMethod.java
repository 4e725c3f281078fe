package dev.treaty.stubs.stripe.payment.charge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.field.MethodDetails;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;
import java.util.concurrent.ThreadLocalRandom;

/** The field {@code payment_method_details} of a charge: the PaymentMethod as it was then, and what became of it. */
final class ChargedMethod {

    private ChargedMethod() {}

    /**
     * @param authorized whether the bank agreed
     * @param captureBefore seconds since 1970 by which the authorization must be captured; 0 if it is captured at once
     * @param threeDSecure what came of 3-D Secure; null if nobody asked for it
     */
    static ObjectNode of(
            ObjectNode method, long amount, boolean authorized, long captureBefore, JsonNode threeDSecure) {
        var type = Fields.text(method, "type");
        var details = Json.object();
        if (!type.equals("card")) {
            MethodDetails.of("charge", type, method.path(type)).ifPresent(shown -> details.set(type, shown));
            return details.put("type", type);
        }
        var shown = method.path("card");
        var card = details.putObject("card");
        if (authorized) {
            card.put("amount_authorized", amount);
        } else {
            card.putNull("amount_authorized");
        }
        Fields.put(card, "authorization_code", authorized ? digits() : "");
        copy(card, shown, "brand");
        var checks = (ObjectNode) shown.path("checks").deepCopy();
        if (Fields.text(checks, "cvc_check").equals("unchecked")) {
            checks.put("cvc_check", "pass");
        }
        card.set("checks", checks);
        if (captureBefore > 0) {
            card.put("capture_before", captureBefore);
        }
        copy(card, shown, "country");
        card.putNull("electronic_commerce_indicator");
        copy(card, shown, "exp_month", "exp_year");
        card.putObject("extended_authorization").put("status", "disabled");
        copy(card, shown, "fingerprint", "funding");
        card.putObject("incremental_authorization").put("status", "unavailable");
        card.putNull("installments");
        copy(card, shown, "last4");
        card.putNull("mandate").putObject("multicapture").put("status", "unavailable");
        card.put("network", network(shown));
        card.putObject("network_token").put("used", false);
        Fields.put(card, "network_transaction_id", authorized ? Ids.random(15) : "");
        card.putObject("overcapture").put("maximum_amount_capturable", amount).put("status", "unavailable");
        copy(card, shown, "regulated_status");
        card.set("three_d_secure", threeDSecure);
        card.putNull("transaction_link_id").putNull("wallet");
        return details.put("type", "card");
    }

    private static String network(JsonNode card) {
        var preferred = Fields.text(card.path("networks"), "preferred");
        return preferred.isEmpty() ? Fields.text(card, "brand") : preferred;
    }

    private static String digits() {
        return String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000));
    }

    private static void copy(ObjectNode to, JsonNode from, String... names) {
        for (var name : names) {
            if (from.has(name)) {
                to.set(name, from.path(name));
            }
        }
    }
}
