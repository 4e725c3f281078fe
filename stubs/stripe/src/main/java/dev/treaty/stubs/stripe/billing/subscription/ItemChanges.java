package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceLines;
import dev.treaty.stubs.stripe.billing.invoice.NewInvoiceItem;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.resource.ResourceKinds;
import dev.treaty.stubs.vendor.world.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Changes of a subscription's items, and what is prorated for them: what is left of the old price is credited, and the new price is
 * charged for the rest of the period.
 *
 * @see <a href="https://docs.stripe.com/billing/subscriptions/prorations">Stripe, prorations</a>
 */
final class ItemChanges {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final StripeContext stripe;
    private final ObjectNode subscription;
    private final long at;
    private final boolean prorates;
    private final List<ObjectNode> prorations = new ArrayList<>();
    private boolean restarts;

    /**
     * @param subscription is changed
     * @param at the moment from which the change counts, in seconds since 1970
     * @param prorates whether what is left of the period is credited and charged
     */
    ItemChanges(StripeContext stripe, ObjectNode subscription, long at, boolean prorates) {
        this.stripe = stripe;
        this.subscription = subscription;
        this.at = at;
        this.prorates = prorates && !SubscriptionRecord.status(subscription).equals("trialing");
    }

    /** The fields of the invoice items that the changes make. */
    List<ObjectNode> prorations() {
        return prorations;
    }

    /** Whether a price recurs in another interval than before, so that a new period starts at once. */
    boolean restartsPeriod() {
        return restarts;
    }

    /** Does what the parameter {@code items} says. */
    void apply(JsonNode rows) {
        var items = new ArrayList<>(SubscriptionRecord.items(subscription));
        for (var i = 0; i < rows.size(); i++) {
            apply(items, rows.path(i), "items[" + i + "]");
        }
        if (items.isEmpty()) {
            throw StripeError.invalid(
                            "A subscription must have at least one active plan. In order to cancel a subscription, please use the cancel API endpoint.")
                    .refusal();
        }
        SubscriptionRecord.setItems(subscription, items);
    }

    private void apply(List<ObjectNode> items, JsonNode row, String param) {
        var id = row.path("id").asText("");
        if (id.isEmpty()) {
            add(items, row, param);
            return;
        }
        var item = items.stream()
                .filter(candidate -> candidate.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> StripeError.invalid("No such subscription item: '%s'".formatted(id))
                        .code("resource_missing")
                        .param(param + "[id]")
                        .refusal());
        if (row.path("deleted").asBoolean()) {
            credit(item);
            items.remove(item);
            stripe.world()
                    .objects(ResourceKinds.of(SubscriptionRecord.ITEM).stored())
                    .remove(id);
        } else {
            change(item, row, param);
        }
    }

    private void add(List<ObjectNode> items, JsonNode row, String param) {
        var item = SubscriptionItem.create(stripe, row, currency(), param);
        SubscriptionItem.checkIsOnlyOneOfItsPrice(item, items, param);
        var anchor = subscription.path("billing_cycle_anchor").asLong();
        var trial = SubscriptionRecord.status(subscription).equals("trialing");
        var end = trial ? anchor : SubscriptionItem.interval(item).startAfter(anchor, at);
        SubscriptionItem.period(item, at, end);
        item.put("subscription", subscription.path("id").asText());
        items.add(item);
        if (prorates) {
            var start = SubscriptionItem.interval(item).startBefore(anchor, at);
            prorate(item, Proration.rest(SubscriptionItem.amount(item), start, end, at), end, "Remaining time on ");
        }
    }

    private void change(ObjectNode item, JsonNode row, String param) {
        var old = item.deepCopy();
        SubscriptionItem.change(stripe, item, row, currency(), param);
        if (old.path("price").equals(item.path("price")) && old.path("quantity").equals(item.path("quantity"))) {
            return;
        }
        credit(old);
        if (!SubscriptionItem.interval(old).equals(SubscriptionItem.interval(item))
                && !SubscriptionRecord.status(subscription).equals("trialing")) {
            restarts = true;
        } else if (prorates) {
            var amount = SubscriptionItem.amount(item);
            prorate(item, rest(item, amount), item.path("current_period_end").asLong(), "Remaining time on ");
        }
    }

    private String currency() {
        return subscription.path("currency").asText();
    }

    /** Credits what is left of an item's period. */
    void credit(ObjectNode item) {
        if (prorates) {
            var amount = -rest(item, SubscriptionItem.amount(item));
            prorate(item, amount, item.path("current_period_end").asLong(), "Unused time on ");
        }
    }

    private long rest(ObjectNode item, long amount) {
        return Proration.rest(
                amount,
                item.path("current_period_start").asLong(),
                item.path("current_period_end").asLong(),
                at);
    }

    private void prorate(ObjectNode item, long amount, long end, String text) {
        var day = Instant.ofEpochSecond(at).atZone(ZoneOffset.UTC).format(DAY);
        var fields = Json.object()
                .put("amount", discounted(amount))
                .put("currency", currency())
                .put("customer", subscription.path("customer").asText())
                .put("description", text + SubscriptionItem.quantified(stripe, item) + " after " + day)
                .put("discountable", false)
                .put("proration", true)
                .put("date", at)
                .put("quantity", item.path("quantity").asLong(1));
        fields.set("test_clock", subscription.path("test_clock"));
        fields.putObject("period").put("end", end).put("start", at);
        fields.set("pricing", InvoiceLines.pricing(item.path("price")));
        NewInvoiceItem.parent(
                fields, subscription.path("id").asText(), item.path("id").asText());
        prorations.add(fields);
    }

    /** What is prorated includes the subscription's percentages; the invoice does not take them off again. */
    private long discounted(long amount) {
        var left = BigDecimal.valueOf(amount);
        for (var id : subscription.path("discounts")) {
            var percent = Discounts.coupon(stripe, id.asText()).path("percent_off");
            if (percent.isNumber() && !Discounts.hasEnded(stripe, id.asText())) {
                left = left.multiply(BigDecimal.valueOf(100).subtract(percent.decimalValue()))
                        .movePointLeft(2);
            }
        }
        return left.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
