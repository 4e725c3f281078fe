package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;

/** The plan that Stripe still shows beside a recurring price. */
public final class PlanOfPrice {

    private PlanOfPrice() {}

    /** The plan with the id of a price. */
    public static ObjectNode of(ObjectNode price) {
        var plan = Json.object().put("id", price.path("id").asText()).put("object", "plan");
        var recurring = price.path("recurring");
        plan.set("active", price.path("active"));
        plan.set("amount", price.path("unit_amount"));
        plan.set("amount_decimal", price.path("unit_amount_decimal"));
        for (var name : new String[] {"billing_scheme", "created", "currency"}) {
            plan.set(name, price.path(name));
        }
        plan.set("interval", recurring.path("interval"));
        plan.set("interval_count", recurring.path("interval_count"));
        for (var name : new String[] {"livemode", "metadata"}) {
            plan.set(name, price.path(name));
        }
        plan.set("meter", recurring.path("meter"));
        plan.set("nickname", price.path("nickname"));
        plan.set("product", price.path("product"));
        plan.set("tiers_mode", price.path("tiers_mode"));
        plan.putNull("transform_usage");
        plan.set("trial_period_days", recurring.path("trial_period_days"));
        plan.set("usage_type", recurring.path("usage_type"));
        return plan;
    }
}
