package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.ListFilters;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Locale;

/**
 * Codes that customers type to redeem a coupon.
 *
 * @see <a href="https://docs.stripe.com/api/promotion_codes">Stripe, promotion codes</a>
 */
public final class PromotionCodes implements StripeFeature {

    static final String KIND = "promotion_code";
    private static final int CODE_LENGTH = 8;

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/promotion_codes", PromotionCodes::create)
                .on("POST /v1/promotion_codes/{id}", PromotionCodes::update)
                .on("GET /v1/promotion_codes", PromotionCodes::list);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var coupon = request.params().path("promotion").path("coupon").asText();
        if (coupon.isEmpty()) {
            throw StripeError.missing("promotion[coupon]").refusal();
        }
        stripe.load("coupon", coupon, "promotion[coupon]");
        var code = request.text("code");
        if (!code.isEmpty()
                && stripe
                        .list(KIND)
                        .where("code", code)
                        .matching(other -> other.path("active").asBoolean())
                        .stream()
                        .findAny()
                        .isPresent()) {
            throw StripeError.invalid("An active promotion code with `code: %s` already exists.".formatted(code))
                    .param("code")
                    .refusal();
        }
        return stripe.create(KIND, fields(request, coupon, code));
    }

    private static ObjectNode fields(StripeRequest request, String coupon, String code) {
        var fields = Json.object().put("active", true).put("times_redeemed", 0);
        fields.put("code", code.isEmpty() ? Ids.random(CODE_LENGTH).toUpperCase(Locale.ROOT) : code);
        fields.putObject("metadata");
        fields.putObject("promotion").put("coupon", coupon).put("type", "coupon");
        var restrictions = fields.putObject("restrictions").put("first_time_transaction", false);
        restrictions.putNull("minimum_amount").putNull("minimum_amount_currency");
        ParameterMerge.into(
                restrictions,
                request.params().path("restrictions"),
                "first_time_transaction",
                "minimum_amount",
                "minimum_amount_currency");
        return ParameterMerge.into(
                fields, request.params(), "active", "customer", "expires_at", "max_redemptions", "metadata");
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var code = stripe.load(KIND, request.id());
        return stripe.update(code, ParameterMerge.into(code.deepCopy(), request.params(), "active", "metadata"));
    }

    /** Deactivates the codes of a coupon that is not valid any more: a code is only active if its coupon is valid. */
    static void deactivate(StripeContext stripe, String coupon) {
        stripe
                .list(KIND)
                .matching(code -> code.path("promotion").path("coupon").asText().equals(coupon)
                        && code.path("active").asBoolean())
                .stream()
                .toList()
                .forEach(code -> stripe.save(code.deepCopy().put("active", false)));
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var list = stripe.list(KIND);
        if (request.has("customer")) {
            list.where("customer", request.text("customer"));
        }
        if (request.has("code")) {
            list.matching(code -> code.path("code").asText().equalsIgnoreCase(request.text("code")));
        }
        if (request.has("coupon")) {
            list.matching(code -> code.path("promotion").path("coupon").asText().equals(request.text("coupon")));
        }
        if (request.has("active")) {
            list.matching(code -> code.path("active").asBoolean() == request.flag("active"));
        }
        ListFilters.byTime(list, request.params(), "created");
        return list.page(request.params(), "/v1/promotion_codes");
    }
}
