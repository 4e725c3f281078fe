package dev.treaty.stubs.stripe.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;

/**
 * What a customer owes (positive) or has left over (negative), with a transaction for each change.
 *
 * @see <a href="https://docs.stripe.com/billing/customer/balance">Stripe, customer credit balance</a>
 */
public final class CreditBalance {

    static final String TRANSACTION = "customer_balance_transaction";

    /** That of the account, which is an American one here. */
    private static final String DEFAULT_CURRENCY = "usd";

    private CreditBalance() {}

    /** What a transaction says that a request for another balance causes. */
    public static ObjectNode adjustment(ObjectNode customer) {
        return Json.object()
                .put("type", "adjustment")
                .put("currency", customer.path("currency").asText(DEFAULT_CURRENCY));
    }

    /**
     * Changes the balance.
     *
     * @param amount in the smallest unit of the currency; negative for credit
     * @param fields of the transaction: {@code currency}, {@code type}, and what it is about, such as {@code invoice}
     * @return the transaction
     */
    public static ObjectNode change(StripeContext stripe, ObjectNode customer, long amount, ObjectNode fields) {
        var balance = customer.path("balance").asLong() + amount;
        var transaction = stripe.draft(TRANSACTION, fields);
        transaction.putObject("metadata").setAll(fields.withObject("/metadata"));
        transaction.put("amount", amount).put("ending_balance", balance);
        transaction.set("customer", customer.path("id"));
        transaction.set("_parent", customer.path("id"));
        stripe.save(transaction);
        var after = customer.deepCopy().put("balance", balance);
        after.set("currency", fields.path("currency"));
        stripe.update(customer, after);
        return transaction;
    }
}
