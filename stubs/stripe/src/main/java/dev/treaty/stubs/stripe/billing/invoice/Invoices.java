package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.ParameterMerge;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.ListFilters;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;
import java.util.Locale;

/**
 * Invoices: draft → open → paid, void or uncollectible.
 *
 * @see <a href="https://docs.stripe.com/api/invoices">Stripe, invoices</a>
 */
public final class Invoices implements StripeFeature {

    private static final String KIND = InvoiceDrafts.KIND;
    private static final String[] FIELDS = {
        "account_tax_ids",
        "auto_advance",
        "automatically_finalizes_at",
        "collection_method",
        "custom_fields",
        "default_payment_method",
        "default_source",
        "description",
        "due_date",
        "effective_at",
        "footer",
        "metadata",
        "number",
        "on_behalf_of",
        "shipping_details",
        "statement_descriptor"
    };

    private final Invoicing invoicing;

    /** Invoices that are finalized and collected like this. */
    public Invoices(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/invoices", Invoices::create)
                .on("GET /v1/invoices", Invoices::list)
                .defaults(KIND, invoice -> invoice.remove("confirmation_secret"))
                .include(KIND, "payments", InvoicePaymentList::of)
                .include(KIND, "confirmation_secret", InvoicePaymentList::secret)
                .on("GET /v1/invoice_payments", InvoicePaymentList::list)
                .simulates("invoice_payment", KIND, "line_item")
                .on("POST /v1/invoices/{id}", (account, request) -> with(account, request, Invoices::update))
                .on("DELETE /v1/invoices/{id}", (account, request) -> with(account, request, Invoices::delete))
                .on("POST /v1/invoices/{id}/finalize", (account, request) -> with(account, request, this::complete))
                .on(
                        "POST /v1/invoices/{id}/pay",
                        (account, request) -> new InvoicePay(invoicing).answer(account, request))
                .on("POST /v1/invoices/{id}/send", (account, request) -> with(account, request, this::send))
                .on("POST /v1/invoices/{id}/void", (account, request) -> with(account, request, this::makeVoid))
                .on(
                        "POST /v1/invoices/{id}/mark_uncollectible",
                        (account, request) -> with(account, request, this::markUncollectible))
                .on(
                        "GET /v1/invoices/{id}/lines",
                        (account, request) -> InvoiceLineEditing.page(account.load(KIND, request.id()), request))
                .on("POST /v1/invoices/{invoiceId}/lines/{id}", InvoiceLineEditing::updateLine)
                .on(
                        "POST /v1/invoices/{id}/add_lines",
                        (account, request) -> edit(account, request, InvoiceLineEditing::addLines))
                .on(
                        "POST /v1/invoices/{id}/remove_lines",
                        (account, request) -> edit(account, request, InvoiceLineEditing::removeLines))
                .on(
                        "POST /v1/invoices/{id}/update_lines",
                        (account, request) -> edit(account, request, InvoiceLineEditing::updateLines));
    }

    private static ObjectNode with(StripeContext account, StripeRequest request, Step step) {
        var invoice = account.load(KIND, request.id());
        return step.take(TestClockTime.of(account, invoice), invoice, request);
    }

    private static ObjectNode edit(StripeContext account, StripeRequest request, LineEditing editing) {
        return with(account, request, (stripe, invoice, asked) -> {
            InvoiceRules.editable(invoice);
            return editing.edit(stripe, invoice, asked.params());
        });
    }

    private static ObjectNode create(StripeContext account, StripeRequest request) {
        if (request.text("customer").isEmpty()) {
            throw StripeError.missing("customer").refusal();
        }
        var customer = account.load("customer", request.text("customer"), "customer");
        var stripe = TestClockTime.of(account, customer);
        var fields = fields(stripe, request);
        var items = request.text("pending_invoice_items_behavior").equals("include")
                        || !request.text("subscription").isEmpty()
                ? pending(stripe, request)
                : List.<ObjectNode>of();
        if (!items.isEmpty()) {
            fields.put("currency", items.get(0).path("currency").asText());
        }
        var lines =
                items.stream().map(item -> InvoiceLines.ofItem(stripe, item)).toList();
        return InvoiceDrafts.create(stripe, customer, fields, lines);
    }

    private static List<ObjectNode> pending(StripeContext stripe, StripeRequest request) {
        var subscription = request.text("subscription");
        var items = PendingItems.of(stripe, request.text("customer"), subscription);
        if (items.isEmpty()) {
            throw (subscription.isEmpty()
                            ? StripeError.invalid("Nothing to invoice for customer")
                                    .code("invoice_no_customer_line_items")
                            : StripeError.invalid("Nothing to invoice for subscription")
                                    .code("invoice_no_subscription_line_items"))
                    .refusal();
        }
        return items;
    }

