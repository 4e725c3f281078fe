package dev.treaty.stubs.stripe.checkout;

import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.billing.subscription.SubscriptionCreation;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import java.util.List;

/** Everything that Stripe shows to customers in a browser. */
public final class CheckoutFeature implements StripeFeature {

    private final List<StripeFeature> parts;

    /** @param invoicing how invoices are paid */
    public CheckoutFeature(Invoicing invoicing) {
        var payment = new SessionPayment(new SubscriptionCreation(invoicing));
        parts = List.of(
                new CheckoutSessions(),
                new SessionPages(payment),
                new SessionEvents(new SessionInvoice(invoicing)),
                new PaymentLinks(),
                new PortalSessions());
    }

    @Override
    public void register(StripeRoutes routes) {
        parts.forEach(part -> part.register(routes));
    }
}
