package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Invoice items that no invoice includes yet. */
public final class PendingItems {

    private PendingItems() {}

    /**
     * The pending items of a customer, the oldest first.
     *
     * @param subscription only those of this subscription, and those of none; empty for all of them
     */
    public static List<ObjectNode> of(StripeContext stripe, String customer, String subscription) {
        var items = stripe.list(NewInvoiceItem.KIND)
                .where("customer", customer)
                .matching(item -> item.path("invoice").isNull())
                .matching(item -> {
                    var of = item.path("parent")
                            .path("subscription_details")
                            .path("subscription")
                            .asText("");
                    return subscription.isEmpty() || of.isEmpty() || of.equals(subscription);
                })
                .all();
        var oldestFirst = new ArrayList<>(items);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }
}
