package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.invoice.InvoicePaymentMethod;
import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/**
 * What subscriptions do by themselves: renew at the end of each period, warn before a trial ends, expire if they are not paid for.
 *
 * @see <a href="https://docs.stripe.com/billing/subscriptions/overview">Stripe, how subscriptions work</a>
 */
public final class Renewals implements StripeFeature {

    private static final Set<String> NOT_BILLED = Set.of("incomplete", "paused");

    private final Invoicing invoicing;

    /** Of subscriptions whose invoices are finalized and collected like this. */
    public Renewals(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    @Override
    public void register(StripeRoutes routes) {
        routes.due(SubscriptionSchedule.RENEW, this::renew)
                .due(SubscriptionSchedule.UPCOMING, Renewals::announce)
                .due(SubscriptionSchedule.TRIAL_WILL_END, Renewals::warn)
                .due(SubscriptionSchedule.EXPIRE, this::expire)
                .due(SubscriptionSchedule.CANCEL, Renewals::cancel)
                .due(SubscriptionSchedule.RESUME, Renewals::resumeCollection);
    }

    private void renew(StripeContext stripe, ObjectNode data) {
        living(stripe, data)
                .filter(subscription -> SubscriptionRecord.periodEnd(subscription)
                        == data.path("at").asLong())
                .ifPresent(subscription -> startPeriods(stripe, subscription));
    }

    private void startPeriods(StripeContext stripe, ObjectNode before) {
        if (before.path("cancel_at").isNumber() && before.path("cancel_at").asLong() <= stripe.now()) {
            end(stripe, before);
            return;
        }
        if (NOT_BILLED.contains(SubscriptionRecord.status(before)) || endsWithoutPaymentMethod(stripe, before)) {
            return;
        }
        var after = before.deepCopy();
        if (SubscriptionRecord.status(after).equals("trialing")) {
            after.put("status", "active");
        }
        var periodStart = SubscriptionRecord.items(before)
                .get(0)
                .path("current_period_start")
                .asLong();
        var renewed = SubscriptionPeriods.advance(stripe, after);
        var lines = new ArrayList<ObjectNode>();
        renewed.forEach(item -> lines.add(SubscriptionInvoices.renewalLine(stripe, before, after, item)));
        lines.addAll(SubscriptionInvoices.pendingLines(stripe, after));
        var period = Json.object().put("period_start", periodStart).put("period_end", stripe.now());
        SubscriptionInvoices.create(stripe, after, "subscription_cycle", period, lines);
        SubscriptionInvoices.useDiscounts(stripe, after);
        SubscriptionRecord.update(stripe, before, after);
        SubscriptionSchedule.renewal(stripe, after);
    }

    /** {@code trial_settings[end_behavior][missing_payment_method]}. */
    private static boolean endsWithoutPaymentMethod(StripeContext stripe, ObjectNode subscription) {
        var behavior = subscription
                .path("trial_settings")
                .path("end_behavior")
                .path("missing_payment_method")
                .asText();
        if (!SubscriptionRecord.status(subscription).equals("trialing")
                || behavior.equals("create_invoice")
                || subscription.path("collection_method").asText().equals("send_invoice")
                || InvoicePaymentMethod.ofSubscription(stripe, subscription).isPresent()) {
            return false;
        }
        if (behavior.equals("cancel")) {
            SubscriptionEnd.cancel(stripe, subscription, "payment_failed");
        } else {
            var paused = subscription.deepCopy().put("status", "paused");
            SubscriptionRecord.save(stripe, paused);
            stripe.emit("customer.subscription.paused", subscription, paused);
        }
        return true;
    }

    private static void announce(StripeContext stripe, ObjectNode data) {
        living(stripe, data)
                .filter(subscription -> SubscriptionRecord.periodEnd(subscription)
                        == data.path("end").asLong())
                .filter(subscription ->
                        !subscription.path("cancel_at_period_end").asBoolean())
                .ifPresent(subscription -> stripe.emit("invoice.upcoming", UpcomingInvoice.next(stripe, subscription)));
    }

    private static void warn(StripeContext stripe, ObjectNode data) {
        living(stripe, data)
                .filter(subscription -> SubscriptionRecord.status(subscription).equals("trialing"))
                .ifPresent(subscription -> stripe.emit("customer.subscription.trial_will_end", subscription));
    }

    /** The first invoice was not paid within 23 hours. */
    private void expire(StripeContext stripe, ObjectNode data) {
        living(stripe, data)
                .filter(subscription -> SubscriptionRecord.status(subscription).equals("incomplete"))
                .ifPresent(subscription -> {
                    SubscriptionEnd.expire(stripe, subscription);
                    stripe.find("invoice", subscription.path("latest_invoice").asText())
                            .filter(invoice -> invoice.path("status").asText().equals("open"))
                            .ifPresent(invoice -> invoicing.makeVoid(stripe, invoice));
                });
    }

    private static void cancel(StripeContext stripe, ObjectNode data) {
        living(stripe, data)
                .filter(subscription -> subscription.path("cancel_at").asLong()
                        == data.path("at").asLong())
                .ifPresent(subscription -> end(stripe, subscription));
    }

    /** What is not invoiced yet is on a last invoice. */
    private static void end(StripeContext stripe, ObjectNode subscription) {
        var lines = new ArrayList<>(MeteredUsage.lines(stripe, subscription));
        lines.addAll(SubscriptionInvoices.pendingLines(stripe, subscription));
        var ended = SubscriptionEnd.cancel(stripe, subscription, "cancellation_requested");
        if (!lines.isEmpty()) {
            SubscriptionInvoices.create(stripe, ended, "subscription_cycle", Json.object(), lines);
            SubscriptionRecord.save(stripe, ended);
        }
    }

    private static void resumeCollection(StripeContext stripe, ObjectNode data) {
        living(stripe, data)
                .filter(subscription ->
                        subscription.path("pause_collection").path("resumes_at").asLong()
                                == data.path("at").asLong())
                .ifPresent(subscription -> SubscriptionRecord.update(
                        stripe, subscription, subscription.deepCopy().putNull("pause_collection")));
    }

    private static Optional<ObjectNode> living(StripeContext stripe, ObjectNode data) {
        return stripe.find(SubscriptionRecord.KIND, data.path("subscription").asText())
                .filter(subscription -> !SubscriptionRecord.hasEnded(subscription));
    }
}
