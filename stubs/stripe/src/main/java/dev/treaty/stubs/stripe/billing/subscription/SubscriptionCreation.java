package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.invoice.InvoicePaymentMethod;
import dev.treaty.stubs.stripe.billing.invoice.InvoicePayments;
import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * New subscriptions: trialing, active, or incomplete until the first invoice is paid.
 *
 * @see <a href="https://docs.stripe.com/api/subscriptions/create">Stripe, create a subscription</a>
 */
public final class SubscriptionCreation {

    private final Invoicing invoicing;

    /** Subscriptions whose invoices are finalized and collected like this. */
    public SubscriptionCreation(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    /**
     * Creates a subscription, and what it is paid with first.
     *
     * @param stripe at the customer's time
     * @param params those of the operation
     */
    public ObjectNode create(StripeContext stripe, ObjectNode customer, ObjectNode params) {
        var request = new CreationRequest(stripe, customer, params);
        var subscription = request.subscription();
        checkCurrency(stripe, subscription);
        var items = SubscriptionRecord.items(subscription);
        checkPaymentMethod(stripe, subscription, request);
        if (request.behavior().equals("default_incomplete")) {
            PendingSetup.begin(stripe, invoicing, subscription);
        }
        SubscriptionRecord.save(stripe, subscription);
        stripe.emit("customer.subscription.created", subscription);
        var lines = lines(stripe, subscription, items, request);
        if (!lines.isEmpty()) {
            bill(stripe, subscription, lines, request);
        }
        var created =
                stripe.load(SubscriptionRecord.KIND, subscription.path("id").asText());
        schedule(stripe, created);
        return created;
    }

    /**
     * A customer has active subscriptions of one currency only.
     *
     * @see <a href="https://docs.stripe.com/invoicing/multi-currency-customers">Stripe, multi-currency customers</a>
     */
    private static void checkCurrency(StripeContext stripe, ObjectNode subscription) {
        stripe
                .list(SubscriptionRecord.KIND)
                .where("customer", subscription.path("customer").asText())
                .matching(other -> !SubscriptionRecord.hasEnded(other)
                        && !other.path("currency").equals(subscription.path("currency")))
                .stream()
                .findFirst()
                .ifPresent(other -> {
                    throw StripeError.invalid(
                                    "You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, or invoice item with currency %s."
                                            .formatted(other.path("currency").asText()))
                            .refusal();
                });
    }

    /** A payment method is needed if something is to be paid now. */
    private static void checkPaymentMethod(StripeContext stripe, ObjectNode subscription, CreationRequest request) {
        if (SubscriptionRecord.status(subscription).equals("incomplete")
                && !request.behavior().equals("default_incomplete")
                && InvoicePaymentMethod.ofSubscription(stripe, subscription).isEmpty()) {
            throw InvoicePaymentMethod.missing();
        }
    }

    private static List<ObjectNode> lines(
            StripeContext stripe, ObjectNode subscription, List<ObjectNode> items, CreationRequest request) {
        var lines = new ArrayList<ObjectNode>();
        for (var item : items) {
            if (!request.isProrated()) {
                lines.add(SubscriptionInvoices.periodLine(stripe, subscription, item));
            } else if (request.prorates()) {
                var amount = request.proratedAmount(item);
                lines.add(SubscriptionInvoices.line(stripe, item, amount, SubscriptionItem.description(stripe, item)));
            }
        }
        request.addInvoiceItems(subscription);
        lines.addAll(SubscriptionInvoices.pendingLines(stripe, subscription));
        return lines;
    }

    private void bill(StripeContext stripe, ObjectNode subscription, List<ObjectNode> lines, CreationRequest request) {
        var draft = SubscriptionInvoices.create(stripe, subscription, "subscription_create", Json.object(), lines);
        SubscriptionInvoices.useDiscounts(stripe, subscription);
        SubscriptionRecord.save(stripe, subscription);
        if (subscription.path("collection_method").asText().equals("send_invoice")) {
            return; // finalized by the clock
        }
        var invoice = invoicing.complete(stripe, draft);
        if (!invoice.path("status").asText().equals("open")
                || request.behavior().equals("default_incomplete")) {
            return;
        }
        var paymentMethod = InvoicePaymentMethod.of(stripe, invoice).orElseThrow(InvoicePaymentMethod::missing);
        var result = invoicing.collect(stripe, invoice, paymentMethod, request.isOffSession());
        if (!result.isSuccess() && request.behavior().equals("error_if_incomplete")) {
            throw refusal(result);
        }
    }

    /** Nothing of the subscription is kept. */
    static VendorError refusal(InvoicePayments.Result result) {
        return result.error()
                .orElseGet(
                        () -> StripeError.card(
                                "subscription_payment_intent_requires_action",
                                "Payment for this subscription requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with subscription.latest_invoice. For more details see: https://stripe.com/docs/billing/subscriptions/overview#requires-action"))
                .refusal();
    }

    private static void schedule(StripeContext stripe, ObjectNode subscription) {
        switch (SubscriptionRecord.status(subscription)) {
            case "incomplete" -> SubscriptionSchedule.expiry(stripe, subscription);
            case "trialing" -> SubscriptionSchedule.trial(stripe, subscription);
            default -> {
                // nothing but renewal
            }
        }
        SubscriptionSchedule.renewal(stripe, subscription);
        SubscriptionSchedule.cancellation(stripe, subscription);
    }
}
