package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.invoice.InvoicePaymentMethod;
import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.billing.invoice.NewInvoiceItem;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;

/** Keeps a change of a subscription, and invoices what has to be paid for it. */
public final class SubscriptionUpdate {

    private final Invoicing invoicing;

    /** Changes whose invoices are finalized and collected like this. */
    public SubscriptionUpdate(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    /**
     * Changes a subscription.
     *
     * @param stripe at the subscription's time
     * @param params those of the operation
     * @return the subscription as it is afterwards
     */
    public ObjectNode apply(StripeContext stripe, ObjectNode before, JsonNode params) {
        checkEnded(before, params);
        var change = new SubscriptionChange(stripe, before, params);
        var after = change.after();
        change.prorations().forEach(fields -> NewInvoiceItem.create(stripe, fields));
        OneTimeItems.create(stripe, after, params.path("add_invoice_items"));
        if (change.invoicesNow()) {
            invoice(stripe, before, change, params);
        } else {
            SubscriptionRecord.update(stripe, before, after);
        }
        schedule(stripe, before, after);
        return stripe.load(SubscriptionRecord.KIND, after.path("id").asText());
    }

    private static void checkEnded(ObjectNode subscription, JsonNode params) {
        if (!SubscriptionRecord.hasEnded(subscription)) {
            return;
        }
        for (var param : params.properties()) {
            if (!param.getKey().matches("metadata|cancellation_details|expand")) {
                throw StripeError.invalid(
                                "A canceled subscription can only update its cancellation_details and metadata.")
                        .refusal();
            }
        }
    }

    private void invoice(StripeContext stripe, ObjectNode before, SubscriptionChange change, JsonNode params) {
        var after = change.after();
        var lines = new ArrayList<>(SubscriptionInvoices.pendingLines(stripe, after));
        if (change.startsPeriod()) {
            SubscriptionRecord.items(after)
                    .forEach(item -> lines.add(SubscriptionInvoices.renewalLine(stripe, before, after, item)));
        }
        var draft = SubscriptionInvoices.create(stripe, after, "subscription_update", Json.object(), lines);
        SubscriptionRecord.update(stripe, before, after);
        if (!after.path("collection_method").asText().equals("charge_automatically")) {
            return;
        }
        var invoice = invoicing.complete(stripe, draft);
        if (!invoice.path("status").asText().equals("open")) {
            return;
        }
        var paymentMethod = InvoicePaymentMethod.of(stripe, invoice);
        if (params.path("payment_behavior").asText().equals("default_incomplete") || paymentMethod.isEmpty()) {
            return;
        }
        var result = invoicing.collect(
                stripe, invoice, paymentMethod.get(), params.path("off_session").asBoolean());
        if (!result.isSuccess() && params.path("payment_behavior").asText().equals("error_if_incomplete")) {
            throw SubscriptionCreation.refusal(result);
        }
    }

    private static void schedule(StripeContext stripe, ObjectNode before, ObjectNode after) {
        if (SubscriptionRecord.periodEnd(before) != SubscriptionRecord.periodEnd(after)) {
            SubscriptionSchedule.renewal(stripe, after);
        }
        if (!before.path("cancel_at").equals(after.path("cancel_at"))) {
            SubscriptionSchedule.cancellation(stripe, after);
        }
        if (!before.path("pause_collection").equals(after.path("pause_collection"))) {
            SubscriptionSchedule.resumption(stripe, after);
        }
        if (SubscriptionRecord.status(after).equals("trialing")
                && !before.path("trial_end").equals(after.path("trial_end"))) {
            SubscriptionSchedule.trial(stripe, after);
        }
    }
}
