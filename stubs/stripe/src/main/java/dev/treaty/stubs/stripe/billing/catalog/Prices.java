package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.ListFilters;
import dev.treaty.stubs.vendor.world.Json;
import java.util.HashSet;
import java.util.Locale;

/**
 * Prices of products. Only what does not touch the amount can be changed.
 *
 * @see <a href="https://docs.stripe.com/api/prices">Stripe, prices</a>
 */
public final class Prices implements StripeFeature {

    private static final String KIND = "price";
    private static final String LOOKUP_KEY = "lookup_key";
    private static final String[] FIELDS = {
        "active",
        "billing_scheme",
        "metadata",
        "nickname",
        LOOKUP_KEY,
        "product",
        "tax_behavior",
        "tiers_mode",
        "transform_quantity"
    };
    private static final String[] UPDATABLE = {"active", "metadata", "nickname", LOOKUP_KEY, "tax_behavior"};

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/prices", (stripe, request) -> create(stripe, request.params(), ""))
                .on("POST /v1/prices/{id}", Prices::update)
                .on("GET /v1/prices", Prices::list)
                .include(KIND, "tiers", (stripe, price) -> price.path("_tiers"))
                .include(KIND, "currency_options", (stripe, price) -> CurrencyOptions.shown(price))
                .simulates(KIND);
    }

    /**
     * A new price of the parameters that describe it.
     *
     * @param param where the parameters are, e.g. {@code "items[0][price_data]"}; empty if they are those of the request
     */
    public static ObjectNode create(StripeContext stripe, ObjectNode params, String param) {
        checkAmount(params, param);
        var fields = Json.object().put("active", true).put("billing_scheme", "per_unit");
        fields.put("currency", params.path("currency").asText().toLowerCase(Locale.ROOT));
        fields.put("tax_behavior", "unspecified");
        fields.putObject("metadata");
        fields.set("product", Json.tree(product(stripe, params, param)));
        ParameterMerge.into(fields, params, FIELDS);
        amounts(fields, params);
        checkMeter(stripe, params.path("recurring"), param);
        recurring(fields, params.path("recurring"));
        CurrencyOptions.keep(fields, params);
        claimLookupKey(stripe, params, "");
        return stripe.create(KIND, fields);
    }

    private static String product(StripeContext stripe, ObjectNode params, String param) {
        if (params.path("product_data") instanceof ObjectNode data) {
            return NewProduct.create(stripe, data).path("id").asText();
        }
        var product = params.path("product").asText();
        if (product.isEmpty()) {
            throw StripeError.missing(nested(param, "product")).refusal();
        }
        stripe.load("product", product, nested(param, "product"));
        return product;
    }

    private static void checkAmount(ObjectNode params, String param) {
        if (params.has("unit_amount") && params.has("unit_amount_decimal")) {
            throw StripeError.invalid("You may only specify one of these parameters: unit_amount, unit_amount_decimal.")
                    .refusal();
        }
        if (!params.has("unit_amount")
                && !params.has("unit_amount_decimal")
                && !params.has("custom_unit_amount")
                && !params.has("tiers")) {
            throw StripeError.missing(nested(param, "unit_amount")).refusal();
        }
        if (params.path("unit_amount").asLong() < 0) {
            throw StripeError.invalid("Invalid non-negative integer")
                    .code("parameter_invalid_integer")
                    .param(nested(param, "unit_amount"))
                    .refusal();
        }
    }

    private static void amounts(ObjectNode fields, ObjectNode params) {
        if (params.has("unit_amount") || params.has("unit_amount_decimal")) {
            var amount = PriceAmount.unitAmount(params).stripTrailingZeros();
            fields.put("unit_amount_decimal", amount.toPlainString());
            if (amount.scale() <= 0) {
                fields.put("unit_amount", amount.longValueExact());
            } else {
                fields.putNull("unit_amount");
            }
        }
        if (params.path("custom_unit_amount").path("enabled").asBoolean()) {
            var custom = fields.putObject("custom_unit_amount");
            for (var name : new String[] {"maximum", "minimum", "preset"}) {
                custom.set(
                        name,
                        params.path("custom_unit_amount").has(name)
                                ? params.path("custom_unit_amount").path(name)
                                : Json.object().nullNode());
            }
        }
        if (params.path("tiers").isArray()) {
            fields.put("billing_scheme", "tiered").set("_tiers", PriceTiers.of(params.path("tiers")));
        }
    }

    private static void checkMeter(StripeContext stripe, JsonNode recurring, String param) {
        var id = recurring.path("meter").asText("");
        var name = param.isEmpty() ? "recurring[meter]" : param + "[recurring][meter]";
        var metered = recurring.path("usage_type").asText().equals("metered");
        if (id.isEmpty()) {
            if (metered) { // https://docs.stripe.com/changelog/basil/2025-03-31/deprecate-legacy-usage-based-billing
                throw StripeError.invalid(
                                "Starting with Stripe version 2025-03-31.basil, all metered prices must be backed by meters. Specify `recurring[meter]`.")
                        .param(name)
                        .refusal();
            }
            return;
        }
        var meter = stripe.load("billing.meter", id, name);
        if (!metered) {
            throw StripeError.invalid(
                            "`recurring[meter]` can only be specified if `recurring[usage_type]` is `metered`.")
                    .param(name)
                    .refusal();
        }
        if (!meter.path("status").asText().equals("active")) {
            throw StripeError.invalid("The meter `%s` is inactive.".formatted(id))
                    .param(name)
                    .refusal();
        }
    }

    private static void recurring(ObjectNode fields, JsonNode recurring) {
        fields.put("type", recurring.isObject() ? "recurring" : "one_time");
        if (recurring.isObject()) {
            BillingInterval.checkLength(recurring);
            var kept = fields.putObject("recurring").put("interval", "month").put("interval_count", 1);
            kept.putNull("meter").putNull("trial_period_days").put("usage_type", "licensed");
            ParameterMerge.into(
                    kept, recurring, "interval", "interval_count", "meter", "trial_period_days", "usage_type");
        }
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var price = stripe.load(KIND, request.id());
        claimLookupKey(stripe, request.params(), request.id());
        var changed = ParameterMerge.into(price.deepCopy(), request.params(), UPDATABLE);
        CurrencyOptions.keep(changed, request.params());
        return stripe.update(price, changed);
    }

    /** One price at a time has a key; it can be taken from another one with {@code transfer_lookup_key}. */
    private static void claimLookupKey(StripeContext stripe, ObjectNode params, String id) {
        var key = params.path(LOOKUP_KEY).asText("");
        if (key.isEmpty() || params.path(LOOKUP_KEY).isNull()) {
            return;
        }
        for (var other : stripe.list(KIND).where(LOOKUP_KEY, key).all()) {
            if (other.path("id").asText().equals(id)) {
                continue;
            }
            if (!params.path("transfer_lookup_key").asBoolean()) {
                throw StripeError.invalid("A price (`%s`) already uses that lookup key."
                                .formatted(other.path("id").asText()))
                        .param(LOOKUP_KEY)
                        .refusal();
            }
            var before = other.deepCopy();
            stripe.update(before, other.putNull(LOOKUP_KEY));
        }
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var list = stripe.list(KIND);
        for (var field : new String[] {"product", "type", "currency"}) {
            if (request.has(field)) {
                list.where(field, request.text(field));
            }
        }
        if (request.has("active")) {
            list.matching(price -> price.path("active").asBoolean() == request.flag("active"));
        }
        if (request.params().path("lookup_keys").isArray()) {
            var keys = new HashSet<String>();
            request.params().path("lookup_keys").forEach(key -> keys.add(key.asText()));
            list.matching(price -> keys.contains(price.path(LOOKUP_KEY).asText()));
        }
        request.params()
                .path("recurring")
                .properties()
                .forEach(field -> list.matching(price -> price.path("recurring")
                        .path(field.getKey())
                        .asText()
                        .equals(field.getValue().asText())));
        ListFilters.byTime(list, request.params(), "created");
        return list.page(request.params(), "/v1/prices");
    }

    private static String nested(String param, String name) {
        return param.isEmpty() ? name : param + "[" + name + "]";
    }
}
