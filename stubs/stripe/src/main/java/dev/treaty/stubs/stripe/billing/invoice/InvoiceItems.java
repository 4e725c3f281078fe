package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
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
import org.jspecify.annotations.Nullable;

/**
 * Invoice items: pending until an invoice includes them.
 *
 * @see <a href="https://docs.stripe.com/api/invoiceitems">Stripe, invoice items</a>
 */
public final class InvoiceItems implements StripeFeature {

    static final String KIND = "invoiceitem";
    private static final String INVOICE = "invoice";

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/invoiceitems", InvoiceItems::create)
                .on("POST /v1/invoiceitems/{id}", InvoiceItems::update)
                .on("DELETE /v1/invoiceitems/{id}", InvoiceItems::delete)
                .on("GET /v1/invoiceitems", InvoiceItems::list);
    }

    private static ObjectNode create(StripeContext account, StripeRequest request) {
        var params = request.params();
        if (request.text("customer").isEmpty() && request.text(INVOICE).isEmpty()) {
            throw StripeError.missing("customer").refusal();
        }
        var draft = request.text(INVOICE).isEmpty()
                ? null
                : editable(account.load(INVOICE, request.text(INVOICE), INVOICE));
        var customer = account.load(
                "customer",
                draft == null
                        ? request.text("customer")
                        : draft.path("customer").asText(),
                "customer");
        var stripe = TestClockTime.of(account, customer);
        var fields = Json.object();
        fields.put("customer", customer.path("id").asText());
        if (!request.text("subscription").isEmpty()) {
            stripe.load("subscription", request.text("subscription"), "subscription");
            NewInvoiceItem.parent(fields, request.text("subscription"), null);
        }
        fields.set(
                "test_clock",
                customer.path("test_clock").isTextual() ? customer.path("test_clock") : fields.nullNode());
        NewInvoiceItem.priced(stripe, fields, params);
        ParameterMerge.into(fields, params, "description", "discountable", "metadata", "period", INVOICE);
        taxRates(stripe, fields, params);
        var item = NewInvoiceItem.create(stripe, fields);
        if (draft != null) {
            InvoiceLineEditing.add(stripe, draft, List.of(InvoiceLines.ofItem(stripe, item)));
        }
        return item;
    }

    private static void taxRates(StripeContext stripe, ObjectNode fields, ObjectNode params) {
        if (params.path("tax_rates").isArray()) {
            var rates = fields.putArray("tax_rates");
            params.path("tax_rates").forEach(id -> rates.add(stripe.load("tax_rate", id.asText(), "tax_rates")));
        }
        if (params.path("discounts").isArray()) {
            var owner = Json.object().put("customer", fields.path("customer").asText());
            fields.set("discounts", Discounts.redeem(stripe, params.path("discounts"), owner));
        }
    }

    private static ObjectNode update(StripeContext account, StripeRequest request) {
        var before = account.load(KIND, request.id());
        var stripe = TestClockTime.of(account, before);
        var invoice = draftOf(stripe, before);
        var item = before.deepCopy();
        if (request.has("amount") || request.has("pricing") || request.has("price_data") || request.has("quantity")) {
            reprice(stripe, item, request.params());
        }
        ParameterMerge.into(item, request.params(), "description", "discountable", "metadata", "period");
        taxRates(stripe, item, request.params());
        stripe.update(before, item);
        if (invoice != null) {
            InvoiceLineEditing.replace(stripe, invoice, item);
        }
        return item;
    }

    private static void reprice(StripeContext stripe, ObjectNode item, ObjectNode params) {
        var effective = params.deepCopy();
        var price = item.path("pricing").path("price_details").path("price").asText("");
        if (!params.has("amount") && !params.has("price_data") && !params.has("pricing")) {
            if (price.isEmpty()) {
                effective.put("amount", item.path("amount").asLong());
            } else {
                effective.putObject("pricing").put("price", price);
            }
        }
        if (!params.has("quantity")) {
            effective.put("quantity", item.path("quantity").asLong(1));
        }
        effective.put("currency", item.path("currency").asText());
        NewInvoiceItem.priced(stripe, item, effective);
        item.put("quantity_decimal", item.path("quantity").asText());
        item.put("net_amount", item.path("amount").asLong());
    }

    private static ObjectNode delete(StripeContext account, StripeRequest request) {
        var item = account.load(KIND, request.id());
        var stripe = TestClockTime.of(account, item);
        var invoice = draftOf(stripe, item);
        if (invoice != null) {
            InvoiceLineEditing.remove(stripe, invoice, request.id());
        }
        return stripe.delete(item);
    }

    private static @Nullable ObjectNode draftOf(StripeContext stripe, ObjectNode item) {
        return stripe.find(INVOICE, item.path(INVOICE).asText())
                .map(InvoiceItems::editable)
                .orElse(null);
    }

    private static ObjectNode editable(ObjectNode invoice) {
        if (!invoice.path("status").asText().equals("draft")) {
            throw InvoiceRules.notEditable().param(INVOICE).refusal();
        }
        return invoice;
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var list = stripe.list(KIND);
        if (request.has("customer")) {
            list.where("customer", request.text("customer"));
        }
        if (request.has(INVOICE)) {
            list.where(INVOICE, request.text(INVOICE));
        }
        if (request.has("pending")) {
            list.matching(item -> item.path(INVOICE).isNull() == request.flag("pending"));
        }
        ListFilters.byTime(list, request.params(), "created");
        return list.page(request.params(), "/v1/invoiceitems");
    }
}
