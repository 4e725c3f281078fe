package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.card.TestCards;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Makes PaymentMethods. */
public final class NewPaymentMethod {

    /** Types whose own parameters Stripe requires. */
    private static final Set<String> WITH_DETAILS =
            Set.of("card", "sepa_debit", "us_bank_account", "acss_debit", "au_becs_debit", "bacs_debit");

    private NewPaymentMethod() {}

    /**
     * Makes and keeps one.
     *
     * @param params {@code type}, the type's own object, {@code billing_details}, …
     * @param prefix of the parameters' names in errors; empty, or e.g. {@code "payment_method_data"}
     * @param publishable whether a browser asks for it, which may send a card's number
     */
    public static ObjectNode of(StripeContext stripe, ObjectNode params, String prefix, boolean publishable) {
        var type = Fields.text(params, "type");
        if (type.isEmpty()) {
            throw StripeError.missing(name(prefix, "type")).refusal();
        }
        if (WITH_DETAILS.contains(type) && !params.has(type)) {
            throw StripeError.missing(name(prefix, type)).refusal();
        }
        var method = draft(stripe, params);
        if (type.equals("card")) {
            var card = card(stripe, params.path("card"), prefix, publishable);
            setCard(method, card);
            if (params.path("card").path("networks").has("preferred")) {
                ((ObjectNode) method.path("card").path("networks"))
                        .set("preferred", params.path("card").path("networks").path("preferred"));
            }
        } else {
            BankAccount.check(params.path(type), name(prefix, type));
            method.set(type, OtherDetails.of(type, params.path(type)));
            BankAccount.outcome(type, params.path(type)).ifPresent(outcome -> method.put("_outcome", outcome));
        }
        stripe.save(method);
        return method;
    }

    /** One that Stripe has ready under a name such as {@code "pm_card_visa"}: a new PaymentMethod with an id of its own. */
    public static Optional<ObjectNode> ready(StripeContext stripe, String name) {
        return TestCards.byPaymentMethod(name)
                .map(card -> ofCard(stripe, card))
                .or(() -> BankAccount.named(name).map(account -> {
                    var method = of(stripe, account.params(), "", false);
                    stripe.save(method.put("_outcome", account.outcome()));
                    return method;
                }));
    }

    /** Makes and keeps one of a card that Stripe has ready. */
    static ObjectNode ofCard(StripeContext stripe, TestCard card) {
        var method = draftOfCard(stripe, card);
        stripe.save(method);
        return method;
    }

    /** Makes one of a card that Stripe has ready, without keeping it. */
    static ObjectNode draftOfCard(StripeContext stripe, TestCard card) {
        var method = draft(stripe, Json.object().put("type", "card"));
        setCard(method, CardDetails.ready(card, stripe.instant()));
        return method;
    }

    private static void setCard(ObjectNode method, CardDetails card) {
        method.set("card", card.ofPaymentMethod(method.path("billing_details").path("address")));
        method.put("_card", card.card().key());
    }

    private static ObjectNode draft(StripeContext stripe, ObjectNode params) {
        var fields = Json.object().put("type", Fields.text(params, "type")).put("allow_redisplay", "unspecified");
        var billing = fields.putObject("billing_details");
        billing.putObject("address")
                .putNull("city")
                .putNull("country")
                .putNull("line1")
                .putNull("line2")
                .putNull("postal_code")
                .putNull("state");
        billing.putNull("email").putNull("name").putNull("phone").putNull("tax_id");
        fields.putObject("metadata");
        Fields.take(fields, params, "allow_redisplay", "billing_details", "metadata");
        return stripe.draft("payment_method", fields);
    }

    private static CardDetails card(StripeContext stripe, JsonNode given, String prefix, boolean publishable) {
        var token = Fields.text(given, "token");
        if (!token.isEmpty()) {
            return Tokens.card(stripe, token, name(prefix, "card[token]"));
        }
        if (!Fields.has(given, "number")) {
            throw StripeError.missing(name(prefix, "card[number]")).refusal();
        }
        return CardInput.read(
                given, publishable, YearMonth.from(stripe.instant().atOffset(ZoneOffset.UTC)));
    }

    private static String name(String prefix, String param) {
        if (prefix.isEmpty()) {
            return param;
        }
        var bracket = param.indexOf('[');
        return bracket < 0
                ? prefix + "[" + param + "]"
                : prefix + "[" + param.substring(0, bracket) + "]" + param.substring(bracket);
    }
}
