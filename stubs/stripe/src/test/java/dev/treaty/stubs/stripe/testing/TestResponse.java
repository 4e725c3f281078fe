package dev.treaty.stubs.stripe.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * A response of the replay.
 *
 * @param json its body
 */
public record TestResponse(int status, JsonNode json, HttpHeaders headers) {

    /** The id of the object. */
    public String id() {
        return text("/id");
    }

    /**
     * A field as text; empty if there is none.
     *
     * @param pointer e.g. {@code "/error/code"} (RFC 6901)
     */
    public String text(String pointer) {
        return json.at(pointer).asText();
    }

    /** A header; empty if there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
