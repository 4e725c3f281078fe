package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.customer.CreditBalance;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/**
 * What a customer owes (positive) or has left over (negative) from earlier invoices. It changes what the next one is about.
 *
 * @see <a href="https://docs.stripe.com/billing/customer/balance">Stripe, customer credit balance</a>
 */
final class CustomerBalance {

    /** Less is not worth a payment (Stripe, "Minimum and maximum charge amounts"); other currencies have no minimum here. */
    private static final Map<String, Long> SMALLEST_CHARGE =
            Map.of("usd", 50L, "eur", 50L, "gbp", 30L, "jpy", 50L, "cad", 50L, "aud", 50L, "chf", 50L);

    private CustomerBalance() {}

    /** Sets what is due of a draft, with the balance as it is now. */
    static void preview(StripeContext stripe, ObjectNode invoice) {
        var total = invoice.path("total").asLong();
        var balance = stripe.find("customer", invoice.path("customer").asText())
                .map(customer -> customer.path("balance").asLong())
                .orElse(0L);
        var due = due(total, balance, invoice.path("currency").asText());
        invoice.put("starting_balance", balance);
        invoice.put("amount_due", due).put("amount_remaining", due).put("amount_paid", 0);
    }

    private static long due(long total, long balance, String currency) {
        var due = Math.max(0, total + balance);
        return due < SMALLEST_CHARGE.getOrDefault(currency, 0L) ? 0 : due;
    }

    /** Applies the balance to an invoice that is finalized, and keeps what is left of it. */
    static void apply(StripeContext stripe, ObjectNode invoice) {
        preview(stripe, invoice);
        var before = invoice.path("starting_balance").asLong();
        var after = before
                + invoice.path("total").asLong()
                - invoice.path("amount_due").asLong();
        invoice.put("ending_balance", after);
        if (after != before) {
            change(stripe, invoice, after - before, type(invoice, before));
        }
    }

    private static String type(ObjectNode invoice, long before) {
        var total = invoice.path("total").asLong();
        if (total < 0 || before == 0) {
            return "invoice_too_small";
        }
        return "applied_to_invoice";
    }

    /** Gives back what was taken from the balance, because the invoice is void. */
    static void restore(StripeContext stripe, ObjectNode invoice) {
        var change = invoice.path("ending_balance").asLong()
                - invoice.path("starting_balance").asLong();
        if (change != 0) {
            change(stripe, invoice, -change, "unapplied_from_invoice");
        }
    }

    private static void change(StripeContext stripe, ObjectNode invoice, long amount, String type) {
        var fields = Json.object()
                .put("currency", invoice.path("currency").asText())
                .put("invoice", invoice.path("id").asText())
                .put("type", type);
        stripe.find("customer", invoice.path("customer").asText())
                .ifPresent(customer -> CreditBalance.change(stripe, customer, amount, fields));
    }
}
