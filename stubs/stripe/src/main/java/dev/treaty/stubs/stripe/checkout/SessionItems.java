package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.CurrencyOptions;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.billing.catalog.PriceAmount;
import dev.treaty.stubs.stripe.billing.catalog.Prices;
import dev.treaty.stubs.stripe.billing.catalog.Purchase;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.resource.ObjectPage;
import dev.treaty.stubs.vendor.world.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a Checkout Session or a payment link sells. */
final class SessionItems {

    /** Where the items are kept; responses have them only on demand. */
    static final String FIELD = "_line_items";

    private SessionItems() {}

    /**
     * The items that the parameter {@code line_items} describes.
     *
     * @param currency in which they are sold; empty for that of their prices
     */
    static ArrayNode create(StripeContext stripe, JsonNode rows, String currency) {
        var items = Json.object().arrayNode();
        for (var i = 0; i < rows.size(); i++) {
            items.add(create(stripe, rows.path(i), currency, "line_items[" + i + "]"));
        }
        return items;
    }

    private static ObjectNode create(StripeContext stripe, JsonNode row, String currency, String param) {
        var price = price(stripe, row, param);
        var charged = CurrencyOptions.in(price, currency, param + "[price]");
        var metered = price.path("recurring").path("usage_type").asText().equals("metered");
        if (!row.has("quantity") && !metered) {
            throw StripeError.missing(param + "[quantity]").refusal();
        }
        if (row.has("quantity") && metered) {
            throw StripeError.invalid(
                            "Quantity should not be specified where usage_type is `metered`. Remove quantity from `%s`"
                                    .formatted(param))
                    .param(param + "[quantity]")
                    .refusal();
        }
        var amount = metered ? 0 : PriceAmount.of(charged, row.path("quantity").asLong());
        var fields = Json.object()
                .put("amount_subtotal", amount)
                .put("amount_total", amount)
                .put("amount_discount", 0)
                .put("amount_tax", 0)
                .put("currency", charged.path("currency").asText())
                .put("quantity", metered ? null : (Long) row.path("quantity").asLong())
                .put("description", product(stripe, price));
        fields.set("price", price);
        return stripe.draft("item", fields);
    }

    private static ObjectNode price(StripeContext stripe, JsonNode row, String param) {
        if (row.path("price_data") instanceof ObjectNode data) {
            return Prices.create(stripe, data, param + "[price_data]");
        }
        var id = row.path("price").asText("");
        if (id.isEmpty()) {
            throw StripeError.missing(param + "[price]").refusal();
        }
        var price = stripe.load("price", id, param + "[price]");
        if (!price.path("active").asBoolean()) {
            throw StripeError.invalid("The price specified is inactive. This field only accepts active prices.")
                    .param(param + "[price]")
                    .refusal();
        }
        return price;
    }

    private static String product(StripeContext stripe, ObjectNode price) {
        return stripe.find("product", price.path("product").asText())
                .map(product -> product.path("name").asText())
                .orElse("");
    }

    /** Refuses prices that do not go with the mode. */
    static void check(ArrayNode items, String mode) {
        var recurring = items.valueStream().filter(SessionItems::isRecurring).count();
        if (mode.equals("payment") && recurring > 0) {
            throw StripeError.invalid(
                            "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.")
                    .param("line_items")
                    .refusal();
        }
        if (mode.equals("subscription") && recurring == 0) {
            throw StripeError.invalid(
                            "You must provide at least one recurring price in `subscription` mode when using prices.")
                    .param("line_items")
                    .refusal();
        }
        if (items.valueStream().map(item -> item.path("currency")).distinct().count() > 1) {
            throw StripeError.invalid("All line items must have the same currency.")
                    .param("line_items")
                    .refusal();
        }
    }

    static boolean isRecurring(JsonNode item) {
        return item.path("price").path("type").asText().equals("recurring");
    }

    /** Has a subscription's items cost nothing now, because it starts with a trial. */
    static void startFree(ArrayNode items) {
        items.valueStream()
                .filter(SessionItems::isRecurring)
                .forEach(item -> ((ObjectNode) item).put("amount_subtotal", 0));
    }

    /** Sets the amounts of a session: what its items cost, less a discount, and what shipping costs. */
    static void total(ObjectNode session, JsonNode items, ObjectNode coupon) {
        var subtotal = items.valueStream()
                .mapToLong(item -> item.path("amount_subtotal").asLong())
                .sum();
        var off = Math.min(subtotal, off(subtotal, coupon));
        var shipping = session.path("shipping_cost").path("amount_total").asLong();
        session.put("amount_subtotal", subtotal).put("amount_total", subtotal - off + shipping);
        session.putObject("total_details")
                .put("amount_discount", off)
                .put("amount_shipping", shipping)
                .put("amount_tax", 0);
        var left = off;
        for (var i = 0; i < items.size(); i++) {
            var item = (ObjectNode) items.path(i);
            var own = item.path("amount_subtotal").asLong();
            var share = i == items.size() - 1 || subtotal == 0 ? left : off * own / subtotal;
            left -= share;
            item.put("amount_discount", share).put("amount_total", own - share);
        }
    }

    private static long off(long subtotal, ObjectNode coupon) {
        return coupon.path("percent_off").isNumber()
                ? BigDecimal.valueOf(subtotal)
                        .multiply(coupon.path("percent_off").decimalValue())
                        .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                        .longValueExact()
                : coupon.path("amount_off").asLong();
    }

    /**
     * The coupon that a discount of a request or of a page names; an empty object if there is none.
     *
     * @param session its amounts are those without a discount
     */
    static ObjectNode coupon(StripeContext stripe, JsonNode discount, ObjectNode session, String param) {
        var code = discount.path("promotion_code").asText("");
        if (!code.isEmpty()) {
            var found = Discounts.checkedCode(stripe, code, purchase(session), param + "[promotion_code]");
            return Discounts.checkedCoupon(
                    stripe, found.path("promotion").path("coupon").asText(), param + "[promotion_code]");
        }
        var coupon = discount.path("coupon").asText("");
        return coupon.isEmpty() ? Json.object() : Discounts.checkedCoupon(stripe, coupon, param + "[coupon]");
    }

    /** What a session is about, for a code that is to be redeemed. */
    static Purchase purchase(ObjectNode session) {
        return Purchase.of(
                session.path("customer"), session.path("amount_subtotal").asLong(), session.path("currency"));
    }

    /** A page of the items. */
    static ObjectNode page(ObjectNode owner, ObjectNode params, String url) {
        return ObjectPage.of(owner.path(FIELD), "item", params, url);
    }
}
