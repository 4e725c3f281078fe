package dev.treaty.stubs.stripe.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What the kinds of objects need beyond their data.
 *
 * @param <C> the account in which it happens
 */
public interface ResourceHooks<C> {

    /** Completes the skeleton of a new object. */
    void complete(String kind, ObjectNode skeleton);

    /** A field that a response has only on demand; empty if nothing is known about it. */
    Optional<JsonNode> include(C account, ObjectNode object, String field);

    /** Does what follows when an object is deleted. */
    void deleted(C account, ObjectNode object);

    /** Does what follows from an event. */
    void emitted(C account, String type, ObjectNode object);
}
