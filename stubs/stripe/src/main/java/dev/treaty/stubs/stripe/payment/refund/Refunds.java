package dev.treaty.stubs.stripe.payment.refund;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.balance.BalanceBook;
import dev.treaty.stubs.stripe.payment.balance.Movement;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.charge.RefundDraft;
import dev.treaty.stubs.stripe.payment.charge.ReleasedMoney;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.method.PaymentMethodOwner;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;

/**
 * Refunds. Most succeed at once; those of two test cards change later: one is pending and succeeds, one succeeds and fails.
 *
 * @see <a href="https://docs.stripe.com/api/refunds">Stripe, refunds</a>
 * @see <a href="https://docs.stripe.com/testing#refunds">Stripe, refunds in test mode</a>
 */
public final class Refunds implements StripeFeature {

    private static final String KIND = "refund";
    private static final String CHARGE = "charge";
    private static final String STATUS = "status";
    private static final String AMOUNT = "amount";
    private static final String REFUNDED = "amount_refunded";
    /** Parameters that are fields as well. */
    private static final String[] GIVEN = {"metadata", "reason", "instructions_email"};

    private static final String SUCCEED = "refund.succeed";
    private static final String FAIL = "refund.fail";

    /** How long the bank of the two test cards takes. */
    private static final Duration BANK = Duration.ofSeconds(3);

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(KIND)
                .on("POST /v1/refunds", Refunds::create)
                .on("POST /v1/refunds/{id}", Refunds::update)
                .on("POST /v1/refunds/{id}/cancel", Refunds::cancel)
                .include(CHARGE, "refunds", Refunds::ofCharge)
                .due(SUCCEED, Refunds::succeedLater)
                .due(FAIL, Refunds::failLater);
    }

    private static JsonNode ofCharge(StripeContext stripe, ObjectNode charge) {
        var id = Fields.text(charge, "id");
        return stripe.list(KIND).where(CHARGE, id).page(Json.object(), "/v1/charges/%s/refunds".formatted(id));
    }

    /**
     * Refunds what the parameters {@code charge} or {@code payment_intent} name, and {@code amount}, as {@code POST /v1/refunds} does.
     *
     * @throws dev.treaty.stubs.vendor.VendorError if it cannot be refunded
     */
    public static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var charge = RefundableCharge.of(stripe, request);
        var before = charge.deepCopy();
        if (!charge.path("captured").asBoolean()) {
            return release(stripe, charge, request);
        }
        var refund = draft(stripe, charge, request);
        var fate = stripe.find("payment_method", Fields.text(charge, "payment_method"))
                .flatMap(PaymentMethodOwner::card)
                .flatMap(TestCard::refund)
                .orElse("");
        var pending = fate.equals("pending");
        refund.put(STATUS, pending ? "pending" : "succeeded");
        if (pending) {
            refund.put("pending_reason", "processing");
        } else {
            giveBack(stripe, charge, refund);
        }
        stripe.save(refund);
        stripe.emit("refund.created", refund);
        if (!pending) {
            stripe.emit("charge.refunded", before, charge);
        }
        if (!fate.isEmpty()) {
            stripe.schedule(
                    stripe.instant().plus(BANK),
                    pending ? SUCCEED : FAIL,
                    Json.object().put("id", Fields.text(refund, "id")));
        }
        return refund;
    }

    /** A charge whose money was only reserved is as good as canceled. */
    private static ObjectNode release(StripeContext stripe, ObjectNode charge, StripeRequest request) {
        var before = charge.deepCopy();
        var refund = ReleasedMoney.release(stripe, charge, RefundableCharge.amount(charge, request), "");
        Fields.take(refund, request.params(), GIVEN);
        stripe.save(refund);
        stripe.emit("refund.created", refund);
        stripe.emit("charge.refunded", before, charge);
        return refund;
    }

    private static ObjectNode draft(StripeContext stripe, ObjectNode charge, StripeRequest request) {
        var refund = RefundDraft.of(stripe, charge, RefundableCharge.amount(charge, request));
        Fields.take(refund, request.params(), GIVEN);
        return refund;
    }

    /** Takes the money from the balance, and notes it in the charge. */
    private static void giveBack(StripeContext stripe, ObjectNode charge, ObjectNode refund) {
        refund.put(
                "balance_transaction",
                book(stripe, charge, refund, KIND, -refund.path(AMOUNT).asLong()));
        note(stripe, charge, refund.path(AMOUNT).asLong());
        if (Fields.text(refund, "reason").equals("fraudulent")) {
            charge.putObject("fraud_details").put("user_report", "fraudulent");
            stripe.save(charge);
        }
    }

    private static void note(StripeContext stripe, ObjectNode charge, long amount) {
        var refunded = charge.path(REFUNDED).asLong() + amount;
        charge.put(REFUNDED, refunded);
        charge.put("refunded", ReleasedMoney.refundable(charge) <= 0);
        stripe.save(charge);
    }

    private static String book(
            StripeContext stripe, ObjectNode charge, ObjectNode refund, String category, long amount) {
        var description = Fields.text(charge, "description");
        var transaction = BalanceBook.book(
                stripe,
                Movement.free(
                        category,
                        category,
                        amount,
                        Fields.text(refund, "currency"),
                        Fields.text(refund, "id"),
                        "REFUND FOR CHARGE" + (description.isEmpty() ? "" : " (" + description + ")"),
                        BalanceBook.availableOn(stripe, Fields.text(charge, "balance_transaction"))));
        return Fields.text(transaction, "id");
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var before = stripe.load(KIND, request.id());
        var after = before.deepCopy();
        Fields.takeMetadata(after, request.params());
        stripe.save(after);
        tell(stripe, before, after);
        return after;
    }

    private static ObjectNode cancel(StripeContext stripe, StripeRequest request) {
        var before = stripe.load(KIND, request.id());
        if (!Fields.text(before, STATUS).equals("pending")) {
            throw StripeError.invalid("Canceling this refund is unsupported.").refusal();
        }
        var after = before.deepCopy().put(STATUS, "canceled");
        after.remove("pending_reason");
        stripe.save(after);
        tell(stripe, before, after);
        return after;
    }

    private static void succeedLater(StripeContext stripe, ObjectNode data) {
        stripe.find(KIND, Fields.text(data, "id"))
                .filter(refund -> Fields.text(refund, STATUS).equals("pending"))
                .ifPresent(before -> {
                    var charge = stripe.load(CHARGE, Fields.text(before, CHARGE));
                    var unrefunded = charge.deepCopy();
                    var after = before.deepCopy().put(STATUS, "succeeded");
                    after.remove("pending_reason");
                    giveBack(stripe, charge, after);
                    stripe.save(after);
                    tell(stripe, before, after);
                    stripe.emit("charge.refunded", unrefunded, charge);
                });
    }

    private static void failLater(StripeContext stripe, ObjectNode data) {
        stripe.find(KIND, Fields.text(data, "id"))
                .filter(refund -> Fields.text(refund, STATUS).equals("succeeded"))
                .ifPresent(before -> {
                    var charge = stripe.load(CHARGE, Fields.text(before, CHARGE));
                    var amount = before.path(AMOUNT).asLong();
                    var after = before.deepCopy()
                            .put(STATUS, "failed")
                            .put("failure_reason", "expired_or_canceled_card")
                            .put("failure_balance_transaction", book(stripe, charge, before, "refund_failure", amount));
                    note(stripe, charge, -amount);
                    stripe.save(after);
                    tell(stripe, before, after);
                    stripe.emit("refund.failed", after);
                });
    }

    private static void tell(StripeContext stripe, ObjectNode before, ObjectNode after) {
        stripe.emit("refund.updated", before, after);
        stripe.emit("charge.refund.updated", before, after);
    }
}
