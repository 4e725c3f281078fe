package dev.treaty.stubs.stripe.billing.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.billing.subscription.SubscriptionCreation;
import dev.treaty.stubs.stripe.billing.subscription.SubscriptionUpdate;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes and changes the subscription of a schedule as its phases say. */
final class ScheduledSubscription {

    private static final String[] SETTINGS = {
        "collection_method", "default_payment_method", "description", "on_behalf_of"
    };

    private final SubscriptionCreation creation;
    private final SubscriptionUpdate update;

    /** Subscriptions whose invoices are finalized and collected like this. */
    ScheduledSubscription(Invoicing invoicing) {
        creation = new SubscriptionCreation(invoicing);
        update = new SubscriptionUpdate(invoicing);
    }

    /** Creates the subscription of a first phase; returns it. */
    ObjectNode create(StripeContext stripe, ObjectNode schedule, ObjectNode phase) {
        var customer = stripe.load("customer", schedule.path("customer").asText());
        var params = params(schedule, phase);
        var items = params.putArray("items");
        phase.path("items").forEach(item -> items.add(row(item)));
        if (phase.path("trial_end").asLong() > stripe.now()) {
            params.set("trial_end", phase.path("trial_end"));
        }
        if (!isPayable(customer, params)) {
            params.put("payment_behavior", "default_incomplete"); // a schedule does not wait for a payment method
        }
        var created = creation.create(stripe, customer, params);
        var attached = created.deepCopy();
        attached.set("schedule", schedule.path("id"));
        return stripe.update(created, attached);
    }

    private static boolean isPayable(ObjectNode customer, ObjectNode params) {
        return params.path("collection_method").asText().equals("send_invoice")
                || params.path("default_payment_method").isTextual()
                || customer.path("invoice_settings")
                        .path("default_payment_method")
                        .isTextual()
                || customer.path("default_source").isTextual();
    }

    /**
     * Changes the subscription to what a phase says, from the phase's start on.
     *
     * @param stripe a moment before that: a renewal that is due at the start already bills what the phase says
     */
    void change(StripeContext stripe, ObjectNode schedule, ObjectNode phase, ObjectNode subscription) {
        var start = phase.path("start_date").asLong();
        var isRenewed = periodEnd(subscription) == start && hasInterval(stripe, subscription, phase);
        var params = changes(schedule, phase, subscription);
        if (isRenewed) {
            params.put("proration_behavior", "none");
        }
        update.apply(isRenewed ? stripe : stripe.at(Instant.ofEpochSecond(start)), subscription, params);
    }

    /** Changes the subscription at once. */
    void changeNow(StripeContext stripe, ObjectNode schedule, ObjectNode phase, String prorationBehavior) {
        var subscription =
                stripe.load("subscription", schedule.path("subscription").asText());
        var params = changes(schedule, phase, subscription).put("proration_behavior", prorationBehavior);
        update.apply(stripe, subscription, params);
    }

    private static ObjectNode changes(ObjectNode schedule, ObjectNode phase, ObjectNode subscription) {
        var params = params(schedule, phase);
        params.set("items", itemChanges(phase, subscription));
        return params;
    }

    /** The items that have a price already stay, others are replaced in their order, and what is left is removed. */
    private static ArrayNode itemChanges(ObjectNode phase, ObjectNode subscription) {
        var rows = Json.object().arrayNode();
        var left = new ArrayList<JsonNode>();
        subscription.path("items").path("data").forEach(left::add);
        var wanted = new ArrayList<JsonNode>();
        for (var item : phase.path("items")) {
            left.stream()
                    .filter(existing -> existing.path("price").path("id").equals(item.path("price")))
                    .findFirst()
                    .ifPresentOrElse(
                            existing -> {
                                left.remove(existing);
                                rows.add(row(item).put("id", existing.path("id").asText()));
                            },
                            () -> wanted.add(item));
        }
        for (var item : wanted) {
            var row = row(item);
            rows.add(
                    left.isEmpty()
                            ? row
                            : row.put("id", left.remove(0).path("id").asText()));
        }
        left.forEach(existing ->
                rows.addObject().put("id", existing.path("id").asText()).put("deleted", true));
        return rows;
    }

    private static ObjectNode row(JsonNode item) {
        var row = Json.object();
        for (var name : List.of("price", "quantity", "tax_rates")) {
            row.set(name, item.path(name));
        }
        return row;
    }

    private static ObjectNode params(ObjectNode schedule, ObjectNode phase) {
        var params = Json.object();
        for (var settings : List.of(schedule.path("default_settings"), phase)) {
            for (var name : SETTINGS) {
                if (settings.path(name).isTextual()) {
                    params.set(name, settings.path(name));
                }
            }
            var days = settings.path("invoice_settings").path("days_until_due");
            if (days.isNumber()) {
                params.set("days_until_due", days);
            }
        }
        params.set("metadata", phase.path("metadata"));
        params.set("proration_behavior", phase.path("proration_behavior"));
        for (var name : List.of("discounts", "add_invoice_items")) {
            if (!phase.path(name).isEmpty()) {
                params.set(name, phase.path(name));
            }
        }
        if (!phase.path("default_tax_rates").isEmpty()) {
            var rates = params.putArray("default_tax_rates");
            phase.path("default_tax_rates")
                    .forEach(rate -> rates.add(rate.path("id").asText()));
        }
        return params;
    }

    private static long periodEnd(ObjectNode subscription) {
        return subscription
                .path("items")
                .path("data")
                .path(0)
                .path("current_period_end")
                .asLong();
    }

    private static boolean hasInterval(StripeContext stripe, ObjectNode subscription, ObjectNode phase) {
        var before =
                subscription.path("items").path("data").path(0).path("price").path("recurring");
        var after = stripe.load(
                        "price", phase.path("items").path(0).path("price").asText())
                .path("recurring");
        return before.path("interval").equals(after.path("interval"))
                && before.path("interval_count").equals(after.path("interval_count"));
    }
}
