package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.payment.card.Authentication;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What Stripe shows of a card.
 *
 * @param expiryMonth 1 to 12
 * @param cvcCheck {@code "unchecked"}, {@code "pass"} or {@code "fail"}; empty if no security code was given
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
            "unknown", "Unknown",
            "visa", "Visa");

    /** A card that Stripe has ready: it expires a year later. */
    static CardDetails ready(TestCard card, Instant now) {
        var today = now.atOffset(ZoneOffset.UTC);
        var check = card.check("cvc");
        return new CardDetails(
                card, today.getMonthValue(), today.getYear() + 1, check.equals("pass") ? "unchecked" : check);
    }

    /** The field {@code card} of a PaymentMethod. */
    ObjectNode ofPaymentMethod(JsonNode address) {
        var object = Json.object().put("brand", card.brand());
        var checks = object.putObject("checks");
        Fields.put(checks, "address_line1_check", addressCheck(address, "line1", "line1"));
        Fields.put(checks, "address_postal_code_check", addressCheck(address, "postal_code", "postal_code"));
        Fields.put(checks, "cvc_check", cvcCheck);
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

    /** Fills a {@code card}, the object that tokens have and that customers had before there were PaymentMethods. */
    void fillLegacy(ObjectNode object, JsonNode given) {
        object.put("brand", LEGACY_BRANDS.getOrDefault(card.brand(), card.brand()))
                .put("country", card.country())
                .put("exp_month", expiryMonth)
                .put("exp_year", expiryYear)
                .put("fingerprint", card.fingerprint())
                .put("funding", card.funding())
                .put("last4", card.last4())
                .put("regulated_status", "unregulated");
        object.putObject("networks").putNull("preferred");
        Fields.put(object, "cvc_check", cvcCheck);
        for (var field : new String[] {
            "address_city", "address_country", "address_line1", "address_line2", "address_state", "address_zip", "name"
        }) {
            Fields.put(object, field, Fields.text(given, field));
        }
        Fields.put(object, "address_line1_check", addressCheck(given, "address_line1", "line1"));
        Fields.put(object, "address_zip_check", addressCheck(given, "address_zip", "postal_code"));
    }

    private String addressCheck(JsonNode address, String field, String part) {
        return Fields.has(address, field) ? card.check(part) : "";
    }
}
