package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Locale;
import java.util.Optional;

/** Draft → open: an invoice gets its number, and a PaymentIntent for what is due. */
final class Finalization {

    static final String DUE = "invoice.due";
    private static final int PREFIX_LENGTH = 8;

    private final InvoicePayments payments;
    private final InvoiceEnds ends;

    Finalization(InvoicePayments payments, InvoiceEnds ends) {
        this.payments = payments;
        this.ends = ends;
    }

    /** Finalizes a draft; one for which nothing is due is paid. */
    ObjectNode complete(StripeContext stripe, ObjectNode draft) {
        var invoice = draft.deepCopy();
        InvoiceTotals.update(stripe, invoice);
        CustomerBalance.apply(stripe, invoice);
        open(stripe, draft, invoice);
        if (invoice.path("amount_due").asLong() == 0) {
            return ends.paid(stripe, invoice, Optional.empty());
        }
        request(stripe, invoice);
        awaitDueDate(stripe, invoice);
        return invoice;
    }

    /** Finalizes a draft that was paid for before, with a PaymentIntent of the same amount. */
    ObjectNode completePaid(StripeContext stripe, ObjectNode draft, String intent) {
        var invoice = draft.deepCopy();
        InvoiceTotals.update(stripe, invoice);
        open(stripe, draft, invoice);
        refer(stripe, invoice, intent);
        return ends.paid(stripe, invoice, Optional.empty());
    }

    private static void open(StripeContext stripe, ObjectNode draft, ObjectNode invoice) {
        if (invoice.path("number").isNull()) {
            invoice.put("number", number(stripe, invoice));
        }
        InvoiceDrafts.dueDate(stripe, invoice);
        invoice.put("status", "open").put("effective_at", stripe.now()).putNull("automatically_finalizes_at");
        invoice.putNull("next_payment_attempt");
        invoice.withObject("/status_transitions").put("finalized_at", stripe.now());
        links(stripe, invoice);
        stripe.save(invoice);
        stripe.emit("invoice.finalized", draft, invoice);
    }

    private static void links(StripeContext stripe, ObjectNode invoice) {
        var token = stripe.accountId() + "/test_" + Ids.random(90);
        invoice.put("hosted_invoice_url", "https://invoice.stripe.com/i/" + token + "?s=ap");
        invoice.put("invoice_pdf", "https://pay.stripe.com/invoice/" + token + "/pdf?s=ap");
    }

    /** The customer's prefix and the next number, e.g. {@code "A1B2C3D4-0001"}. */
    private static String number(StripeContext stripe, ObjectNode invoice) {
        var customer = stripe.load("customer", invoice.path("customer").asText());
        var prefix = customer.path("invoice_prefix").asText("");
        if (prefix.isEmpty() || customer.path("invoice_prefix").isNull()) {
            prefix = Ids.random(PREFIX_LENGTH).toUpperCase(Locale.ROOT);
            customer.put("invoice_prefix", prefix);
        }
        var next = Math.max(1, customer.path("next_invoice_sequence").asInt(1));
        stripe.save(customer.put("next_invoice_sequence", next + 1));
        return "%s-%04d".formatted(prefix, next);
    }

    /** The PaymentIntent for what is due. */
    private void request(StripeContext stripe, ObjectNode invoice) {
        var fields = intentFields(invoice);
        InvoicePaymentMethod.of(stripe, invoice).ifPresent(method -> fields.put("payment_method", method));
        refer(stripe, invoice, payments.create(stripe, fields).path("id").asText());
    }

    /** The invoice's payment, which refers to the PaymentIntent. */
    private static void refer(StripeContext stripe, ObjectNode invoice, String intent) {
        var payment = Json.object()
                .putNull("amount_paid")
                .put("amount_requested", invoice.path("amount_due").asLong())
                .put("currency", invoice.path("currency").asText())
                .put("invoice", invoice.path("id").asText())
                .put("is_default", true)
                .put("status", "open");
        payment.putObject("payment").put("payment_intent", intent).put("type", "payment_intent");
        payment.putObject("status_transitions").putNull("canceled_at").putNull("paid_at");
        var kept = stripe.draft("invoice_payment", payment);
        stripe.save(kept);
        invoice.put("_payment_intent", intent).put("_payment", kept.path("id").asText());
        stripe.save(invoice);
        InvoiceOfIntent.remember(stripe, intent, invoice.path("id").asText());
    }

    private static ObjectNode intentFields(ObjectNode invoice) {
        var fields = Json.object()
                .put("amount", invoice.path("amount_due").asLong())
                .put("currency", invoice.path("currency").asText())
                .put("customer", invoice.path("customer").asText())
                .put("description", description(invoice));
        fields.putArray("payment_method_types").add("card");
        if (invoice.path("_setup_future_usage").isTextual()) {
            fields.put("setup_future_usage", invoice.path("_setup_future_usage").asText());
        }
        return fields;
    }

    private static String description(ObjectNode invoice) {
        return switch (invoice.path("billing_reason").asText()) {
            case "subscription_create" -> "Subscription creation";
            case "subscription_cycle", "subscription_update" -> "Subscription update";
            default -> "Payment for Invoice";
        };
    }

    private static void awaitDueDate(StripeContext stripe, ObjectNode invoice) {
        if (invoice.path("due_date").isNumber()) {
            var at = invoice.path("due_date").asLong();
            var data = Json.object().put("invoice", invoice.path("id").asText()).put("at", at);
            TestClockTime.schedule(stripe, invoice, at, DUE, data);
        }
    }
}
