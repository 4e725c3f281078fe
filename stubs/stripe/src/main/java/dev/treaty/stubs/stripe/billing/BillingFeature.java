package dev.treaty.stubs.stripe.billing;

import dev.treaty.stubs.stripe.billing.catalog.Coupons;
import dev.treaty.stubs.stripe.billing.catalog.Plans;
import dev.treaty.stubs.stripe.billing.catalog.Prices;
import dev.treaty.stubs.stripe.billing.catalog.Products;
import dev.treaty.stubs.stripe.billing.catalog.PromotionCodes;
import dev.treaty.stubs.stripe.billing.creditnote.CreditNotes;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceItems;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceSchedule;
import dev.treaty.stubs.stripe.billing.invoice.Invoices;
import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.billing.meter.MeterEvents;
import dev.treaty.stubs.stripe.billing.meter.Meters;
import dev.treaty.stubs.stripe.billing.schedule.SubscriptionSchedules;
import dev.treaty.stubs.stripe.billing.subscription.InvoicePreviews;
import dev.treaty.stubs.stripe.billing.subscription.Renewals;
import dev.treaty.stubs.stripe.billing.subscription.SubscriptionItems;
import dev.treaty.stubs.stripe.billing.subscription.SubscriptionStates;
import dev.treaty.stubs.stripe.billing.subscription.Subscriptions;
import dev.treaty.stubs.stripe.billing.testclock.TestClocks;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import java.util.List;

/** Everything about billing. */
public final class BillingFeature implements StripeFeature {

    private final Invoicing invoicing;
    private final List<StripeFeature> parts;

    /** Billing whose invoices are paid with PaymentIntents. */
    public BillingFeature() {
        var states = new SubscriptionStates();
        invoicing = invoicing();
        parts = List.of(
                new BillingCustomers(),
                new Products(),
                new Prices(),
                new Plans(),
                new Meters(),
                new MeterEvents(),
                new Coupons(),
                new PromotionCodes(),
                new InvoiceItems(),
                new Invoices(invoicing),
                new CreditNotes(invoicing),
                new InvoiceSchedule(invoicing, states),
                new Subscriptions(invoicing),
                new SubscriptionItems(invoicing),
                new Renewals(invoicing),
                new SubscriptionSchedules(invoicing),
                new InvoicePreviews(),
                new TestClocks());
    }

    /** Finalizes and collects invoices with PaymentIntents, and tells their subscriptions. */
    public static Invoicing invoicing() {
        return new Invoicing(new IntentPayments(), new SubscriptionStates());
    }

    @Override
    public void register(StripeRoutes routes) {
        parts.forEach(part -> part.register(routes));
        for (var type : List.of("payment_intent.succeeded", "payment_intent.payment_failed")) {
            routes.whenEmitted(type, invoicing::intentChanged);
        }
    }
}
