package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.billing.catalog.ParameterMerge;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * What a request changes of a subscription: computed without keeping anything, for updates and previews alike.
 *
 * @see <a href="https://docs.stripe.com/api/subscriptions/update">Stripe, update a subscription</a>
 */
final class SubscriptionChange {

    private static final String[] FIELDS = {
        "billing_thresholds",
        "collection_method",
        "days_until_due",
        "default_payment_method",
        "default_source",
        "description",
        "metadata",
        "on_behalf_of",
        "pending_invoice_item_interval"
    };

    private final StripeContext stripe;
    private final ObjectNode after;
    private final JsonNode params;
    private final List<ObjectNode> prorations = new ArrayList<>();
    private boolean startsPeriod;

    /** @param before is not changed */
    SubscriptionChange(StripeContext stripe, ObjectNode before, JsonNode params) {
        this.stripe = stripe;
        this.params = params;
        after = before.deepCopy();
        fields();
        trial();
        items();
        anchor();
        cancellation();
        pause();
    }

    /** The subscription as it will be. */
    ObjectNode after() {
        return after;
    }

    /** The fields of the invoice items for what is credited and charged until the period's end. */
    List<ObjectNode> prorations() {
        return prorations;
    }

    /** Whether a new period starts now, which is invoiced at once. */
    boolean startsPeriod() {
        return startsPeriod;
    }

    /** Whether what is prorated is invoiced at once. */
    boolean invoicesNow() {
        return startsPeriod || (behavior().equals("always_invoice") && !prorations.isEmpty());
    }

    private String behavior() {
        return params.path("proration_behavior").asText("create_prorations");
    }

    private long at() {
        return params.path("proration_date").asLong(stripe.now());
    }

    private void fields() {
        SubscriptionDefaults.checkPaymentMethod(stripe, after.path("customer"), params);
        ParameterMerge.into(after, params, FIELDS);
        for (var nested :
                new String[] {"payment_settings", "invoice_settings", "trial_settings", "cancellation_details"}) {
            if (params.path(nested) instanceof ObjectNode changes) {
                after.withObject("/" + nested).setAll(changes.deepCopy());
            }
        }
        if (params.has("discounts")) {
            var owner = Json.object();
            owner.set("customer", after.path("customer"));
            owner.set("subscription", after.path("id"));
            after.set("discounts", Discounts.redeem(stripe, params.path("discounts"), owner));
        }
        if (params instanceof ObjectNode all) {
            SubscriptionTaxes.set(stripe, after, all);
        }
    }

    private void trial() {
        var end = params.path("trial_end");
        if (end.asText().equals("now")) {
            if (SubscriptionRecord.status(after).equals("trialing")) {
                after.put("status", "active").put("trial_end", stripe.now());
                restart();
            }
        } else if (end.isNumber()) {
            if (end.asLong() <= stripe.now()) {
                throw StripeError.invalid("Invalid timestamp: must be an integer Unix timestamp in the future.")
                        .param("trial_end")
                        .refusal();
            }
            if (!after.path("trial_start").isNumber()) {
                after.put("trial_start", stripe.now());
            }
            after.put("status", "trialing").put("trial_end", end.asLong()).put("billing_cycle_anchor", end.asLong());
            SubscriptionRecord.items(after)
                    .forEach(item -> SubscriptionItem.period(
                            item, item.path("current_period_start").asLong(), end.asLong()));
        }
    }

    private void items() {
        if (!params.path("items").isArray()) {
            return;
        }
        var changes = new ItemChanges(stripe, after, at(), !behavior().equals("none"));
        changes.apply(params.path("items"));
        prorations.addAll(changes.prorations());
        if (changes.restartsPeriod()) {
            restart();
        }
    }

    private void anchor() {
        var anchor = params.path("billing_cycle_anchor");
        var type = anchor.isObject() ? anchor.path("type").asText() : anchor.asText();
        if (type.equals("now") && !startsPeriod) {
            var changes = new ItemChanges(stripe, after, at(), !behavior().equals("none"));
            SubscriptionRecord.items(after).forEach(changes::credit);
            prorations.addAll(changes.prorations());
            restart();
        }
    }

    /** A new period starts now. */
    private void restart() {
        startsPeriod = true;
        after.put("billing_cycle_anchor", stripe.now());
        SubscriptionRecord.items(after)
                .forEach(item -> SubscriptionItem.period(
                        item, stripe.now(), SubscriptionItem.interval(item).startAfter(stripe.now(), stripe.now())));
    }

    private void cancellation() {
        if (params.path("cancel_at_period_end").asBoolean()) {
            SubscriptionCancelation.atPeriodEnd(stripe, after);
        } else if (params.path("cancel_at").isNumber()) {
            SubscriptionCancelation.at(stripe, after, params.path("cancel_at").asLong());
        } else if (params.path("cancel_at").asText().endsWith("period_end")) {
            SubscriptionCancelation.at(stripe, after, SubscriptionRecord.periodEnd(after));
        } else if (params.has("cancel_at_period_end") || params.has("cancel_at")) {
            SubscriptionCancelation.withdraw(after);
        } else if (after.path("cancel_at_period_end").asBoolean()) {
            after.put("cancel_at", SubscriptionRecord.periodEnd(after));
        }
    }

    private void pause() {
        if (!params.has("pause_collection")) {
            return;
        }
        if (params.path("pause_collection").isObject()) {
            var pause = after.putObject("pause_collection").putNull("resumes_at");
            ParameterMerge.into(pause, params.path("pause_collection"), "behavior", "resumes_at");
        } else {
            after.putNull("pause_collection");
        }
    }
}
