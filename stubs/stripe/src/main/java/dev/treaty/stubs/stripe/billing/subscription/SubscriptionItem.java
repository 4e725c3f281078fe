package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.BillingInterval;
import dev.treaty.stubs.stripe.billing.catalog.CurrencyOptions;
import dev.treaty.stubs.stripe.billing.catalog.MoneyText;
import dev.treaty.stubs.stripe.billing.catalog.ParameterMerge;
import dev.treaty.stubs.stripe.billing.catalog.PlanOfPrice;
import dev.treaty.stubs.stripe.billing.catalog.PriceAmount;
import dev.treaty.stubs.stripe.billing.catalog.Prices;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of a subscription: a quantity of a recurring price. */
final class SubscriptionItem {

    private SubscriptionItem() {}

    /**
     * A new item.
     *
     * @param currency that the price is charged in; empty for its own
     * @param param where the parameters are, e.g. {@code "items[0]"}; empty if they are those of the request
     */
    static ObjectNode create(StripeContext stripe, JsonNode params, String currency, String param) {
        var fields = Json.object();
        fields.putArray("discounts");
        fields.putArray("tax_rates");
        fields.putObject("metadata");
        fields.putNull("billing_thresholds");
        var item = stripe.draft(SubscriptionRecord.ITEM, fields);
        change(stripe, item, params, currency, param);
        if (!item.path("price").path("id").asText().isEmpty()) {
            return item;
        }
        throw StripeError.missing(nested(param, "price")).refusal();
    }

    /**
     * Refuses a further item with the same price.
     *
     * @param others the items that the subscription has
     * @param param as for {@link #create}
     */
    static void checkIsOnlyOneOfItsPrice(ObjectNode item, List<ObjectNode> others, String param) {
        var price = item.path("price").path("id");
        if (others.stream().anyMatch(other -> other.path("price").path("id").equals(price))) {
            throw StripeError.invalid("Cannot add multiple subscription items with the same plan: " + price.asText())
                    .param(nested(param, "price"))
                    .refusal();
        }
    }

    /** Changes price, quantity, metadata and tax rates as the parameters say. */
    static void change(StripeContext stripe, ObjectNode item, JsonNode params, String currency, String param) {
        var price = price(stripe, params, param);
        if (price != null) {
            item.set("price", price);
            item.set("plan", PlanOfPrice.of(price));
            CurrencyOptions.charge(item, price, currency, nested(param, "price"));
        }
        if (isMetered(item)) {
            item.remove("quantity");
        } else if (params.has("quantity")) {
            item.put("quantity", params.path("quantity").asLong());
        } else if (!item.has("quantity")) {
            item.put("quantity", 1);
        }
        ParameterMerge.into(item, params, "metadata");
        if (params.has("tax_rates")) {
            var rates = item.putArray("tax_rates");
            params.path("tax_rates")
                    .forEach(id -> rates.add(stripe.load("tax_rate", id.asText(), nested(param, "tax_rates"))));
        }
    }

    private static @Nullable ObjectNode price(StripeContext stripe, JsonNode params, String param) {
        if (params.path("price_data") instanceof ObjectNode data) {
            return Prices.create(stripe, data, nested(param, "price_data"));
        }
        var name = params.has("plan") ? "plan" : "price";
        var id = params.path(name).asText("");
        return id.isEmpty() ? null : recurring(stripe.load("price", id, nested(param, name)), nested(param, name));
    }

    private static ObjectNode recurring(ObjectNode price, String param) {
        if (!price.path("active").asBoolean()) {
            throw StripeError.invalid("The price specified is inactive. This field only accepts active prices.")
                    .param(param)
                    .refusal();
        }
        if (!price.path("type").asText().equals("recurring")) {
            throw StripeError.invalid(
                            "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.")
                    .param(param)
                    .refusal();
        }
        return price;
    }

    /** What a whole period costs in advance; usage that is metered is billed afterwards. */
    static long amount(ObjectNode item) {
        return isMetered(item)
                ? 0
                : PriceAmount.of(
                        CurrencyOptions.charged(item), item.path("quantity").asLong(1));
    }

    /** What a quantity that was metered costs. */
    static long usageAmount(ObjectNode counted) {
        return PriceAmount.of(
                CurrencyOptions.charged(counted), counted.path("quantity").asLong());
    }

    /** What the item is charged in. */
    static String currency(ObjectNode item) {
        return CurrencyOptions.charged(item).path("currency").asText();
    }

    static boolean isMetered(ObjectNode item) {
        return item.path("price").path("recurring").path("usage_type").asText().equals("metered");
    }

    static BillingInterval interval(ObjectNode item) {
        return BillingInterval.of(item.path("price").path("recurring"));
    }

    static ObjectNode period(ObjectNode item, long start, long end) {
        return item.put("current_period_start", start).put("current_period_end", end);
    }

    /** As on an invoice: {@code "1 × Gold (at $20.00 / month)"}. */
    static String description(StripeContext stripe, ObjectNode item) {
        var price = CurrencyOptions.charged(item);
        var name = product(stripe, item);
        var quantity = item.path("quantity").asLong(1);
        if (price.path("billing_scheme").asText().equals("tiered")) {
            return quantity + " × " + name;
        }
        var unit = MoneyText.of(
                PriceAmount.unitAmount(price), price.path("currency").asText());
        return "%d × %s (at %s / %s)"
                .formatted(quantity, name, unit, interval(item).text());
    }

    /** E.g. {@code "Gold"}, or {@code "2 × Gold"}. */
    static String quantified(StripeContext stripe, ObjectNode item) {
        var quantity = item.path("quantity").asLong(1);
        var name = product(stripe, item);
        return quantity == 1 ? name : quantity + " × " + name;
    }

    static String product(StripeContext stripe, ObjectNode item) {
        return stripe.find("product", item.path("price").path("product").asText())
                .map(product -> product.path("name").asText())
                .orElse("");
    }

    private static String nested(String param, String name) {
        return param.isEmpty() ? name : param + "[" + name + "]";
    }
}
