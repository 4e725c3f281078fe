package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceDrafts;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceLines;
import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.billing.invoice.NewInvoiceItem;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The invoice of a session in payment mode, which {@code invoice_creation[enabled]} asks for: made when the session is paid.
 *
 * @see <a href="https://docs.stripe.com/payments/checkout/receipts#paid-invoices">Stripe, post-payment invoices</a>
 */
final class SessionInvoice {

    private static final List<String> COPIED =
            List.of("account_tax_ids", "custom_fields", "description", "footer", "metadata");

    private final Invoicing invoicing;

    SessionInvoice(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    /** Whether the session is to have an invoice, and so needs a customer. */
    static boolean isWanted(JsonNode session) {
        return session.path("invoice_creation").path("enabled").asBoolean();
    }

    /** Makes the invoice of a session that is paid, if it is to have one; the session is not kept yet. */
    void create(StripeContext stripe, ObjectNode session, ObjectNode intent) {
        var customer = stripe.find("customer", intent.path("customer").asText());
        if (!isWanted(session) || customer.isEmpty()) {
            return;
        }
        var fields = Json.object()
                .put("auto_advance", false)
                .put("billing_reason", "manual")
                .put("currency", session.path("currency").asText());
        var data = session.path("invoice_creation").path("invoice_data");
        COPIED.stream().filter(name -> !data.path(name).isNull()).forEach(name -> fields.set(name, data.path(name)));
        var owner = Json.object();
        owner.set("customer", customer.get().path("id"));
        fields.set("discounts", Discounts.redeemPaid(stripe, given(session.path("discounts")), owner));
        var draft = InvoiceDrafts.create(stripe, customer.get(), fields, lines(stripe, session, customer.get()));
        var invoice = invoicing.completePaid(stripe, draft, intent.path("id").asText());
        session.set("invoice", invoice.path("id"));
    }

    /** A session's discounts without what is null. */
    private static JsonNode given(JsonNode discounts) {
        var given = Json.object().arrayNode();
        discounts.forEach(discount -> {
            var row = given.addObject();
            discount.properties().stream()
                    .filter(field -> field.getValue().isTextual())
                    .forEach(field -> row.set(field.getKey(), field.getValue()));
        });
        return given;
    }

    private static List<ObjectNode> lines(StripeContext stripe, ObjectNode session, ObjectNode customer) {
        var lines = new ArrayList<ObjectNode>();
        for (var item : session.path(SessionItems.FIELD)) {
            var fields = item(customer, session, item.path("amount_subtotal").asLong());
            fields.set("description", item.path("description"));
            fields.set("quantity", item.path("quantity"));
            fields.set("pricing", InvoiceLines.pricing(item.path("price")));
            lines.add(InvoiceLines.ofItem(stripe, NewInvoiceItem.create(stripe, fields)));
        }
        var shipping = session.path("shipping_cost").path("amount_total").asLong();
        if (shipping > 0) {
            var fields = item(customer, session, shipping)
                    .put("description", "Shipping")
                    .put("discountable", false);
            lines.add(InvoiceLines.ofItem(stripe, NewInvoiceItem.create(stripe, fields)));
        }
        return lines;
    }

    private static ObjectNode item(ObjectNode customer, ObjectNode session, long amount) {
        var fields = Json.object().put("amount", amount);
        fields.set("currency", session.path("currency"));
        fields.set("customer", customer.path("id"));
        return fields;
    }
}
