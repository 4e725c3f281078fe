package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.PriceAmount;
import dev.treaty.stubs.stripe.billing.invoice.NewInvoiceItem;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;

/** {@code add_invoice_items}: what is paid once, with the next invoice of a subscription. */
final class OneTimeItems {

    private OneTimeItems() {}

    static void create(StripeContext stripe, ObjectNode subscription, JsonNode rows) {
        for (var row : rows) {
            var fields = Json.object();
            fields.set("customer", subscription.path("customer"));
            fields.set("test_clock", subscription.path("test_clock"));
            NewInvoiceItem.parent(fields, subscription.path("id").asText(), null);
            NewInvoiceItem.priced(stripe, fields, row);
            NewInvoiceItem.create(stripe, fields);
        }
    }

    /** What they cost together, in the currency's smallest unit. */
    static long total(StripeContext stripe, JsonNode rows) {
        return rows.valueStream()
                .mapToLong(row -> {
                    var quantity = row.path("quantity").asLong(1);
                    return stripe.find("price", row.path("price").asText(""))
                            .map(price -> PriceAmount.of(price, quantity))
                            .orElse(row.path("price_data").path("unit_amount").asLong() * quantity);
                })
                .sum();
    }
}
