package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.card.TestCards;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Tokens of cards and bank accounts, each to be used once.
 *
 * @see <a href="https://docs.stripe.com/api/tokens">Stripe, tokens</a>
 */
public final class Tokens implements StripeFeature {

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates("token").on("POST /v1/tokens", Tokens::create).on("GET /v1/tokens/{id}", Tokens::retrieve);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var params = request.params();
        if (params.path("card").isObject()) {
            var today = YearMonth.from(stripe.instant().atOffset(ZoneOffset.UTC));
            return ofCard(stripe, CardInput.read(params.path("card"), request.publishable(), today), params);
        }
        var token = stripe.draft("token", Json.object());
        if (params.path("bank_account").isObject()) {
            token.put("id", "b" + Fields.text(token, "id"));
        }
        if (params.path("bank_account").isObject()) {
            token.put("type", "bank_account").set("bank_account", bankAccount(stripe, params));
        } else if (params.has("pii") || params.has("person") || params.has("account") || params.has("cvc_update")) {
            token.put("type", params.fieldNames().next());
        } else {
            throw StripeError.invalid(
                            "You must supply either a card, customer, bank account, PII or CVC update data to create a token.")
                    .code("parameter_missing")
                    .refusal();
        }
        stripe.save(token);
        return token;
    }

    private static ObjectNode bankAccount(StripeContext stripe, ObjectNode params) {
        var given = params.path("bank_account");
        var number = Fields.text(given, "account_number");
        var account = stripe.draft("bank_account", Json.object());
        account.put("country", Fields.text(given, "country"))
                .put("currency", Fields.has(given, "currency") ? Fields.text(given, "currency") : "usd")
                .put("bank_name", "STRIPE TEST BANK")
                .put("fingerprint", TestCard.fingerprint(number))
                .put("last4", number.substring(Math.max(0, number.length() - 4)))
                .put("status", "new");
        Fields.put(account, "routing_number", Fields.text(given, "routing_number"));
        Fields.put(account, "account_holder_name", Fields.text(given, "account_holder_name"));
        Fields.put(account, "account_holder_type", Fields.text(given, "account_holder_type"));
        return account;
    }

    private static ObjectNode ofCard(StripeContext stripe, CardDetails details, ObjectNode params) {
        var card = stripe.draft("card", Json.object());
        details.fillLegacy(card, params.path("card"));
        var token = stripe.draft(
                "token",
                Json.object().put("type", "card").put("_card", details.card().key()));
        token.set("card", card);
        stripe.save(token);
        return token;
    }

    private static ObjectNode retrieve(StripeContext stripe, StripeRequest request) {
        return TestCards.byToken(request.id())
                .map(card -> ofCard(stripe, CardDetails.ready(card, stripe.instant()), Json.object()))
                .orElseGet(() -> stripe.load("token", request.id()));
    }

    private static ObjectNode use(StripeContext stripe, String token, String param) {
        var stored = stripe.load("token", token, param);
        if (stored.path("used").asBoolean()) {
            throw StripeError.invalid("You cannot use a Stripe token more than once: %s.".formatted(token))
                    .code("token_already_used")
                    .param(param)
                    .refusal();
        }
        stripe.save(stored.put("used", true));
        return stored;
    }

    /** Uses the token of a bank account. */
    static ObjectNode bankAccount(StripeContext stripe, String token) {
        return (ObjectNode) use(stripe, token, "source").path("bank_account").deepCopy();
    }

    /**
     * Uses the token of a card.
     *
     * @param param as errors name it, e.g. {@code "card[token]"}
     */
    static CardDetails card(StripeContext stripe, String token, String param) {
        var ready = TestCards.byToken(token);
        if (ready.isPresent()) {
            return CardDetails.ready(ready.get(), stripe.instant());
        }
        if (!token.startsWith("tok_")) {
            throw StripeError.invalid("Invalid token id: " + token)
                    .param("token")
                    .refusal();
        }
        var stored = use(stripe, token, param);
        var card = stored.path("card");
        return new CardDetails(
                TestCards.byKey(Fields.text(stored, "_card")),
                card.path("exp_month").asInt(),
                card.path("exp_year").asInt(),
                Fields.text(card, "cvc_check"));
    }
}
