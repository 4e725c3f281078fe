package dev.treaty.pacts.broker.deployment;

import dev.treaty.pacts.broker.http.HalDocument;
import java.util.Optional;

/**
 * A version that is deployed or released to an environment.
 *
 * @param instance which of several instances of the application it is; empty if there is only one
 * @param document as the broker sent it
 */
public record LiveVersion(String pacticipant, String version, Optional<String> instance, HalDocument document) {

    static LiveVersion of(HalDocument document) {
        return new LiveVersion(
                document.text("_embedded", "pacticipant", "name").orElse(""),
                document.text("_embedded", "version", "number").orElse(""),
                document.text("applicationInstance").or(() -> document.text("target")),
                document);
    }
}
