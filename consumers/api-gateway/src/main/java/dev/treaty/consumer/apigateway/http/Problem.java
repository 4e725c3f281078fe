package dev.treaty.consumer.apigateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * Why a service refuses (RFC 9457), kept whole so that the gateway can pass it on unchanged.
 *
 * @param status of the response, 400 to 499; the document itself may state another
 * @param type stable, for programs to decide by, e.g. {@code https://treaty.dev/problems/name-taken}; {@code about:blank}
 *     if there is nothing to add to the status
 * @param title for people
 * @param document the problem document with all its members, known or not
 * @param retryAfter when to try again, as in the response's {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3)
 * @param challenge how to authenticate instead, as in the response's {@code WWW-Authenticate} (RFC 9110, section 11.6.1)
 */
public record Problem(
        int status,
        String type,
        String title,
        ObjectNode document,
        Optional<String> retryAfter,
        Optional<String> challenge) {

    /** Copies the document. */
    public Problem {
        document = document.deepCopy();
    }

    /** Returns a copy; changing it does not change the problem. */
    @Override
    public ObjectNode document() {
        return document.deepCopy();
    }

    /** Reads a response. Only a problem document is trusted; what a proxy in between wrote is not for the caller. */
    public static Problem of(int status, HttpHeaders headers, byte[] body) {
        var document = headers.firstValue("Content-Type")
                .filter(type -> type.startsWith("application/problem+json"))
                .flatMap(type -> Json.object(body))
                .orElseGet(() -> blank(status));
        return new Problem(
                status,
                text(document, "type").orElse("about:blank"),
                text(document, "title").orElse(blankTitle(status)),
                document,
                headers.firstValue("Retry-After"),
                headers.firstValue("WWW-Authenticate"));
    }

    /** A member that is not a string counts as missing (RFC 9457, section 3.1). */
    private static Optional<String> text(ObjectNode document, String member) {
        return Optional.of(document.path(member)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static ObjectNode blank(int status) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("status", status)
                .put("title", blankTitle(status));
    }

    private static String blankTitle(int status) {
        return "HTTP status " + status;
    }
}
