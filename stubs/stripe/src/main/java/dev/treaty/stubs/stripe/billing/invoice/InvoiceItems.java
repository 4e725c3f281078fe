package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.CreatedRange;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.billing.catalog.ParameterMerge;
import dev.treaty.stubs.stripe.billing.catalog.PriceAmount;
import dev.treaty.stubs.stripe.billing.catalog.Prices;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.vendor.world.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
            parent(fields, request.text("subscription"), null);
        }
        fields.set(
                "test_clock",
                customer.path("test_clock").isTextual() ? customer.path("test_clock") : fields.nullNode());
        priced(stripe, fields, params);
        ParameterMerge.into(fields, params, "description", "discountable", "metadata", "period", INVOICE);
        taxRates(stripe, fields, params);
        var item = create(stripe, fields);
        if (draft != null) {
            InvoiceLineEditing.add(stripe, draft, List.of(InvoiceLines.ofItem(stripe, item)));
        }
        return item;
    }

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
        priced(stripe, item, effective);
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
        CreatedRange.filter(list, request.params());
        return list.page(request.params(), "/v1/invoiceitems");
    }

    /**
     * The pending items of a customer, the oldest first.
     *
     * @param subscription only those of this subscription, and those of none; empty for all of them
     */
    public static List<ObjectNode> pending(StripeContext stripe, String customer, String subscription) {
        var items = stripe.list(KIND)
                .where("customer", customer)
                .matching(item -> item.path(INVOICE).isNull())
                .matching(item -> {
                    var of = item.path("parent")
                            .path("subscription_details")
                            .path("subscription")
                            .asText("");
                    return subscription.isEmpty() || of.isEmpty() || of.equals(subscription);
                })
                .all();
        var oldestFirst = new ArrayList<>(items);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }
}