    private static ObjectNode fields(StripeContext stripe, StripeRequest request) {
        var fields = ParameterMerge.only(request.params(), FIELDS);
        if (!request.text("currency").isEmpty()) {
            fields.put("currency", request.text("currency").toLowerCase(Locale.ROOT));
        }
        var subscription = request.text("subscription");
        if (!subscription.isEmpty()) {
            stripe.load("subscription", subscription, "subscription");
            fields.put("_subscription", subscription);
            fields.putObject("parent").putNull("quote_details").put("type", "subscription_details");
            fields.withObject("/parent/subscription_details")
                    .put("subscription", subscription)
                    .putObject("metadata");
        }
        InvoiceTerms.due(fields, request);
        InvoiceTerms.adjust(stripe, fields, request, Json.object().put("customer", request.text("customer")));
        return fields;
    }

    private static ObjectNode update(StripeContext stripe, ObjectNode before, StripeRequest request) {
        InvoiceRules.checkUpdate(before, request.params());
        var invoice = ParameterMerge.into(before.deepCopy(), request.params(), FIELDS);
        if (request.has("days_until_due")) {
            invoice.put("_days_until_due", request.number("days_until_due"));
            InvoiceDrafts.dueDate(stripe, invoice);
        }
        var owner =
                Json.object().put("customer", before.path("customer").asText()).put(KIND, request.id());
        InvoiceTerms.adjust(stripe, invoice, request, owner);
        if (before.path("status").asText().equals("draft")) {
            autoAdvance(stripe, before, invoice);
            InvoiceTotals.update(stripe, invoice);
        }
        return stripe.update(before, invoice);
    }

    private static void autoAdvance(StripeContext stripe, ObjectNode before, ObjectNode invoice) {
        var advances = invoice.path("auto_advance").asBoolean();
        if (advances && !before.path("auto_advance").asBoolean()) {
            InvoiceDrafts.advanceLater(stripe, invoice);
        } else if (!advances) {
            invoice.putNull("automatically_finalizes_at").putNull("next_payment_attempt");
        }
    }

    private static ObjectNode delete(StripeContext stripe, ObjectNode invoice, StripeRequest request) {
        InvoiceRules.checkDeletion(invoice);
        for (var item :
                stripe.list(NewInvoiceItem.KIND).where(KIND, request.id()).all()) {
            stripe.delete(item);
        }
        return stripe.delete(invoice);
    }

    private ObjectNode complete(StripeContext stripe, ObjectNode draft, StripeRequest request) {
        InvoiceRules.checkFinalization(draft);
        var given = ParameterMerge.into(draft.deepCopy(), request.params(), "auto_advance");
        var invoice = invoicing.complete(stripe, given);
        if (invoice.path("status").asText().equals("open")
                && invoice.path("auto_advance").asBoolean()
                && invoice.path("collection_method").asText().equals("charge_automatically")) {
            Collection.attemptAt(stripe, invoice, stripe.now() + 3_600);
            stripe.save(invoice);
        }
        return invoice;
    }

    private ObjectNode send(StripeContext stripe, ObjectNode invoice, StripeRequest request) {
        InvoiceRules.checkSending(invoice);
        var open = invoice.path("status").asText().equals("draft") ? invoicing.complete(stripe, invoice) : invoice;
        stripe.emit("invoice.sent", open);
        return open;
    }

    private ObjectNode makeVoid(StripeContext stripe, ObjectNode invoice, StripeRequest request) {
        InvoiceRules.checkVoiding(invoice);
        return invoicing.makeVoid(stripe, invoice);
    }

    private ObjectNode markUncollectible(StripeContext stripe, ObjectNode invoice, StripeRequest request) {
        InvoiceRules.checkWriteOff(invoice);
        return invoicing.markUncollectible(stripe, invoice);
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var list = stripe.list(KIND);
        if (request.has("subscription")) {
            list.where("_subscription", request.text("subscription"));
        }
        for (var field : new String[] {"customer", "status", "collection_method"}) {
            if (request.has(field)) {
                list.where(field, request.text(field));
            }
        }
        ListFilters.byTime(list, request.params(), "created");
        ListFilters.byTime(list, request.params(), "due_date");
        return list.page(request.params(), "/v1/invoices");
    }

    /** What is done to an invoice that a path names, at its own time. */
    @FunctionalInterface
    private interface Step {
        ObjectNode take(StripeContext stripe, ObjectNode invoice, StripeRequest request);
    }

    /** What is done to the lines of a draft. */
    @FunctionalInterface
    private interface LineEditing {
        ObjectNode edit(StripeContext stripe, ObjectNode invoice, ObjectNode params);
    }
}
