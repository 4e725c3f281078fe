package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.CurrencyOptions;
import dev.treaty.stubs.stripe.billing.catalog.PriceAmount;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import org.jspecify.annotations.Nullable;

/**
 * Lines of invoices.
 *
 * @see <a href="https://docs.stripe.com/api/invoice-line-item/object">Stripe, the line item object</a>
 */
public final class InvoiceLines {

    private InvoiceLines() {}

    /** The line of an invoice item. */
    public static ObjectNode ofItem(StripeContext stripe, ObjectNode item) {
        var line = stripe.draft("line_item", copied(item));
        var subscription = item.path("parent").path("subscription_details");
        var details = Json.object().put("invoice_item", item.path("id").asText());
        details.put("proration", item.path("proration").asBoolean());
        details.putObject("proration_details").putNull("credited_items");
        details.put("subscription", subscription.path("subscription").textValue());
        var parent = line.putObject("parent");
        var subscriptionItem = subscription.path("subscription_item").textValue();
        if (subscriptionItem == null) {
            parent.set("invoice_item_details", details);
            parent.putNull("subscription_item_details").put("type", "invoice_item_details");
        } else {
            parent.putNull("invoice_item_details");
            parent.set("subscription_item_details", details.put("subscription_item", subscriptionItem));
            parent.put("type", "subscription_item_details");
        }
        line.put("subscription", subscription.path("subscription").textValue());
        return line.put("_item", item.path("id").asText());
    }

    private static ObjectNode copied(ObjectNode item) {
        var fields = Json.object();
        for (var name : new String[] {
            "amount",
            "currency",
            "description",
            "discountable",
            "discounts",
            "metadata",
            "period",
            "pricing",
            "quantity"
        }) {
            fields.set(name, item.path(name));
        }
        fields.put("subtotal", item.path("amount").asLong());
        fields.put("quantity_decimal", item.path("quantity").asText());
        if (item.path("tax_rates").isArray()) {
            var rates = fields.putArray("_tax_rates");
            item.path("tax_rates").forEach(rate -> rates.add(rate.path("id").asText(rate.asText())));
        }
        return fields;
    }

    /**
     * The line of a subscription's item for a period.
     *
     * @param amount in the currency's smallest unit
     * @param start in seconds since 1970
     * @param end like the start
     */
    public static ObjectNode ofSubscriptionItem(
            StripeContext stripe, ObjectNode item, long amount, long start, long end, String description) {
        var price = item.path("price");
        var subscription = item.path("subscription").asText();
        var fields = Json.object().put("amount", amount).put("subtotal", amount).put("description", description);
        fields.set("currency", CurrencyOptions.charged(item).path("currency"));
        fields.put("discountable", true);
        fields.put("quantity", item.path("quantity").asLong(1));
        fields.put("quantity_decimal", item.path("quantity").asText("1"));
        fields.set("metadata", item.path("metadata"));
        fields.set("discounts", item.path("discounts"));
        fields.putObject("period").put("end", end).put("start", start);
        fields.set("pricing", pricing(price));
        fields.put("subscription", subscription);
        var parent = fields.putObject("parent").putNull("invoice_item_details");
        var details = parent.putObject("subscription_item_details").putNull("invoice_item");
        details.put("proration", false).putObject("proration_details").putNull("credited_items");
        details.put("subscription", subscription)
                .put("subscription_item", item.path("id").asText());
        parent.put("type", "subscription_item_details");
        var line = stripe.draft("line_item", fields);
        var rates = line.putArray("_tax_rates");
        item.path("tax_rates").forEach(rate -> rates.add(rate.path("id").asText()));
        return line;
    }

    /** A price as lines and invoice items refer to it. */
    public static ObjectNode pricing(JsonNode price) {
        var pricing = Json.object();
        pricing.putObject("price_details")
                .put("price", price.path("id").asText())
                .put("product", price.path("product").asText());
        return pricing.put("type", "price_details")
                .put("unit_amount_decimal", PriceAmount.unitAmount(price).toPlainString());
    }

    /** An amount that has no price. */
    static ObjectNode pricing(long amount, long quantity) {
        var unit = quantity == 0 ? amount : amount / quantity;
        return Json.object().put("type", "price_details").put("unit_amount_decimal", String.valueOf(unit));
    }

    /** The line of an invoice with an id, or null. */
    static @Nullable ObjectNode find(ObjectNode invoice, String field, String id) {
        for (var line : invoice.path("lines").path("data")) {
            if (line.path(field).asText().equals(id)) {
                return (ObjectNode) line;
            }
        }
        return null;
    }
}
