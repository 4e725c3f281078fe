package dev.treaty.consumer.billing;

import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import java.util.Locale;
import java.util.Optional;

/**
 * Collects invoices by card. Every method may be called again after a failure: within 24 hours, which is how long Stripe
 * remembers, it takes effect only once.
 *
 * <p>Every method throws {@link StripeFailure}.
 */
public final class StripePayments {

    private final StripeConnection stripe;

    /** The payments of the connection's account. */
    public StripePayments(StripeConnection stripe) {
        this.stripe = stripe;
    }

    /** Creates a payment that collects the money as soon as it is {@linkplain #confirm confirmed}. */
    public CreatedPayment create(Invoice invoice) {
        return create(invoice, parameters(invoice));
    }

    /** Creates a payment that, once confirmed, sets the money aside until it is {@linkplain #capture captured}. */
    public CreatedPayment createReservation(Invoice invoice) {
        return create(invoice, parameters(invoice).setCaptureMethod(CaptureMethod.MANUAL));
    }

    /**
     * Charges a card.
     *
     * @param payment its id
     * @param card Stripe's id of the card (payment method), e.g. {@code "pm_card_visa"}
     * @param attempt 1 for the first card, 2 for the next try; the same attempt charges the card only once
     */
    public Charge confirm(String payment, String card, int attempt) {
        var parameters =
                PaymentIntentConfirmParams.builder().setPaymentMethod(card).build();
        var key = IdempotencyKey.of("payment", payment, "attempt-" + attempt);
        try {
            return charge(stripe.send(
                    "confirmation of payment " + payment,
                    v1 -> v1.paymentIntents().confirm(payment, parameters, key.options())));
        } catch (StripeFailure.CardDeclined declined) {
            return new Charge.Declined(declined.declineCode(), declined.messageForCardholder());
        }
    }

    /** Captures the money that was set aside. */
    public Payment capture(String payment) {
        var key = IdempotencyKey.of("payment", payment, "capture");
        return Payment.of(stripe.send(
                "capture of payment " + payment, v1 -> v1.paymentIntents().capture(payment, key.options())));
    }

    /** Cancels a payment that has not succeeded yet, and releases money that was set aside. */
    public Payment cancel(String payment) {
        var key = IdempotencyKey.of("payment", payment, "cancellation");
        return Payment.of(stripe.send(
                "cancellation of payment " + payment, v1 -> v1.paymentIntents().cancel(payment, key.options())));
    }

    /** Reads a payment; empty if there is none with this id. */
    public Optional<Payment> find(String payment) {
        try {
            return Optional.of(Payment.of(stripe.send(
                    "look at payment " + payment, v1 -> v1.paymentIntents().retrieve(payment))));
        } catch (StripeFailure.WrongRequest wrong) {
            if (wrong.code().equals("resource_missing")) {
                return Optional.empty();
            }
            throw wrong;
        }
    }

    private CreatedPayment create(Invoice invoice, PaymentIntentCreateParams.Builder parameters) {
        var key = IdempotencyKey.of("invoice", invoice.number(), "payment");
        var intent = stripe.send(
                "payment of invoice " + invoice.number(),
                v1 -> v1.paymentIntents().create(parameters.build(), key.options()));
        var replayed = intent.getLastResponse().headers().firstValue("Idempotent-Replayed");
        return new CreatedPayment(
                Payment.of(intent), replayed.filter("true"::equals).isPresent());
    }

    private static PaymentIntentCreateParams.Builder parameters(Invoice invoice) {
        var parameters = PaymentIntentCreateParams.builder()
                .setAmount(invoice.amount())
                .setCustomer(invoice.customer())
                .putMetadata("invoice", invoice.number())
                // Without redirects from the payment page, no return address is needed.
                .setAutomaticPaymentMethods(AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build());
        if (invoice.currency() != null) {
            parameters.setCurrency(invoice.currency().getCurrencyCode().toLowerCase(Locale.ROOT));
        }
        return parameters;
    }

    private static Charge charge(PaymentIntent intent) {
        var payment = Payment.of(intent);
        return switch (payment.status()) {
            case PAID -> new Charge.Paid(payment);
            case RESERVED -> new Charge.Reserved(payment);
            case PROCESSING -> new Charge.Pending(payment);
            case WAITS_FOR_CARDHOLDER -> actionRequired(payment, intent);
            case UNPAID, CANCELLED ->
                throw new StripeFailure.UnexpectedResponse(
                        "status " + intent.getStatus() + " after a confirmation", "payment " + payment.id(), null);
        };
    }

    private static Charge actionRequired(Payment payment, PaymentIntent intent) {
        var next = intent.getNextAction().getType();
        if (!next.equals("use_stripe_sdk")) {
            // Any other action is a redirect, which was excluded when the payment was created.
            throw new StripeFailure.UnexpectedResponse("next action " + next, "payment " + payment.id(), null);
        }
        return new Charge.ActionRequired(payment, intent.getClientSecret());
    }
}
