package dev.treaty.pacts.broker.deployment;

import dev.treaty.pacts.broker.http.HalDocument;

/**
 * A place to which versions are deployed or released.
 *
 * @param name by which commands call it, e.g. {@code "production"}
 * @param document as the broker sent it
 */
public record Environment(String uuid, String name, String displayName, boolean isProduction, HalDocument document) {

    static Environment of(HalDocument document) {
        return new Environment(
                document.text("uuid").orElse(""),
                document.text("name").orElse(""),
                document.text("displayName").orElse(""),
                document.json().path("production").asBoolean(),
                document);
    }
}
