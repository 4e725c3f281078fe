package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.PriceAmount;
import dev.treaty.stubs.stripe.billing.catalog.Prices;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes invoice items. */
public final class NewInvoiceItem {

    static final String KIND = "invoiceitem";
    private static final String INVOICE = "invoice";

    private NewInvoiceItem() {}

    /** Creates an invoice item with defaults for what the fields do not say. */
    public static ObjectNode create(StripeContext stripe, ObjectNode given) {
        var fields = Json.object()
                .put("date", stripe.now())
                .put("discountable", true)
                .put("proration", false);
        fields.put("quantity", 1).putNull(INVOICE);
        fields.putArray("discounts");
        fields.putArray("tax_rates");
        fields.putObject("metadata");
        fields.putObject("period").put("end", stripe.now()).put("start", stripe.now());
        fields.setAll(given);
        fields.put("quantity_decimal", fields.path("quantity").asText());
        fields.put("net_amount", fields.path("amount").asLong());
        return stripe.create(KIND, fields);
    }

    /** What a subscription's invoice item belongs to. */
    public static void parent(ObjectNode fields, String subscription, @Nullable String item) {
        var parent = fields.putObject("parent");
        var details = parent.putObject("subscription_details").put("subscription", subscription);
        if (item != null) {
            details.put("subscription_item", item);
        }
        parent.put("type", "subscription_details");
    }

    /** Amount, currency, quantity and pricing, of an amount, of a price, or of the data of one. */
    public static void priced(StripeContext stripe, ObjectNode fields, JsonNode params) {
        var quantity = params.path("quantity").asLong(1);
        var price = price(stripe, params);
        fields.put("quantity", quantity);
        if (price != null) {
            fields.put("amount", PriceAmount.of(price, quantity))
                    .put("currency", price.path("currency").asText());
            fields.set("pricing", InvoiceLines.pricing(price));
            stripe.find("product", price.path("product").asText())
                    .ifPresent(product ->
                            fields.put("description", product.path("name").asText()));
        } else if (params.has("amount") || params.has("unit_amount_decimal")) {
            var amount = params.has("amount")
                    ? params.path("amount").asLong()
                    : new BigDecimal(params.path("unit_amount_decimal").asText())
                            .multiply(BigDecimal.valueOf(quantity))
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
            fields.put("amount", amount)
                    .put("currency", params.path("currency").asText("usd").toLowerCase(Locale.ROOT));
            fields.set("pricing", InvoiceLines.pricing(amount, quantity));
        }
    }

    private static @Nullable ObjectNode price(StripeContext stripe, JsonNode params) {
        var id =
                params.path("pricing").path("price").asText(params.path("price").asText(""));
        if (!id.isEmpty()) {
            return oneTime(stripe.load("price", id, "pricing[price]"));
        }
        return params.path("price_data") instanceof ObjectNode data ? Prices.create(stripe, data, "price_data") : null;
    }

    private static ObjectNode oneTime(ObjectNode price) {
        if (!price.path("active").asBoolean()) {
            throw StripeError.invalid("The price specified is inactive. This field only accepts active prices.")
                    .param("pricing[price]")
                    .refusal();
        }
        if (price.path("type").asText().equals("recurring")) {
            throw StripeError.invalid(
                            "The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.")
                    .param("pricing[price]")
                    .refusal();
        }
        return price;
    }
}
