package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.ListFilters;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Codes that customers type to redeem a coupon.
 *
 * @see <a href="https://docs.stripe.com/api/promotion_codes">Stripe, promotion codes</a>
 */
public final class PromotionCodes implements StripeFeature {

    static final String KIND = "promotion_code";
    private static final String COUPON = "coupon";
    private static final String EXPIRE = "promotion_code.expire";
    private static final int CODE_LENGTH = 8;
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9-]*");

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/promotion_codes", PromotionCodes::create)
                .on("POST /v1/promotion_codes/{id}", PromotionCodes::update)
                .on("GET /v1/promotion_codes", PromotionCodes::list)
                .whenDeleted(
                        COUPON,
                        (stripe, coupon) -> deactivate(stripe, coupon.path("id").asText()))
                .due(EXPIRE, PromotionCodes::expire);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var coupon = request.params().path("promotion").path("coupon").asText();
        if (coupon.isEmpty()) {
            throw StripeError.missing("promotion[coupon]").refusal();
        }
        var found = stripe.load(COUPON, coupon, "promotion[coupon]");
        requireWithin(found, "max_redemptions", request, "max_redemptions");
        requireWithin(found, "redeem_by", request, "expires_at");
        requireCharacters(request.text("code"));
        var draft = stripe.draft(KIND, fields(request, coupon, request.text("code")));
        draft.put("active", draft.path("active").asBoolean() && isRedeemable(stripe, draft));
        requireUnique(stripe, draft);
        var expires = draft.path("expires_at");
        if (expires.isNumber()) {
            stripe.schedule(
                    Instant.ofEpochSecond(expires.asLong()),
                    EXPIRE,
                    Json.object().put("id", draft.path("id").asText()));
        }
        return stripe.insert(draft);
    }

    private static void requireCharacters(String code) {
        if (!CHARACTERS.matcher(code).matches()) {
            throw StripeError.invalid(
                            "Promotion codes can only contain letters (a-z, A-Z), digits (0-9) and dashes (-).")
                    .param("code")
                    .refusal();
        }
    }

    /** A code cannot be redeemed more often, or longer, than its coupon. */
    private static void requireWithin(ObjectNode coupon, String bound, StripeRequest request, String param) {
        var limit = coupon.path(bound);
        if (limit.isNumber() && request.has(param) && request.number(param) > limit.asLong()) {
            throw StripeError.invalid("`%s` cannot be greater than the coupon's `%s`.".formatted(param, bound))
                    .param(param)
                    .refusal();
        }
    }

    /** Regardless of case, an active code is unique for each customer who can use it. */
    private static void requireUnique(StripeContext stripe, ObjectNode draft) {
        var isTaken = draft.path("active").asBoolean()
                && stripe
                        .list(KIND)
                        .matching(other -> other.path("active").asBoolean()
                                && !other.path("id").equals(draft.path("id"))
                                && other.path("code")
                                        .asText()
                                        .equalsIgnoreCase(draft.path("code").asText())
                                && shareCustomers(other.path("customer"), draft.path("customer")))
                        .stream()
                        .findAny()
                        .isPresent();
        if (isTaken) {
            throw StripeError.invalid("An active promotion code with `code: %s` already exists."
                            .formatted(draft.path("code").asText()))
                    .param("code")
                    .refusal();
        }
    }

    private static boolean shareCustomers(JsonNode one, JsonNode other) {
        return !one.isTextual() || !other.isTextual() || one.equals(other);
    }

    private static void expire(StripeContext stripe, ObjectNode data) {
        stripe.find(KIND, data.path("id").asText())
                .ifPresent(code -> stripe.save(code.deepCopy().put("active", false)));
    }

    /** Whether nothing but {@code active} keeps a code from being redeemed: it and its coupon have neither expired nor been used up. */
    private static boolean isRedeemable(StripeContext stripe, ObjectNode code) {
        return !isUsedUp(code)
                && !hasPassed(stripe, code.path("expires_at"))
                && stripe.find(COUPON, code.path("promotion").path(COUPON).asText())
                        .filter(coupon -> coupon.path("valid").asBoolean())
                        .isPresent();
    }

    /** Whether a coupon or a code has been redeemed as often as it may be. */
    static boolean isUsedUp(JsonNode redeemable) {
        var limit = redeemable.path("max_redemptions");
        return limit.isNumber() && redeemable.path("times_redeemed").asLong() >= limit.asLong();
    }

    private static boolean hasPassed(StripeContext stripe, JsonNode time) {
        return time.isNumber() && time.asLong() <= stripe.now();
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
        CodeRestrictions.keepMinimums(fields, request.params().path("restrictions"));
        return ParameterMerge.into(
                fields, request.params(), "active", "customer", "expires_at", "max_redemptions", "metadata");
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var code = stripe.load(KIND, request.id());
        var changed = ParameterMerge.into(code.deepCopy(), request.params(), "active", "metadata");
        if (changed.path("active").asBoolean() && !code.path("active").asBoolean()) {
            requireRedeemable(stripe, changed);
            requireUnique(stripe, changed);
        }
        return stripe.update(code, changed);
    }

    private static void requireRedeemable(StripeContext stripe, ObjectNode code) {
        if (!isRedeemable(stripe, code)) {
            throw StripeError.invalid(
                            "A promotion code can only be reactivated when the coupon is still valid and the promotion code is otherwise redeemable.")
                    .param("active")
                    .refusal();
        }
    }

    /** Deactivates the codes of a coupon that is not valid any more: a code is only active if its coupon is valid. */
    static void deactivate(StripeContext stripe, String coupon) {
        stripe
                .list(KIND)
                .matching(code -> code.path("promotion").path(COUPON).asText().equals(coupon)
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
            list.matching(code -> code.path("promotion").path(COUPON).asText().equals(request.text("coupon")));
        }
        if (request.has("active")) {
            list.matching(code -> code.path("active").asBoolean() == request.flag("active"));
        }
        ListFilters.byTime(list, request.params(), "created");
        return list.page(request.params(), "/v1/promotion_codes");
    }
}
