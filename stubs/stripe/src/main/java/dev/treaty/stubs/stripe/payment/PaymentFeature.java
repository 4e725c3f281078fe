package dev.treaty.stubs.stripe.payment;

import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.balance.Balance;
import dev.treaty.stubs.stripe.payment.charge.Charges;
import dev.treaty.stubs.stripe.payment.dispute.Disputes;
import dev.treaty.stubs.stripe.payment.intent.PaymentIntents;
import dev.treaty.stubs.stripe.payment.method.ConfirmationTokens;
import dev.treaty.stubs.stripe.payment.method.CustomerCards;
import dev.treaty.stubs.stripe.payment.method.PaymentMethods;
import dev.treaty.stubs.stripe.payment.method.Sources;
import dev.treaty.stubs.stripe.payment.method.Tokens;
import dev.treaty.stubs.stripe.payment.refund.Refunds;
import dev.treaty.stubs.stripe.payment.setup.SetupIntents;
import java.util.List;

/** Everything about payments. */
public final class PaymentFeature implements StripeFeature {

    private static final List<StripeFeature> PARTS = List.of(
            new PaymentMethods(),
            new Tokens(),
            new ConfirmationTokens(),
            new CustomerCards(),
            new Sources(),
            new PaymentIntents(),
            new SetupIntents(),
            new Charges(),
            new Refunds(),
            new Disputes(),
            new Balance());

    @Override
    public void register(StripeRoutes routes) {
        PARTS.forEach(part -> part.register(routes));
    }
}
