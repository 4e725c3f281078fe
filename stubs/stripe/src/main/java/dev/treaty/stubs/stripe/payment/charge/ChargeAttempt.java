package dev.treaty.stubs.stripe.payment.charge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.balance.BalanceBook;
import dev.treaty.stubs.stripe.payment.balance.Movement;
import dev.treaty.stubs.stripe.payment.card.Decline;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.method.PaymentMethodOwner;
import dev.treaty.stubs.stripe.payment.money.ProcessingFee;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.Optional;

/** Makes charges, and captures them. */
public final class ChargeAttempt {

    /** How long money stays reserved. https://docs.stripe.com/payments/place-a-hold-on-a-payment-method */
    public static final Duration AUTHORIZATION = Duration.ofDays(7);

    /** What is due right after a charge with a card whose payments are disputed. */
    public static final String DISPUTE = "charge.dispute";

    /** The field of an order that has what was paid with, for charges without a PaymentIntent. */
    static final String SOURCE = "_source";

    private static final String KIND = "charge";
    private static final String AMOUNT_CAPTURED = "amount_captured";

    private ChargeAttempt() {}

    /** A charge to which the bank agrees. */
    public static ObjectNode succeed(StripeContext stripe, ChargeTerms terms) {
        var charge = draft(stripe, terms, true);
        charge.put("paid", true).put("status", "succeeded");
        charge.set("outcome", Outcome.authorized(riskLevel(terms.method())));
        charge.put("receipt_url", stripe.pageUrl("/receipts/" + Fields.text(charge, "id")));
        stripe.save(charge);
        if (terms.captured()) {
            take(stripe, charge, terms.amount());
        }
        stripe.emit("charge.succeeded", charge);
        if (terms.captured()) {
            openDispute(stripe, charge, terms.method());
        }
        return charge;
    }

    /** A charge that the bank, or Stripe, refuses. */
    public static ObjectNode decline(StripeContext stripe, ChargeTerms terms, Decline decline) {
        var charge = draft(stripe, terms, false);
        fail(charge, decline);
        charge.set("outcome", Outcome.declined(decline, riskLevel(terms.method())));
        stripe.save(charge);
        stripe.emit("charge.failed", charge);
        return charge;
    }

    private static void fail(ObjectNode charge, Decline decline) {
        charge.put("failure_code", decline.code())
                .put("failure_message", decline.message())
                .put("paid", false)
                .put("captured", false)
                .put("status", "failed");
    }

    /** A charge whose money takes days, such as a direct debit. */
    public static ObjectNode begin(StripeContext stripe, ChargeTerms terms) {
        var charge = draft(stripe, terms, true);
        charge.put("paid", false).put("captured", true).put("status", "pending");
        charge.set("outcome", Outcome.pending());
        stripe.save(charge);
        stripe.emit("charge.pending", charge);
        return charge;
    }

    /** The money has arrived. */
    public static void complete(StripeContext stripe, ObjectNode charge) {
        charge.put("paid", true).put("status", "succeeded");
        charge.put("receipt_url", stripe.pageUrl("/receipts/" + Fields.text(charge, "id")));
        take(stripe, charge, charge.path("amount").asLong());
        stripe.emit("charge.succeeded", charge);
    }

    /** The money has not arrived. */
    public static void abandon(StripeContext stripe, ObjectNode charge, String code, String message) {
        charge.put("failure_code", code)
                .put("failure_message", message)
                .put("captured", false)
                .put("status", "failed");
        stripe.save(charge);
        stripe.emit("charge.failed", charge);
    }

    /**
     * Takes reserved money.
     *
     * @param released how much of the rest nobody will take any more
     */
    public static void capture(StripeContext stripe, ObjectNode charge, long amount, long released) {
        var before = charge.deepCopy();
        charge.put("captured", true);
        if (released > 0) {
            ReleasedMoney.release(stripe, charge, released, "");
        }
        take(stripe, charge, amount);
        stripe.emit("charge.captured", before, charge);
        stripe.find("payment_method", Fields.text(charge, "payment_method"))
                .ifPresent(method -> openDispute(stripe, charge, method));
    }

    private static void take(StripeContext stripe, ObjectNode charge, long amount) {
        var currency = Fields.text(charge, "currency");
        var available = card(stripe, charge).filter(TestCard::isAvailableAtOnce).isPresent();
        var transaction = BalanceBook.book(
                stripe,
                new Movement(
                        KIND,
                        KIND,
                        amount,
                        ProcessingFee.in(currency).of(amount),
                        "Stripe processing fees",
                        currency,
                        Fields.text(charge, "id"),
                        Fields.text(charge, "description"),
                        available ? stripe.instant() : BalanceBook.settlement(stripe)));
        charge.put(AMOUNT_CAPTURED, charge.path(AMOUNT_CAPTURED).asLong() + amount)
                .put("balance_transaction", Fields.text(transaction, "id"));
        stripe.save(charge);
    }

    private static Optional<TestCard> card(StripeContext stripe, ObjectNode charge) {
        return stripe.find("payment_method", Fields.text(charge, "payment_method"))
                .flatMap(PaymentMethodOwner::card);
    }

    private static void openDispute(StripeContext stripe, ObjectNode charge, ObjectNode method) {
        PaymentMethodOwner.card(method)
                .flatMap(TestCard::dispute)
                .ifPresent(reason -> stripe.schedule(
                        stripe.instant(),
                        DISPUTE,
                        Json.object().put("charge", Fields.text(charge, "id")).put("reason", reason)));
    }

    private static String riskLevel(ObjectNode method) {
        return PaymentMethodOwner.card(method).map(TestCard::riskLevel).orElse("not_assessed");
    }

    private static ObjectNode draft(StripeContext stripe, ChargeTerms terms, boolean authorized) {
        var order = terms.order();
        var method = terms.method();
        var charge = stripe.draft(KIND, Json.object());
        Fields.take(
                charge,
                order,
                "currency",
                "customer",
                "description",
                "receipt_email",
                "shipping",
                "metadata",
                "on_behalf_of",
                "statement_descriptor",
                "statement_descriptor_suffix",
                "transfer_data",
                "transfer_group",
                "application_fee_amount");
        charge.put("amount", terms.amount())
                .put("captured", terms.captured())
                .put("calculated_statement_descriptor", statementDescriptor(order))
                .put("payment_method", Fields.text(method, "id"));
        if (Fields.text(order, "object").equals("payment_intent")) {
            charge.put("payment_intent", Fields.text(order, "id"));
        }
        if (order.path(SOURCE).isObject()) {
            charge.set("source", order.path(SOURCE));
        }
        charge.set("billing_details", method.path("billing_details").deepCopy());
        charge.putObject("fraud_details");
        charge.putObject("radar_options");
        var captureBefore = authorized && !terms.captured() ? stripe.now() + AUTHORIZATION.toSeconds() : 0;
        charge.set(
                "payment_method_details",
                ChargedMethod.of(method, terms.amount(), authorized, captureBefore, terms.threeDSecure()));
        return charge;
    }

    private static String statementDescriptor(ObjectNode order) {
        var suffix = Fields.text(order, "statement_descriptor_suffix");
        var own = Fields.text(order, "statement_descriptor");
        if (!own.isEmpty()) {
            return own;
        }
        return suffix.isEmpty() ? "Stripe" : "STRIPE* " + suffix;
    }
}
