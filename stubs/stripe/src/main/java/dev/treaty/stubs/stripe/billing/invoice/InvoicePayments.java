package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import java.util.Optional;

/** How invoices are paid: the door to payments. */
public interface InvoicePayments {

    /**
     * Creates the PaymentIntent of an invoice.
     *
     * @param fields e.g. {@code amount}, {@code currency}, {@code customer}, {@code description}
     */
    ObjectNode create(StripeContext stripe, ObjectNode fields);

    /**
     * Confirms a PaymentIntent. A decline is a result, not an error that is thrown.
     *
     * @param offSession whether the customer is absent
     */
    Result confirm(StripeContext stripe, String intent, String paymentMethod, boolean offSession);

    /**
     * Creates a SetupIntent for a card that is paid with later.
     *
     * @return its id
     */
    String setUp(StripeContext stripe, String customer);

    /** Has a PaymentIntent be about another amount. */
    void changeAmount(StripeContext stripe, String intent, long amount);

    /** Cancels a PaymentIntent, if it can still be cancelled. */
    void cancel(StripeContext stripe, String intent, String reason);

    /**
     * What came of an attempt.
     *
     * @param intent the PaymentIntent as it is now
     * @param error why it failed; empty if it succeeded, or if the customer must act
     */
    record Result(ObjectNode intent, Optional<StripeError> error) {

        /** Whether the money is there, or on its way. */
        public boolean isSuccess() {
            var status = intent.path("status").asText();
            return status.equals("succeeded") || status.equals("processing") || status.equals("requires_capture");
        }

        /** Whether the customer must act, e.g. for 3-D Secure. */
        public boolean requiresAction() {
            return error.isEmpty() && intent.path("status").asText().equals("requires_action");
        }
    }
}
