package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;

/**
 * What a price is in other currencies; shown only if it is expanded, and then with the price's own currency.
 *
 * @see <a href="https://docs.stripe.com/products-prices/how-products-and-prices-work#multiple-currencies">Stripe, prices in several currencies</a>
 */
final class CurrencyOptions {

    private static final String KEPT = "_currency_options";

    private CurrencyOptions() {}

    /** Notes what the parameter {@code currency_options} says. */
    static void keep(ObjectNode price, JsonNode params) {
        params.path("currency_options")
                .properties()
                .forEach(option -> price.withObject("/" + KEPT).set(option.getKey(), option(option.getValue())));
    }

    static ObjectNode shown(ObjectNode price) {
        var shown = Json.object();
        shown.set(price.path("currency").asText(), option(price));
        price.path(KEPT).properties().forEach(option -> shown.set(option.getKey(), option.getValue()));
        return shown;
    }

    private static ObjectNode option(JsonNode given) {
        var amount = PriceAmount.unitAmount(given).stripTrailingZeros();
        var option = Json.object().putNull("custom_unit_amount");
        option.put("tax_behavior", given.path("tax_behavior").asText("unspecified"));
        option.set("unit_amount", amount.scale() <= 0 ? Json.tree(amount.longValueExact()) : option.nullNode());
        return option.put("unit_amount_decimal", amount.toPlainString());
    }
}
