package dev.treaty.stubs.stripe.billing.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.BillingInterval;
import dev.treaty.stubs.stripe.billing.catalog.ParameterMerge;
import dev.treaty.stubs.stripe.billing.catalog.Prices;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Optional;

/**
 * The phases of a schedule: each starts where the one before it ends.
 *
 * @see <a href="https://docs.stripe.com/billing/subscriptions/subscription-schedules">Stripe, subscription schedules</a>
 */
final class SchedulePhases {

    private static final String[] NULLABLE = {
        "application_fee_percent",
        "billing_cycle_anchor",
        "billing_thresholds",
        "collection_method",
        "default_payment_method",
        "description",
        "invoice_settings",
        "on_behalf_of",
        "transfer_data",
        "trial_end"
    };

    private static final String[] OF_INVOICES = {
        "account_tax_ids", "custom_fields", "days_until_due", "description", "footer"
    };

    /** The field with what is said about the invoices of a phase, or of all of a schedule. */
    static final String INVOICES = "invoice_settings";

    private SchedulePhases() {}

    /**
     * Phases as requests describe them.
     *
     * @param start of the first one, in seconds since 1970
     * @throws dev.treaty.stubs.vendor.VendorError 400 if a phase has no items, a price that does not recur, or no length
     */
    static ArrayNode of(StripeContext stripe, JsonNode given, long start) {
        var phases = Json.object().arrayNode();
        var from = start;
        for (var i = 0; i < given.size(); i++) {
            var name = "phases[" + i + "]";
            var items = items(stripe, given.path(i).path("items"), name + "[items]");
            var price = stripe.load("price", items.path(0).path("price").asText());
            var end = end(given.path(i), price, from, name);
            var phase = phase(from, end, price.path("currency").asText(), items);
            ParameterMerge.into(phase, given.path(i), NULLABLE);
            ParameterMerge.into(phase, given.path(i), "metadata", "proration_behavior");
            if (given.path(i).path(INVOICES).isObject()) {
                phase.set(INVOICES, invoiceSettings(given.path(i).path(INVOICES)));
            }
            if (given.path(i).path("trial").asBoolean()) {
                phase.put("trial_end", end);
            }
            lists(stripe, phase, given.path(i));
            phases.add(phase);
            from = end;
        }
        return phases;
    }

    /** What a request says about invoices, and null for what it does not. */
    static ObjectNode invoiceSettings(JsonNode given) {
        var settings = Json.object();
        for (var name : OF_INVOICES) {
            settings.putNull(name);
        }
        settings.putObject("issuer").put("type", "self");
        return ParameterMerge.into(ParameterMerge.into(settings, given, OF_INVOICES), given, "issuer");
    }

    /** What a subscription has until its current period ends. */
    static ArrayNode ofSubscription(ObjectNode subscription) {
        var items = Json.object().arrayNode();
        var data = subscription.path("items").path("data");
        data.forEach(item -> {
            var row = item(item.path("price").path("id").asText(), item.path("quantity"));
            items.add(row);
        });
        var phase = phase(
                data.path(0).path("current_period_start").asLong(),
                data.path(0).path("current_period_end").asLong(),
                subscription.path("currency").asText(),
                items);
        return Json.object().arrayNode().add(phase);
    }

    /** The phase that starts at a time. */
    static Optional<ObjectNode> startingAt(ObjectNode schedule, long time) {
        return schedule.path("phases")
                .valueStream()
                .filter(phase -> phase.path("start_date").asLong() == time)
                .findFirst()
                .map(ObjectNode.class::cast);
    }

    /** The phase that a time is in. */
    static Optional<ObjectNode> at(ObjectNode schedule, long time) {
        return schedule.path("phases")
                .valueStream()
                .filter(phase -> phase.path("start_date").asLong() <= time
                        && time < phase.path("end_date").asLong())
                .findFirst()
                .map(ObjectNode.class::cast);
    }

    private static ObjectNode phase(long start, long end, String currency, ArrayNode items) {
        var phase = Json.object().put("start_date", start).put("end_date", end).put("currency", currency);
        for (var name : NULLABLE) {
            phase.putNull(name);
        }
        phase.putArray("add_invoice_items");
        phase.putArray("default_tax_rates");
        phase.putArray("discounts");
        phase.putObject("metadata");
        phase.put("proration_behavior", "create_prorations").set("items", items);
        return phase;
    }

    private static void lists(StripeContext stripe, ObjectNode phase, JsonNode given) {
        for (var name : new String[] {"add_invoice_items", "discounts"}) {
            if (given.path(name).isArray()) {
                phase.set(name, given.path(name).deepCopy());
            }
        }
        given.path("default_tax_rates")
                .forEach(id -> phase.withArray("default_tax_rates")
                        .add(stripe.load("tax_rate", id.asText(), "default_tax_rates")));
    }

    /** Until a date, for a while, or else for one interval of the first price. */
    private static long end(JsonNode given, ObjectNode price, long start, String name) {
        var end = given.path("end_date").isNumber()
                ? given.path("end_date").asLong()
                : BillingInterval.of(
                                given.path("duration").isObject() ? given.path("duration") : price.path("recurring"))
                        .startAfter(start, start);
        if (end <= start) {
            throw StripeError.invalid("The end date of a phase must be after its start date.")
                    .param(name + "[end_date]")
                    .refusal();
        }
        return end;
    }

    private static ArrayNode items(StripeContext stripe, JsonNode given, String name) {
        if (given.isEmpty()) {
            throw StripeError.missing(name).refusal();
        }
        var items = Json.object().arrayNode();
        for (var i = 0; i < given.size(); i++) {
            items.add(item(
                    price(stripe, given.path(i), name + "[" + i + "]"),
                    given.path(i).path("quantity")));
            ParameterMerge.into((ObjectNode) items.path(i), given.path(i), "metadata", "tax_rates");
        }
        return items;
    }

    private static String price(StripeContext stripe, JsonNode given, String name) {
        if (given.path("price_data") instanceof ObjectNode data) {
            return Prices.create(stripe, data, name + "[price_data]").path("id").asText();
        }
        var param = name + (given.has("plan") ? "[plan]" : "[price]");
        var id = given.path("price").asText(given.path("plan").asText(""));
        if (id.isEmpty()) {
            throw StripeError.missing(param).refusal();
        }
        var price = stripe.load("price", id, param);
        if (!price.path("type").asText().equals("recurring")) {
            throw StripeError.invalid(
                            "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.")
                    .param(param)
                    .refusal();
        }
        return id;
    }

    private static ObjectNode item(String price, JsonNode quantity) {
        var item = Json.object().put("price", price).put("plan", price).putNull("billing_thresholds");
        item.put("quantity", quantity.asLong(1));
        item.putArray("discounts");
        item.putObject("metadata");
        item.putArray("tax_rates");
        return item;
    }
}
