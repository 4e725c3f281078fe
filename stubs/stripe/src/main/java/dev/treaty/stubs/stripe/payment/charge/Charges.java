package dev.treaty.stubs.stripe.payment.charge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.page.Html;
import dev.treaty.stubs.stripe.payment.card.Decline;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.method.NewPaymentMethod;
import dev.treaty.stubs.stripe.payment.method.PaymentMethodOwner;
import dev.treaty.stubs.stripe.payment.money.AmountCheck;
import dev.treaty.stubs.stripe.payment.money.ChargeCurrency;
import dev.treaty.stubs.stripe.resource.VisibleFields;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * Charges without a PaymentIntent, as they were made before there were any, and what may be done with the others.
 *
 * @see <a href="https://docs.stripe.com/api/charges">Stripe, charges</a>
 */
public final class Charges implements StripeFeature {

    private static final String KIND = "charge";
    private static final String EXPIRE = "charge.expire";
    private static final String CLEAR = "charge.clear";
    private static final Duration CLEARING = Duration.ofDays(4);

    private static final String WITHOUT_SOURCE =
            "This Customer doesn't have any saved payment details. Attach a legacy Token, Card, Bank Account, or Source to this Customer"
                    + " and then try this request again, or use Payment Intents and Payment Methods instead.";

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(KIND)
                .on("POST /v1/charges", Charges::create)
                .on("POST /v1/charges/{id}/capture", Charges::capture)
                .due(EXPIRE, Charges::expire)
                .due(CLEAR, Charges::clear)
                .page("GET /receipts/{id}", Charges::receipt);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var params = request.params();
        var currency = AmountCheck.currency(params);
        var amount = AmountCheck.amount(params, currency);
        var method = source(stripe, request);
        var order = params.deepCopy().put("currency", currency.code());
        order.set(ChargeAttempt.SOURCE, shownSource(stripe, method));
        var captured = !params.has("capture") || request.flag("capture");
        var terms = ChargeTerms.of(order, method, amount, captured);
        var decline = decline(method);
        if (decline.isPresent()) {
            var charge = ChargeAttempt.decline(stripe, terms, decline.get());
            throw PaymentMethodOwner.error(decline.get())
                    .with(KIND, Fields.text(charge, "id"))
                    .refusal()
                    .keepingChanges();
        }
        if (!Fields.text(method, "type").equals("card")) {
            return debit(stripe, terms);
        }
        var charge = ChargeAttempt.succeed(stripe, terms);
        if (!captured) {
            stripe.schedule(
                    stripe.instant().plus(ChargeAttempt.AUTHORIZATION),
                    EXPIRE,
                    Json.object().put("id", Fields.text(charge, "id")));
        }
        return charge;
    }

    /** The money of a bank account takes some days. */
    private static ObjectNode debit(StripeContext stripe, ChargeTerms terms) {
        var charge = ChargeAttempt.begin(stripe, terms);
        stripe.schedule(stripe.instant().plus(CLEARING), CLEAR, Json.object().put("id", Fields.text(charge, "id")));
        return charge;
    }

    private static void clear(StripeContext stripe, ObjectNode data) {
        stripe.find(KIND, Fields.text(data, "id"))
                .filter(charge -> Fields.text(charge, "status").equals("pending"))
                .ifPresent(charge -> ChargeAttempt.complete(stripe, charge));
    }

    /** What was paid with, as it was shown before there were PaymentMethods. */
    private static JsonNode shownSource(StripeContext stripe, ObjectNode method) {
        var id = Fields.text(method, "id");
        for (var kind : new String[] {"card", "bank_account", "source"}) {
            var source = stripe.find(kind, id);
            if (source.isPresent()) {
                return VisibleFields.in(source.get());
            }
        }
        return PaymentMethodOwner.legacyCard(stripe, method);
    }

    /** Nobody can be asked to authenticate here: a card that needs it is declined. */
    private static Optional<Decline> decline(ObjectNode method) {
        return PaymentMethodOwner.card(method)
                .flatMap(card -> card.authentication().isRequired(true, PaymentMethodOwner.isSetUp(method), false)
                        ? Optional.of(Decline.of("authentication_required"))
                        : card.decline());
    }

    /** Nobody has captured the money in time. */
    private static void expire(StripeContext stripe, ObjectNode data) {
        stripe.find(KIND, Fields.text(data, "id"))
                .filter(charge -> !charge.path("captured").asBoolean()
                        && !charge.path("refunded").asBoolean())
                .ifPresent(charge -> {
                    var amount = charge.path("amount").asLong();
                    ReleasedMoney.release(stripe, charge, amount, ReleasedMoney.EXPIRED);
                    stripe.emit("charge.expired", charge);
                });
    }

    private static ObjectNode source(StripeContext stripe, StripeRequest request) {
        var given = request.text("source");
        var customer = request.text("customer");
        if (!customer.isEmpty() && !given.isEmpty()) {
            return ofCustomer(stripe, customer, given);
        }
        if (given.matches("(pm|card|src|ba)_.*")) {
            return PaymentMethodOwner.named(stripe, given, "source");
        }
        if (!given.isEmpty()) {
            var card = Json.object().put("type", "card");
            card.putObject("card").put("token", given);
            return NewPaymentMethod.of(stripe, card, "source", false);
        }
        if (customer.isEmpty()) {
            throw StripeError.invalid("Must provide source or customer.")
                    .code("parameter_missing")
                    .refusal();
        }
        var source = Fields.text(stripe.load("customer", customer, "customer"), "default_source");
        return stripe.find("payment_method", source)
                .orElseThrow(() -> StripeError.card("missing", WITHOUT_SOURCE)
                        .param("card")
                        .refusal());
    }

    private static ObjectNode ofCustomer(StripeContext stripe, String customer, String source) {
        var id = Fields.text(stripe.load("customer", customer, "customer"), "id");
        if (stripe.find("bank_account", source)
                .filter(account -> !Fields.text(account, "status").equals("verified"))
                .isPresent()) {
            throw StripeError.invalid(
                            "The customer's bank account must be verified before it can be charged: POST /v1/customers/%s/sources/%s/verify"
                                    .formatted(customer, source))
                    .code("bank_account_unverified")
                    .param("source")
                    .refusal();
        }
        return stripe.find("payment_method", source)
                .filter(method -> Fields.text(method, "customer").equals(id))
                .orElseThrow(() -> StripeError.invalid(
                                "Customer %s does not have a linked source with ID %s.".formatted(customer, source))
                        .code("missing")
                        .param("source")
                        .refusal());
    }

    private static ObjectNode capture(StripeContext stripe, StripeRequest request) {
        var charge = stripe.load(KIND, request.id());
        if (charge.path("refunded").asBoolean()) {
            throw StripeError.invalid("Charge %s has already been refunded.".formatted(request.id()))
                    .code("charge_already_refunded")
                    .refusal();
        }
        if (charge.path("captured").asBoolean()) {
            throw StripeError.invalid("Charge %s has already been captured.".formatted(request.id()))
                    .code("charge_already_captured")
                    .refusal();
        }
        if (Fields.has(charge, "payment_intent")) {
            throw StripeError.invalid(
                            "This uncaptured Charge was created by a PaymentIntent (%s). You must capture the PaymentIntent instead. For more information, see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method"
                                    .formatted(Fields.text(charge, "payment_intent")))
                    .refusal();
        }
        var reserved = charge.path("amount").asLong();
        var amount = request.has("amount") ? request.number("amount") : reserved;
        if (amount > reserved) {
            throw StripeError.invalid("Amount must be no more than the authorized amount.")
                    .code("amount_too_large")
                    .param("amount")
                    .refusal();
        }
        Fields.take(charge, request.params(), "receipt_email", "statement_descriptor", "statement_descriptor_suffix");
        ChargeAttempt.capture(stripe, charge, amount, reserved - amount);
        return charge;
    }

    private static StubResponse receipt(StripeContext stripe, StripeRequest request) {
        var charge = stripe.load(KIND, request.id());
        var currency = ChargeCurrency.of(Fields.text(charge, "currency"));
        var amount = currency.text(charge.path("amount").asLong());
        return Html.page(
                200,
                "Receipt",
                "<h1>Receipt</h1>\n<p>Amount paid: %s</p>\n<p>Charge: %s</p>\n".formatted(amount, request.id()));
    }
}
