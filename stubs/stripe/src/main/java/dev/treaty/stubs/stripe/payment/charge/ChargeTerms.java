package dev.treaty.stubs.stripe.payment.charge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is charged to whom.
 *
 * @param order where the charge takes its fields from: a PaymentIntent, or parameters with the same names
 * @param method the PaymentMethod
 * @param amount in the smallest unit
 * @param captured whether the money is taken at once, not only reserved
 * @param threeDSecure what came of 3-D Secure; null if nobody asked for it
 */
public record ChargeTerms(ObjectNode order, ObjectNode method, long amount, boolean captured, JsonNode threeDSecure) {

    /** Without 3-D Secure. */
    public static ChargeTerms of(ObjectNode order, ObjectNode method, long amount, boolean captured) {
        return new ChargeTerms(order, method, amount, captured, NullNode.getInstance());
    }
}
