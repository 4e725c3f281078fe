package dev.treaty.pacts.broker.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One difference between what a contract expects and what a provider answered.
 *
 * @param attribute what differs: {@code status}, {@code header}, {@code body}, {@code metadata} …; empty if unknown
 * @param identifier where in it, e.g. {@code "$.amount"} or the name of a header; empty if it has no parts
 * @param description a sentence
 * @param expected what the contract expects; empty if the description says it
 * @param actual what the provider answered; empty if the description says it
 */
public record VerificationMismatch(
        String attribute, String identifier, String description, Optional<String> expected, Optional<String> actual) {

    static VerificationMismatch of(JsonNode json) {
        return new VerificationMismatch(
                json.path("attribute").asText(),
                json.path("identifier").asText(),
                description(json),
                text(json.path("expected")),
                text(json.path("actual")));
    }

    /** Tools that failed before they could compare send an exception instead, as an object or as its message. */
    private static String description(JsonNode json) {
        return Stream.of(json.path("description"), json.path("message"), json.path("exceptionMessage"), json)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> text(JsonNode node) {
        return node.isMissingNode() || node.isNull()
                ? Optional.empty()
                : Optional.of(node.isTextual() ? node.asText() : node.toString());
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("attribute", attribute);
        json.put("identifier", identifier).put("description", description);
        expected.ifPresent(text -> json.put("expected", text));
        actual.ifPresent(text -> json.put("actual", text));
        return json;
    }
}
