package dev.treaty.pacts.canonical;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A pact and where it came from.
 *
 * @param origin the test that recorded it, e.g. {@code StripePaymentsPactTest.paymentIsCreated}, or the file that contains it, e.g.
 *     {@code billing-stripe.json}
 * @param name the name of the file without its extension, or of the folder of recordings, e.g. {@code billing-stripe}
 * @param pact in canonical form
 */
public record PactDocument(String origin, String name, ObjectNode pact) {

    /** Who calls, or receives the messages. */
    public String consumer() {
        return pact.path("consumer").path("name").asText();
    }

    /** Who responds, or sends the messages. */
    public String provider() {
        return pact.path("provider").path("name").asText();
    }

    /** The name of the contract: {@code <consumer>-<provider>}. */
    public String contract() {
        return consumer() + "-" + provider();
    }

    /** The interactions, in canonical order. */
    public List<ObjectNode> interactions() {
        return CanonicalForm.interactions(pact);
    }

    /** The same pact with other interactions. */
    public PactDocument with(List<ObjectNode> interactions) {
        var other = pact.deepCopy();
        other.putArray("interactions").addAll(interactions);
        return new PactDocument(origin, name, other);
    }

    /** How messages refer to one of its interactions, e.g. {@code "a request to create a payment" of billing with stripe}. */
    public String nameOf(ObjectNode interaction) {
        return "%s of %s with %s".formatted(InteractionIdentity.of(interaction), consumer(), provider());
    }
}
