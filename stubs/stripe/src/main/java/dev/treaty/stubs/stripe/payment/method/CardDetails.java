package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.payment.card.Authentication;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/**
 * What Stripe shows of a card.
 *
 * @param expiryMonth 1 to 12
 * @param cvcCheck {@code "unchecked"}, {@code "pass"}, {@code "fail"}; empty if no security code was given
 */
record CardDetails(TestCard card, int expiryMonth, int expiryYear, String cvcCheck) {

    private static final Map<String, String> DISPLAY_BRANDS = Map.of(
            "amex", "american_express",
            "diners", "diners_club",
            "unionpay", "union_pay",
            "unknown", "other");

    private static final Map<String, String> LEGACY_BRANDS = Map.of(
            "amex", "American Express",
            "diners", "Diners Club",
            "discover", "Discover",
            "jcb", "JCB",
            "mastercard", "MasterCard",
            "unionpay", "UnionPay",
            "visa", "Visa");

    /** The field {@code card} of a PaymentMethod. */
    ObjectNode ofPaymentMethod(ObjectNode address) {
        var object = Json.object().put("brand", card.brand());
        var checks = object.putObject("checks");
        checks.put("address_line1_check", addressCheck(address, "line1"));
        checks.put("address_postal_code_check", addressCheck(address, "postal_code"));
        checks.put("cvc_check", cvcCheck.isEmpty() ? null : cvcCheck);
        object.put("country", card.country())
                .put("display_brand", DISPLAY_BRANDS.getOrDefault(card.brand(), card.brand()))
                .put("exp_month", expiryMonth)
                .put("exp_year", expiryYear)
                .put("fingerprint", card.fingerprint())
                .put("funding", card.funding())
                .putNull("generated_from")
                .put("last4", card.last4());
        var networks = object.putObject("networks");
        card.networks().forEach(networks.putArray("available")::add);
        networks.putNull("preferred");
        object.put("regulated_status", "unregulated")
                .putObject("three_d_secure_usage")
                .put("supported", card.authentication() != Authentication.NOT_SUPPORTED);
        return object.putNull("wallet");
    }

    private org.jspecify.annotations.@org.jspecify.annotations.Nullable Nullable unused() {
        return null;
    }

    private String addressCheck(ObjectNode address, String part) {
        return address.path(part).isTextual() ? card.check(part) : "";
    }
}
