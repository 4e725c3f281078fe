package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;

/** When something happens to a subscription by itself. */
final class SubscriptionSchedule {

    static final String RENEW = "subscription.renew";
    static final String UPCOMING = "subscription.upcoming";
    static final String TRIAL_WILL_END = "subscription.trial_will_end";
    static final String EXPIRE = "subscription.expire";
    static final String CANCEL = "subscription.cancel";
    static final String RESUME = "subscription.resume_collection";

    private static final Duration UPCOMING_BEFORE = Duration.ofDays(7);
    private static final Duration TRIAL_WARNING = Duration.ofDays(3);
    private static final Duration INCOMPLETE_FOR = Duration.ofHours(23);

    private SubscriptionSchedule() {}

    /** The end of the current period, and the notice of its invoice before. */
    static void renewal(StripeContext stripe, ObjectNode subscription) {
        var end = SubscriptionRecord.periodEnd(subscription);
        var notice = end - UPCOMING_BEFORE.toSeconds();
        if (notice > stripe.now()) {
            at(stripe, subscription, notice, UPCOMING);
        }
        at(stripe, subscription, end, RENEW);
    }

    /** Three days before the trial's end, or now if it is shorter. */
    static void trial(StripeContext stripe, ObjectNode subscription) {
        var end = subscription.path("trial_end").asLong();
        var notice = end - TRIAL_WARNING.toSeconds();
        if (notice > stripe.now()) {
            at(stripe, subscription, notice, TRIAL_WILL_END);
        } else {
            stripe.emit("customer.subscription.trial_will_end", subscription);
        }
    }

    /** The end of what was not paid for in time. */
    static void expiry(StripeContext stripe, ObjectNode subscription) {
        at(stripe, subscription, subscription.path("created").asLong() + INCOMPLETE_FOR.toSeconds(), EXPIRE);
    }

    /** {@code cancel_at}, if there is one. */
    static void cancellation(StripeContext stripe, ObjectNode subscription) {
        if (subscription.path("cancel_at").isNumber()) {
            at(stripe, subscription, subscription.path("cancel_at").asLong(), CANCEL);
        }
    }

    /** {@code pause_collection[resumes_at]}, if there is one. */
    static void resumption(StripeContext stripe, ObjectNode subscription) {
        var at = subscription.path("pause_collection").path("resumes_at");
        if (at.isNumber()) {
            at(stripe, subscription, at.asLong(), RESUME);
        }
    }

    private static void at(StripeContext stripe, ObjectNode subscription, long at, String action) {
        var data = Json.object()
                .put("subscription", subscription.path("id").asText())
                .put("at", at)
                .put("end", SubscriptionRecord.periodEnd(subscription));
        TestClockTime.schedule(stripe, subscription, at, action, data);
    }
}
