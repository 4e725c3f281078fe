package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.ListFilters;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.stripe.resource.ResourceKinds;
import dev.treaty.stubs.vendor.world.Json;

/**
 * Plans, which there were before prices: each is a recurring price with the same id.
 *
 * @see <a href="https://docs.stripe.com/api/plans">Stripe, plans</a>
 */
public final class Plans implements StripeFeature {

    private static final String KIND = "plan";
    private static final String PRICE = "price";
    private static final String URL = "/v1/plans";

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(KIND)
                .on("POST " + URL, Plans::create)
                .on("GET " + URL, Plans::list)
                .on("GET " + URL + "/{id}", (stripe, request) -> PlanOfPrice.of(load(stripe, request.id())))
                .on("POST " + URL + "/{id}", Plans::update)
                .on("DELETE " + URL + "/{id}", Plans::delete);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var id = request.text("id").isEmpty() ? Ids.next(ResourceKinds.of(KIND)) : request.text("id");
        if (stripe.find(PRICE, id).isPresent()) {
            throw StripeError.invalid("Plan already exists.")
                    .code("resource_already_exists")
                    .param("id")
                    .refusal();
        }
        stripe.reserveId(PRICE, id);
        var plan = PlanOfPrice.of(Prices.create(stripe, priceParams(request.params()), ""));
        stripe.emit("plan.created", plan);
        return plan;
    }

    /** A plan's parameters as those of a price. */
    private static ObjectNode priceParams(ObjectNode params) {
        var price = ParameterMerge.only(
                params, "active", "billing_scheme", "currency", "metadata", "nickname", "tiers", "tiers_mode");
        rename(params, "amount", price, "unit_amount");
        rename(params, "amount_decimal", price, "unit_amount_decimal");
        rename(params, "transform_usage", price, "transform_quantity");
        rename(params, "product", price, params.path("product").isObject() ? "product_data" : "product");
        price.set(
                "recurring",
                ParameterMerge.only(params, "interval", "interval_count", "meter", "trial_period_days", "usage_type"));
        return price;
    }

    private static void rename(ObjectNode params, String name, ObjectNode price, String other) {
        if (params.has(name)) {
            price.set(other, params.path(name));
        }
    }

    private static ObjectNode load(StripeContext stripe, String id) {
        return stripe.find(PRICE, id).filter(Plans::isRecurring).orElseGet(() -> stripe.load(KIND, id));
    }

    private static boolean isRecurring(ObjectNode price) {
        return price.path("type").asText().equals("recurring");
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var page = ListFilters.apply(request.params(), stripe.list(PRICE).matching(Plans::isRecurring))
                .page(request.params(), URL);
        var plans = Json.object().arrayNode();
        page.path("data").forEach(price -> plans.add(PlanOfPrice.of((ObjectNode) price)));
        page.set("data", plans);
        return page;
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var before = load(stripe, request.id());
        var after =
                ParameterMerge.into(before.deepCopy(), request.params(), "active", "metadata", "nickname", "product");
        ParameterMerge.into(after.withObject("/recurring"), request.params(), "trial_period_days");
        stripe.update(before, after);
        stripe.emit("plan.updated", PlanOfPrice.of(before), PlanOfPrice.of(after));
        return PlanOfPrice.of(after);
    }

    private static ObjectNode delete(StripeContext stripe, StripeRequest request) {
        var price = load(stripe, request.id());
        stripe.emit("plan.deleted", PlanOfPrice.of(price));
        stripe.delete(price);
        return Json.object().put("id", request.id()).put("object", KIND).put("deleted", true);
    }
}
