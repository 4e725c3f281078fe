package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.field.MethodDetails;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.vendor.world.Json;

/** What Stripe shows of payment methods other than cards: what was given, and null for the rest. */
final class OtherDetails {

    private static final int VISIBLE_DIGITS = 4;

    private OtherDetails() {}

    static ObjectNode of(String type, JsonNode given) {
        var details = skeleton(type, given);
        switch (type) {
            case "sepa_debit" -> {
                var iban = Fields.text(given, "iban").replace(" ", "");
                identify(details, iban);
                Fields.put(details, "country", iban.length() > 1 ? iban.substring(0, 2) : "");
                Fields.put(details, "bank_code", iban.length() > 12 ? iban.substring(4, 12) : "");
                details.putObject("generated_from").putNull("charge").putNull("setup_attempt");
            }
            case "us_bank_account" -> {
                identify(details, Fields.text(given, "account_number"));
                details.put("account_holder_type", either(given, "account_holder_type", "individual"))
                        .put("account_type", either(given, "account_type", "checking"))
                        .put("bank_name", "STRIPE TEST BANK")
                        .put("routing_number", either(given, "routing_number", "110000000"));
                details.putObject("networks")
                        .put("preferred", "ach")
                        .putArray("supported")
                        .add("ach");
                details.putObject("status_details");
            }
            case "acss_debit", "au_becs_debit", "bacs_debit", "nz_bank_account" ->
                identify(details, Fields.text(given, "account_number"));
            default -> {
                // what was given is all there is
            }
        }
        return details;
    }

    private static ObjectNode skeleton(String type, JsonNode given) {
        return Surface.get()
                .object("payment_method")
                .flatMap(method -> method.field(type))
                .map(shape -> MethodDetails.of(shape, given))
                .orElseGet(Json::object);
    }

    private static void identify(ObjectNode details, String account) {
        details.put("fingerprint", TestCard.fingerprint(account))
                .put("last4", account.substring(Math.max(0, account.length() - VISIBLE_DIGITS)));
    }

    private static String either(JsonNode given, String field, String otherwise) {
        return Fields.has(given, field) ? Fields.text(given, field) : otherwise;
    }
}
