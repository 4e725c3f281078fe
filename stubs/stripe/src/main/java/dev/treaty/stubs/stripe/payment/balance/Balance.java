package dev.treaty.stubs.stripe.payment.balance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;

/**
 * The account's balance, and payouts.
 *
 * @see <a href="https://docs.stripe.com/api/balance">Stripe, balance</a>
 * @see <a href="https://docs.stripe.com/api/payouts">Stripe, payouts</a>
 */
public final class Balance implements StripeFeature {

    private static final String PAYOUT = "payout";
    private static final String ARRIVE = "payout.arrive";

    /** How long the bank takes. */
    private static final Duration TRANSFER = Duration.ofDays(1);

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates("balance_transaction", PAYOUT)
                .on("GET /v1/balance", (stripe, request) -> BalanceBook.balance(stripe))
                .on("POST /v1/payouts", Balance::payOut)
                .on("POST /v1/payouts/{id}/cancel", Balance::cancel)
                .due(BalanceBook.SETTLE, BalanceBook::settle)
                .due(ARRIVE, Balance::arrive);
    }

    private static ObjectNode payOut(StripeContext stripe, StripeRequest request) {
        var amount = request.number("amount");
        if (amount < 1) {
            throw StripeError.invalid("This value must be greater than or equal to 1.")
                    .code("parameter_invalid_integer")
                    .param("amount")
                    .refusal();
        }
        var currency = request.text("currency");
        if (amount > BalanceBook.available(stripe, currency)) {
            throw StripeError.invalid(
                            "You have insufficient funds in your Stripe account for this transfer. Your card balance is too low. You can"
                                    + " use the /v1/balance endpoint to view your Stripe balance (for more details, see"
                                    + " stripe.com/docs/api#balance).")
                    .code("balance_insufficient")
                    .refusal();
        }
        var arrival = stripe.instant().plus(TRANSFER);
        var payout = stripe.draft(PAYOUT, fields(request));
        payout.put("amount", amount)
                .put("currency", currency)
                .put("arrival_date", arrival.getEpochSecond())
                .put("destination", stripe.newId("bank_account"))
                .put("status", "pending");
        book(stripe, payout, PAYOUT, -amount, "balance_transaction");
        stripe.save(payout);
        stripe.emit("payout.created", payout);
        stripe.schedule(arrival, ARRIVE, Json.object().put("id", Fields.text(payout, "id")));
        return payout;
    }

    private static ObjectNode fields(StripeRequest request) {
        var fields = Json.object()
                .put("automatic", false)
                .put("method", "standard")
                .put("source_type", "card")
                .put("reconciliation_status", "not_applicable")
                .put("type", "bank_account");
        fields.putObject("metadata");
        Fields.take(
                fields, request.params(), "description", "metadata", "method", "source_type", "statement_descriptor");
        return fields;
    }

    private static void book(StripeContext stripe, ObjectNode payout, String type, long amount, String field) {
        var transaction = BalanceBook.book(
                stripe,
                Movement.free(
                        type,
                        type,
                        amount,
                        Fields.text(payout, "currency"),
                        Fields.text(payout, "id"),
                        "STRIPE PAYOUT",
                        stripe.instant()));
        payout.put(field, Fields.text(transaction, "id"));
    }

    private static ObjectNode cancel(StripeContext stripe, StripeRequest request) {
        var payout = stripe.load(PAYOUT, request.id());
        if (!Fields.text(payout, "status").equals("pending")) {
            throw StripeError.invalid(
                            "Payouts can only be canceled while they are pending. This payout has a status of `%s`."
                                    .formatted(Fields.text(payout, "status")))
                    .refusal();
        }
        book(stripe, payout, "payout_cancel", payout.path("amount").asLong(), "failure_balance_transaction");
        stripe.save(payout.put("status", "canceled"));
        stripe.emit("payout.canceled", payout);
        return payout;
    }

    private static void arrive(StripeContext stripe, ObjectNode data) {
        stripe.find(PAYOUT, Fields.text(data, "id"))
                .filter(payout -> Fields.text(payout, "status").equals("pending"))
                .ifPresent(payout -> {
                    stripe.save(payout.put("status", "paid"));
                    stripe.emit("payout.paid", payout);
                });
    }
}
