package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.resource.Skeleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a subscription is kept: with its items, which can also be found by themselves. */
final class SubscriptionRecord {

    static final String KIND = "subscription";
    static final String ITEM = "subscription_item";

    private static final Set<String> ENDED = Set.of("canceled", "incomplete_expired");

    private SubscriptionRecord() {}

    /** The items; changes of them are changes of the subscription. */
    static List<ObjectNode> items(ObjectNode subscription) {
        var items = new ArrayList<ObjectNode>();
        subscription.path("items").path("data").forEach(item -> items.add((ObjectNode) item));
        return items;
    }

    static void setItems(ObjectNode subscription, List<ObjectNode> items) {
        var page = Skeleton.page(
                "/v1/subscription_items?subscription=" + subscription.path("id").asText());
        items.forEach(item -> page.withArray("data")
                .add(item.put(KIND, subscription.path("id").asText())));
        subscription.set("items", page.put("total_count", items.size()));
    }

    /** Keeps a subscription without an event. */
    static ObjectNode save(StripeContext stripe, ObjectNode subscription) {
        stripe.save(subscription);
        items(subscription).forEach(stripe::save);
        return subscription;
    }

    /** Keeps a changed subscription, with the event {@code customer.subscription.updated}. */
    static ObjectNode update(StripeContext stripe, ObjectNode before, ObjectNode after) {
        items(after).forEach(stripe::save);
        return stripe.update(before, after);
    }

    static boolean hasEnded(ObjectNode subscription) {
        return ENDED.contains(status(subscription));
    }

    static String status(ObjectNode subscription) {
        return subscription.path("status").asText();
    }

    /** When the first of the current periods ends, in seconds since 1970. */
    static long periodEnd(ObjectNode subscription) {
        return items(subscription).stream()
                .mapToLong(item -> item.path("current_period_end").asLong())
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
