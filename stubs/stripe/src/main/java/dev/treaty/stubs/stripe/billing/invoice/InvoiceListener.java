package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;

/** What follows from an invoice, e.g. for its subscription. */
public interface InvoiceListener {

    /** It is paid, or nothing is due. */
    void paid(StripeContext stripe, ObjectNode invoice);

    /**
     * An attempt to collect it failed.
     *
     * @param last whether no further attempt follows
     */
    void paymentFailed(StripeContext stripe, ObjectNode invoice, boolean last);

    /** It is void or uncollectible. */
    void givenUp(StripeContext stripe, ObjectNode invoice);
}
