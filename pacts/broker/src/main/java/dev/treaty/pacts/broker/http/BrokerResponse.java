package dev.treaty.pacts.broker.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * What a broker answered.
 *
 * @param location the header {@code Location}; empty if there is none
 */
record BrokerResponse(BrokerRequest request, int status, String body, String location) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The body, if it is JSON. */
    Optional<JsonNode> json() {
        try {
            return Optional.of(JSON.readTree(body)).filter(json -> !json.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String where() {
        return request.where();
    }

    /** Whether the broker, or a proxy before it, asks to come back later. */
    boolean isTemporary() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }
}
