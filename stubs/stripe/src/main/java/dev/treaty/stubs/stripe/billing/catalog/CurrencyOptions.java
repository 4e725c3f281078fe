package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.vendor.world.Json;

/**
 * What a price is in other currencies; shown only if it is expanded, and then with the price's own currency.
 *
 * @see <a href="https://docs.stripe.com/products-prices/how-products-and-prices-work#multiple-currencies">Stripe, prices in several currencies</a>
 */
public final class CurrencyOptions {

    private static final String KEPT = "_currency_options";
    private static final String CHARGED = "_charged";

    private CurrencyOptions() {}

    /**
     * What a price costs in a currency: the price itself if that is its own, or else a copy with the currency and its amounts.
     *
     * @param currency in lower case; empty for the price's own
     * @param param names the price in errors, e.g. {@code "items[0][price]"}
     * @throws dev.treaty.stubs.vendor.VendorError 400 if the price has no amount in the currency
     */
    public static ObjectNode in(ObjectNode price, String currency, String param) {
        var own = price.path("currency").asText();
        if (currency.isEmpty() || currency.equals(own)) {
            return price;
        }
        if (!(price.path(KEPT).path(currency) instanceof ObjectNode option)) {
            throw StripeError.invalid(
                            "The price specified only supports `%s`. This doesn't match the expected currency: `%s`."
                                    .formatted(own, currency))
                    .param(param)
                    .refusal();
        }
        var converted = price.deepCopy().put("currency", currency);
        option.properties().forEach(field -> converted.set(field.getKey(), field.getValue()));
        return converted;
    }

    /**
     * Has an item of a subscription charged in a currency; its price is shown in its own.
     *
     * @param currency and {@code param} as for {@link #in}
     */
    public static void charge(ObjectNode item, ObjectNode price, String currency, String param) {
        var charged = in(price, currency, param);
        item.remove(CHARGED);
        if (!charged.path("currency").equals(price.path("currency"))) {
            item.set(CHARGED, charged);
        }
    }

    /** The price that an item of a subscription is charged by, in its currency. */
    public static JsonNode charged(ObjectNode item) {
        return item.path(item.has(CHARGED) ? CHARGED : "price");
    }

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
        if (given.path("tiers").isArray()) {
            option.set("_tiers", PriceTiers.of(given.path("tiers")));
        }
        return option.put("unit_amount_decimal", amount.toPlainString());
    }
}
