package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Coupons that are applied to a subscription, an invoice or a line of it.
 *
 * @see <a href="https://docs.stripe.com/api/discounts">Stripe, discounts</a>
 */
public final class Discounts {

    private static final String KIND = "discount";

    private Discounts() {}

    /**
     * Redeems coupons and promotion codes for something that has no amount yet.
     *
     * @param params the parameter {@code discounts}
     * @param owner what the discounts are of: {@code customer}, {@code subscription}, {@code invoice}, …
     * @return the ids of the discounts
     */
    public static ArrayNode redeem(StripeContext stripe, JsonNode params, ObjectNode owner) {
        return redeem(stripe, params, owner, Purchase.without(owner.path("customer")));
    }

    /** Redeems coupons and promotion codes for a purchase; otherwise as above. */
    public static ArrayNode redeem(StripeContext stripe, JsonNode params, ObjectNode owner, Purchase purchase) {
        for (var i = 0; i < params.size(); i++) {
            var name = "discounts[" + i + "][promotion_code]";
            var code = params.path(i).path(PromotionCodes.KIND).asText("");
            if (!code.isEmpty()) {
                checkedCode(stripe, code, purchase, name);
            }
        }
        return redeemPaid(stripe, params, owner);
    }

    /** Redeems what was checked before the purchase was paid; otherwise as above. */
    public static ArrayNode redeemPaid(StripeContext stripe, JsonNode params, ObjectNode owner) {
        var ids = Json.object().arrayNode();
        for (var i = 0; i < params.size(); i++) {
            var discount = redeem(stripe, params.path(i), owner, "discounts[" + i + "]");
            if (discount != null) {
                ids.add(discount);
            }
        }
        return ids;
    }

    private static @Nullable String redeem(StripeContext stripe, JsonNode param, ObjectNode owner, String name) {
        var existing = param.path(KIND).asText();
        if (!existing.isEmpty()) {
            return stripe.load(KIND, existing, name + "[discount]").path("id").asText();
        }
        var code = param.path(PromotionCodes.KIND).asText();
        if (!code.isEmpty()) {
            return redeemCode(stripe, code, owner, name + "[promotion_code]");
        }
        var coupon = param.path("coupon").asText();
        return coupon.isEmpty() ? null : redeem(stripe, coupon, null, owner, name + "[coupon]");
    }

    private static String redeemCode(StripeContext stripe, String id, ObjectNode owner, String name) {
        var code = activeCode(stripe, id, name);
        countCode(stripe, code);
        return redeem(stripe, code.path("promotion").path("coupon").asText(), id, owner, name);
    }

    /** The promotion code with this id, if it can be redeemed for a purchase. */
    public static ObjectNode checkedCode(StripeContext stripe, String id, Purchase purchase, String param) {
        var code = activeCode(stripe, id, param);
        CodeRestrictions.check(stripe, code, purchase, param);
        return code;
    }

    /**
     * Refuses codes for first payments as long as nobody knows whose payment it is.
     *
     * @param params the parameter {@code discounts}
     * @throws dev.treaty.stubs.vendor.VendorError 400
     */
    public static void requireCustomer(StripeContext stripe, JsonNode params, Purchase purchase) {
        for (var i = 0; i < params.size(); i++) {
            var name = "discounts[" + i + "][promotion_code]";
            stripe.find(
                            PromotionCodes.KIND,
                            params.path(i).path(PromotionCodes.KIND).asText(""))
                    .ifPresent(code -> CodeRestrictions.requireCustomer(code, purchase, name));
        }
    }

    private static ObjectNode activeCode(StripeContext stripe, String id, String param) {
        var code = stripe.load(PromotionCodes.KIND, id, param);
        var expires = code.path("expires_at");
        if (!code.path("active").asBoolean()
                || (expires.isNumber() && expires.asLong() <= stripe.now())
                || PromotionCodes.isUsedUp(code)) {
            throw StripeError.invalid("This promotion code is not active or is no longer redeemable.")
                    .code("promotion_code_inactive")
                    .param(param)
                    .refusal();
        }
        return code;
    }

    /** Counts the discounts of what has been paid; the parameters are those of {@link #redeem}. */
    public static void count(StripeContext stripe, JsonNode params) {
        for (var param : params) {
            stripe.find(PromotionCodes.KIND, param.path(PromotionCodes.KIND).asText(""))
                    .ifPresent(code -> countCode(stripe, code));
            stripe.find("coupon", couponOf(stripe, param)).ifPresent(coupon -> countCoupon(stripe, coupon));
        }
    }

    private static String couponOf(StripeContext stripe, JsonNode param) {
        return stripe.find(PromotionCodes.KIND, param.path(PromotionCodes.KIND).asText(""))
                .map(code -> code.path("promotion").path("coupon").asText())
                .orElse(param.path("coupon").asText(""));
    }

    private static void countCode(StripeContext stripe, ObjectNode code) {
        var counted = counted(code);
        stripe.save(counted.put("active", !PromotionCodes.isUsedUp(counted)));
    }

    private static void countCoupon(StripeContext stripe, ObjectNode coupon) {
        var counted = counted(coupon);
        stripe.save(counted.put("valid", !PromotionCodes.isUsedUp(counted)));
        if (PromotionCodes.isUsedUp(counted)) {
            PromotionCodes.deactivate(stripe, coupon.path("id").asText());
        }
    }

    private static ObjectNode counted(ObjectNode redeemable) {
        return redeemable
                .deepCopy()
                .put("times_redeemed", redeemable.path("times_redeemed").asInt() + 1);
    }

    private static String redeem(
            StripeContext stripe, String couponId, @Nullable String code, ObjectNode owner, String param) {
        var coupon = checkedCoupon(stripe, couponId, param);
        countCoupon(stripe, coupon);
        var fields = Json.object().put("start", stripe.now()).put("promotion_code", code);
        fields.putObject("source").put("coupon", couponId).put("type", "coupon");
        fields.set("end", end(stripe, coupon));
        fields.setAll(owner);
        var discount = stripe.draft(KIND, fields);
        stripe.save(discount);
        return discount.path("id").asText();
    }

    /** The coupon with this id, if it can be redeemed. */
    public static ObjectNode checkedCoupon(StripeContext stripe, String id, String param) {
        var coupon = stripe.load("coupon", id, param);
        var redeemBy = coupon.path("redeem_by");
        if (!coupon.path("valid").asBoolean() || (redeemBy.isNumber() && redeemBy.asLong() <= stripe.now())) {
            throw StripeError.invalid("Coupon expired: " + id)
                    .code("coupon_expired")
                    .param(param)
                    .refusal();
        }
        return coupon;
    }

    private static JsonNode end(StripeContext stripe, ObjectNode coupon) {
        if (!coupon.path("duration").asText().equals("repeating")) {
            return coupon.nullNode();
        }
        var months = coupon.path("duration_in_months").asLong();
        return Json.tree(Instant.ofEpochSecond(stripe.now())
                .atZone(ZoneOffset.UTC)
                .plusMonths(months)
                .toEpochSecond());
    }

    /** The coupon of a discount. */
    public static ObjectNode coupon(StripeContext stripe, String discount) {
        var source = stripe.load(KIND, discount).path("source").path("coupon").asText();
        return stripe.find("coupon", source).orElseGet(() -> Json.object().put("id", source));
    }

    /** Whether a discount has ended: its months are over. */
    public static boolean hasEnded(StripeContext stripe, String discount) {
        var end = stripe.load(KIND, discount).path("end");
        return end.isNumber() && end.asLong() <= stripe.now();
    }
}
