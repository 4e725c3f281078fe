package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import java.util.Optional;

/** What invoices do by themselves: they are finalized an hour after their creation, collected again after a failure, and overdue. */
public final class InvoiceSchedule implements StripeFeature {

    private final Invoicing invoicing;
    private final InvoiceListener listener;

    /** Of invoices that are finalized and collected like this. */
    public InvoiceSchedule(Invoicing invoicing, InvoiceListener listener) {
        this.invoicing = invoicing;
        this.listener = listener;
    }

    @Override
    public void register(StripeRoutes routes) {
        routes.due(InvoiceDrafts.FINALIZE, this::complete)
                .due(Collection.RETRY, this::retry)
                .due(Finalization.DUE, this::overdue);
    }

    private void complete(StripeContext stripe, ObjectNode data) {
        expected(stripe, data, "draft", "automatically_finalizes_at").ifPresent(draft -> {
            var behavior = draft.path("_pause").asText();
            var invoice = invoicing.completeAndCollect(
                    stripe, behavior.isEmpty() ? draft : draft.deepCopy().put("collection_method", "send_invoice"));
            if (behavior.equals("void")) {
                invoicing.makeVoid(stripe, invoice);
            } else if (behavior.equals("mark_uncollectible")) {
                invoicing.markUncollectible(stripe, invoice);
            } else if (invoice.path("collection_method").asText().equals("send_invoice")) {
                stripe.emit("invoice.sent", invoice);
            }
        });
    }

    private void retry(StripeContext stripe, ObjectNode data) {
        expected(stripe, data, "open", "next_payment_attempt").ifPresent(open -> invoicing.collect(stripe, open));
    }

    private void overdue(StripeContext stripe, ObjectNode data) {
        expected(stripe, data, "open", "due_date").ifPresent(open -> {
            stripe.emit("invoice.overdue", open);
            listener.paymentFailed(stripe, open, false);
        });
    }

    /** The invoice if it is still as it was when this was scheduled. */
    private static Optional<ObjectNode> expected(StripeContext stripe, ObjectNode data, String status, String time) {
        return stripe.find(InvoiceDrafts.KIND, data.path("invoice").asText())
                .filter(invoice -> invoice.path("status").asText().equals(status))
                .filter(invoice ->
                        invoice.path(time).asLong() == data.path("at").asLong());
    }
}
