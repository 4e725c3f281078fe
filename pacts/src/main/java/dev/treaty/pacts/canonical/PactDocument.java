package dev.treaty.pacts.canonical;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A pact, and where it is from.
 *
 * @param origin whom to ask about it: {@code StripePaymentsPactTest.paymentIsCreated} or {@code billing-stripe.json}
 * @param name of the file without its extension, or of the folder of recordings: {@code billing-stripe}
 * @param pact in its canonical form
 */
public record PactDocument(String origin, String name, ObjectNode pact) {

    public String consumer() {
        return pact.path("consumer").path("name").asText();
    }

    public String provider() {
        return pact.path("provider").path("name").asText();
    }

    /** The name that consumer and provider make. */
    public String contract() {
        return consumer() + "-" + provider();
    }

    public List<ObjectNode> interactions() {
        return CanonicalForm.interactions(pact);
    }

    /** The same pact with other interactions. */
    public PactDocument with(List<ObjectNode> interactions) {
        var other = pact.deepCopy();
        other.putArray("interactions").addAll(interactions);
        return new PactDocument(origin, name, other);
    }

    /** How a message speaks of one of its interactions: {@code "a payment is created" of billing with stripe}. */
    public String nameOf(ObjectNode interaction) {
        return "%s of %s with %s".formatted(InteractionIdentity.of(interaction), consumer(), provider());
    }
}
