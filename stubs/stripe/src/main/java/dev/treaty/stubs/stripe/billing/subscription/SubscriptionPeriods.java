package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import java.util.ArrayList;
import java.util.List;

/** The periods of a subscription's items. */
final class SubscriptionPeriods {

    private SubscriptionPeriods() {}

    /** Moves the items whose period is over to their next one. */
    static List<ObjectNode> advance(StripeContext stripe, ObjectNode subscription) {
        var anchor = subscription.path("billing_cycle_anchor").asLong();
        var renewed = new ArrayList<ObjectNode>();
        for (var item : SubscriptionRecord.items(subscription)) {
            var start = item.path("current_period_end").asLong();
            if (start <= stripe.now()) {
                var end = SubscriptionItem.interval(item).startAfter(anchor, start);
                SubscriptionItem.period(item, start, end);
                renewed.add(item);
            }
        }
        return renewed;
    }
}
