package dev.treaty.pacts;

import java.util.Arrays;
import java.util.Optional;

/** The types of interactions of the Pact specification, version 4. */
public enum InteractionType {
    /** A request and its response. */
    HTTP("Synchronous/HTTP"),
    /** A message that the provider sends when it likes, a webhook for example. */
    MESSAGE("Asynchronous/Messages"),
    /** A message and the messages that answer it. */
    MESSAGE_WITH_ANSWERS("Synchronous/Messages");

    private final String specificationName;

    InteractionType(String specificationName) {
        this.specificationName = specificationName;
    }

    /** The name in a contract file, e.g. {@code "Synchronous/HTTP"}. */
    public String specificationName() {
        return specificationName;
    }

    static Optional<InteractionType> named(String specificationName) {
        return Arrays.stream(values())
                .filter(type -> type.specificationName.equals(specificationName))
                .findFirst();
    }
}
