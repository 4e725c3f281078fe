package dev.treaty.stubs.stripe.payment.dispute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.balance.BalanceBook;
import dev.treaty.stubs.stripe.payment.balance.Movement;
import dev.treaty.stubs.stripe.payment.field.Fields;

/** The money of disputes: the bank takes it with a fee, and who wins gets it back without the fee. */
final class DisputedMoney {

    /** In the smallest unit of the currency. https://stripe.com/pricing */
    private static final long FEE = 1_500;

    private static final String TYPE = "adjustment";

    private DisputedMoney() {}

    static void withdraw(StripeContext stripe, ObjectNode dispute) {
        var charge = Fields.text(dispute, "charge");
        book(
                stripe,
                dispute,
                new Movement(
                        TYPE,
                        "dispute",
                        -dispute.path("amount").asLong(),
                        FEE,
                        "Dispute fee",
                        Fields.text(dispute, "currency"),
                        Fields.text(dispute, "id"),
                        "Chargeback withdrawal for " + charge,
                        stripe.instant()));
    }

    static void reinstate(StripeContext stripe, ObjectNode dispute) {
        book(
                stripe,
                dispute,
                Movement.free(
                        TYPE,
                        "dispute_reversal",
                        dispute.path("amount").asLong(),
                        Fields.text(dispute, "currency"),
                        Fields.text(dispute, "id"),
                        "Chargeback reversal for " + Fields.text(dispute, "charge"),
                        stripe.instant()));
    }

    private static void book(StripeContext stripe, ObjectNode dispute, Movement movement) {
        dispute.withArray("balance_transactions").add(BalanceBook.book(stripe, movement));
    }
}
