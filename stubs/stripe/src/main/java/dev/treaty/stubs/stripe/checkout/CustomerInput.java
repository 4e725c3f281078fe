package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.payment.method.NewPaymentMethod;
import dev.treaty.stubs.stripe.payment.method.PaymentMethodOwner;
import dev.treaty.stubs.vendor.world.Json;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a customer typed on the page; what is missing is made up, so that a test need not type it.
 *
 * @param type of the payment method, e.g. {@code "card"} or {@code "sepa_debit"}
 * @param email where receipts go
 * @param name on the card
 * @param cardNumber with or without spaces
 * @param iban of the account that a direct debit is collected from
 * @param method a PaymentMethod that Stripe has ready, e.g. {@code "pm_card_visa"}, instead of a card; empty if there is none
 */
record CustomerInput(String type, String email, @Nullable String name, String cardNumber, String iban, String method) {

    private static final String CARD = "4242424242424242";
    private static final String IBAN = "DE89370400440532013000";
    private static final String EMAIL = "jenny.rosen@example.com";

    static CustomerInput of(StripeRequest request, ObjectNode session) {
        var known = session.path("customer_details").path("email").asText("");
        var email = request.text("email").isEmpty() ? known : request.text("email");
        var number = first(request, "card_number", "cardNumber", "card", "number");
        var iban = request.text("iban");
        return new CustomerInput(
                typeOf(session),
                email.isEmpty() || email.equals("null") ? EMAIL : email,
                request.text("name").isEmpty() ? "Jenny Rosen" : request.text("name"),
                number.isEmpty() ? CARD : number,
                iban.isEmpty() ? IBAN : iban,
                request.text("payment_method"));
    }

    /** What a session is paid with: a card if it takes cards, or else the first type that it takes. */
    static String typeOf(ObjectNode session) {
        var types = session.path("payment_method_types");
        for (var type : types) {
            if (type.asText().equals("card")) {
                return "card";
            }
        }
        return types.path(0).asText("card");
    }

    private static String first(StripeRequest request, String... names) {
        for (var name : names) {
            if (!request.text(name).isEmpty()) {
                return request.text(name);
            }
        }
        return "";
    }

    /** A new PaymentMethod, which belongs to nobody yet. */
    ObjectNode paymentMethod(StripeContext stripe) {
        if (!method.isEmpty()) {
            return PaymentMethodOwner.named(stripe, method, "payment_method");
        }
        var params = Json.object().put("type", type);
        params.set(type, details(stripe));
        params.putObject("billing_details").put("email", email).put("name", name);
        return NewPaymentMethod.of(stripe, params, "", true);
    }

    private ObjectNode details(StripeContext stripe) {
        return switch (type) {
            case "card" ->
                Json.object()
                        .put("number", cardNumber.replace(" ", ""))
                        .put("exp_month", 12)
                        .put("exp_year", stripe.instant().atZone(ZoneOffset.UTC).getYear() + 5)
                        .put("cvc", "123");
            case "sepa_debit" -> Json.object().put("iban", iban);
            case "us_bank_account" ->
                Json.object().put("account_number", "000123456789").put("routing_number", "110000000");
            default -> Json.object();
        };
    }
}
