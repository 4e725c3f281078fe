package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.billing.catalog.ParameterMerge;
import dev.treaty.stubs.stripe.billing.catalog.Purchase;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a request to create a subscription asks for. */
final class CreationRequest {

    private static final String[] FIELDS = {
        "billing_thresholds",
        "cancel_at_period_end",
        "collection_method",
        "days_until_due",
        "default_payment_method",
        "default_source",
        "description",
        "metadata",
        "off_session",
        "on_behalf_of",
        "pending_invoice_item_interval"
    };

    private final StripeContext stripe;
    private final ObjectNode customer;
    private final ObjectNode params;
    private final List<ObjectNode> items = new ArrayList<>();

    CreationRequest(StripeContext stripe, ObjectNode customer, ObjectNode params) {
        this.stripe = stripe;
        this.customer = customer;
        this.params = params;
        var rows = params.path("items");
        if (!rows.isArray() || rows.isEmpty()) {
            throw StripeError.missing("items").refusal();
        }
        for (var i = 0; i < rows.size(); i++) {
            var param = "items[" + i + "]";
            var item = SubscriptionItem.create(
                    stripe, rows.path(i), params.path("currency").asText(""), param);
            SubscriptionItem.checkIsOnlyOneOfItsPrice(item, items, param);
            items.add(item);
        }
        checkTerms();
    }

    private void checkTerms() {
        var currency = SubscriptionItem.currency(items.get(0));
        if (items.stream().anyMatch(item -> !SubscriptionItem.currency(item).equals(currency))) {
            throw StripeError.invalid("All prices on a subscription must have the same currency.")
                    .param("items")
                    .refusal();
        }
        if (sendsInvoices() && !params.has("days_until_due")) {
            throw StripeError.invalid("If `collection_method` is `send_invoice`, you must specify `days_until_due`.")
                    .param("days_until_due")
                    .refusal();
        }
        if (!sendsInvoices() && params.path("days_until_due").isNumber()) {
            throw StripeError.invalid("You can only set `days_until_due` if `collection_method` is `send_invoice`.")
                    .param("days_until_due")
                    .refusal();
        }
        var anchor = params.path("billing_cycle_anchor");
        if (anchor.isNumber() && anchor.asLong() <= stripe.now()) {
            throw StripeError.invalid("billing_cycle_anchor must be in the future.")
                    .param("billing_cycle_anchor")
                    .refusal();
        }
        SubscriptionDefaults.checkPaymentMethod(stripe, customer.path("id"), params);
    }

    /** The subscription, with its items, which is not kept yet. */
    ObjectNode subscription() {
        var fields = SubscriptionDefaults.of(stripe, customer, params, items.get(0));
        ParameterMerge.into(fields, params, FIELDS);
        fields.remove("off_session");
        var trialEnd = trialEnd();
        fields.put("status", status(trialEnd));
        if (trialEnd > 0) {
            fields.put("trial_start", stripe.now()).put("trial_end", trialEnd);
        }
        fields.put("billing_cycle_anchor", anchor(trialEnd));
        var subscription = stripe.draft(SubscriptionRecord.KIND, fields);
        items.forEach(item -> period(item, trialEnd));
        SubscriptionRecord.setItems(subscription, items);
        var owner = Json.object()
                .put("customer", customer.path("id").asText())
                .put("subscription", subscription.path("id").asText());
        var purchase = Purchase.of(customer.path("id"), firstAmount(trialEnd), subscription.path("currency"));
        subscription.set("discounts", Discounts.redeem(stripe, params.path("discounts"), owner, purchase));
        cancelAt(subscription);
        return subscription;
    }

    private String status(long trialEnd) {
        if (trialEnd > 0) {
            return "trialing";
        }
        return sendsInvoices() || (total() == 0 && !params.has("add_invoice_items")) ? "active" : "incomplete";
    }

    private long total() {
        return items.stream().mapToLong(SubscriptionItem::amount).sum();
    }

    /** What the first invoice is about, before discounts and taxes. */
    private long firstAmount(long trialEnd) {
        var oneTime = OneTimeItems.total(stripe, params.path("add_invoice_items"));
        if (trialEnd > 0 || (isProrated() && !prorates())) {
            return oneTime;
        }
        return oneTime
                + (isProrated() ? items.stream().mapToLong(this::proratedAmount).sum() : total());
    }

    /** In seconds since 1970; 0 for no trial. */
    private long trialEnd() {
        var end = params.path("trial_end");
        if (end.isNumber()) {
            if (end.asLong() <= stripe.now()) {
                throw StripeError.invalid("Invalid timestamp: must be an integer Unix timestamp in the future.")
                        .param("trial_end")
                        .refusal();
            }
            return end.asLong();
        }
        var days = end.asText().equals("now")
                ? 0
                : params.path("trial_period_days").asLong(ofPrice());
        return days == 0 ? 0 : stripe.now() + Duration.ofDays(days).toSeconds();
    }

    private long ofPrice() {
        return params.path("trial_from_plan").asBoolean()
                ? items.get(0)
                        .path("price")
                        .path("recurring")
                        .path("trial_period_days")
                        .asLong()
                : 0;
    }

    private long anchor(long trialEnd) {
        if (isProrated()) {
            return askedAnchor();
        }
        return trialEnd > 0 ? trialEnd : stripe.now();
    }

    /** Whether the first period ends at another time than a whole period would. */
    boolean isProrated() {
        return askedAnchor() > 0 && trialEnd() == 0;
    }

    /** In seconds since 1970; 0 if the request does not say. */
    private long askedAnchor() {
        var anchor = params.path("billing_cycle_anchor");
        return anchor.isNumber()
                ? anchor.asLong()
                : AnchorConfig.next(params.path("billing_cycle_anchor_config"), stripe.now());
    }

    private void period(ObjectNode item, long trialEnd) {
        var now = stripe.now();
        var end = trialEnd > 0 ? trialEnd : SubscriptionItem.interval(item).startAfter(anchor(trialEnd), now);
        SubscriptionItem.period(item, now, end);
    }

    /** Whether a first period that is not a whole one is paid for. */
    boolean prorates() {
        return !params.path("proration_behavior").asText().equals("none");
    }

    /** What the first period costs. */
    long proratedAmount(ObjectNode item) {
        var end = item.path("current_period_end").asLong();
        var start = SubscriptionItem.interval(item).startBefore(end, end - 1);
        return Proration.rest(SubscriptionItem.amount(item), start, end, stripe.now());
    }

    private void cancelAt(ObjectNode subscription) {
        if (params.path("cancel_at_period_end").asBoolean()) {
            SubscriptionCancelation.atPeriodEnd(stripe, subscription);
        } else if (params.path("cancel_at").isNumber()) {
            SubscriptionCancelation.at(
                    stripe, subscription, params.path("cancel_at").asLong());
        }
    }

    /** One-time items of the first invoice. */
    void addInvoiceItems(ObjectNode subscription) {
        OneTimeItems.create(stripe, subscription, params.path("add_invoice_items"));
    }

    /** {@code allow_incomplete}, {@code default_incomplete}, … */
    String behavior() {
        return params.path("payment_behavior").asText("allow_incomplete");
    }

    boolean isOffSession() {
        return params.path("off_session").asBoolean();
    }

    private boolean sendsInvoices() {
        return isText(params.path("collection_method"), "send_invoice");
    }

    private static boolean isText(JsonNode value, String text) {
        return value.asText().equals(text);
    }
}
