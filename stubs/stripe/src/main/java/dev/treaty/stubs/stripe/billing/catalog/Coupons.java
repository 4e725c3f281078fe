package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.util.Locale;

/**
 * Coupons: a percentage or an amount off, once, for some months, or forever.
 *
 * @see <a href="https://docs.stripe.com/api/coupons">Stripe, coupons</a>
 */
public final class Coupons implements StripeFeature {

    private static final String KIND = "coupon";
    private static final String EXPIRE = "coupon.expire";
    private static final String[] FIELDS = {
        "id",
        "amount_off",
        "duration",
        "duration_in_months",
        "max_redemptions",
        "metadata",
        "name",
        "percent_off",
        "redeem_by"
    };

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/coupons", Coupons::create)
                .on("POST /v1/coupons/{id}", Coupons::update)
                .due(EXPIRE, Coupons::expire)
                .include(KIND, "applies_to", (stripe, coupon) -> coupon.path("_applies_to"));
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        check(stripe, request);
        var fields = Json.object().put("duration", "once").put("valid", true).put("times_redeemed", 0);
        fields.putObject("metadata");
        ParameterMerge.into(fields, request.params(), FIELDS);
        if (request.has("currency")) {
            fields.put("currency", request.text("currency").toLowerCase(Locale.ROOT));
        }
        if (request.params().path("applies_to").isObject()) {
            fields.set("_applies_to", request.params().path("applies_to"));
        }
        var coupon = stripe.create(KIND, fields);
        var redeemBy = coupon.path("redeem_by");
        if (redeemBy.isNumber()) {
            stripe.schedule(
                    Instant.ofEpochSecond(redeemBy.asLong()),
                    EXPIRE,
                    Json.object().put("id", coupon.path("id").asText()));
        }
        return coupon;
    }

    private static void expire(StripeContext stripe, ObjectNode data) {
        var id = data.path("id").asText();
        stripe.find(KIND, id).ifPresent(coupon -> {
            stripe.save(coupon.deepCopy().put("valid", false));
            PromotionCodes.deactivate(stripe, id);
        });
    }

    private static void check(StripeContext stripe, StripeRequest request) {
        var percent = request.has("percent_off");
        if (percent == request.has("amount_off")) {
            throw StripeError.invalid(
                            percent
                                    ? "You may only specify one of these parameters: amount_off, percent_off."
                                    : "Must provide percent_off or amount_off.")
                    .refusal();
        }
        var percentOff = request.params().path("percent_off").asDouble();
        if (percent && (percentOff <= 0 || percentOff > 100)) {
            throw StripeError.invalid("percent_off must be greater than 0 and less than or equal to 100.")
                    .param("percent_off")
                    .refusal();
        }
        if (request.has("amount_off") && request.text("currency").isEmpty()) {
            throw StripeError.missing("currency").refusal();
        }
        if (request.text("duration").equals("repeating") && !request.has("duration_in_months")) {
            throw StripeError.invalid("You must specify duration_in_months when duration is repeating.")
                    .param("duration_in_months")
                    .refusal();
        }
        var id = request.text("id");
        if (!id.isEmpty() && stripe.find(KIND, id).isPresent()) {
            throw StripeError.invalid("Coupon already exists.")
                    .code("resource_already_exists")
                    .param("id")
                    .refusal();
        }
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var coupon = stripe.load(KIND, request.id());
        return stripe.update(coupon, ParameterMerge.into(coupon.deepCopy(), request.params(), "metadata", "name"));
    }
}
