package dev.treaty.provider.authservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The event that somebody has registered.
 *
 * @param id the same in each delivery
 * @param time when it happened, in whole seconds
 */
record UserRegistered(UUID id, Instant time, User user) {

    /** With the version of its schema: a field may be added, but not renamed or removed. */
    static final String TYPE = "dev.treaty.user.registered.v1";

    /** What the bytes are. */
    static final String CONTENT_TYPE = "application/cloudevents+json";

    private static final String SCHEMA = "https://treaty.dev/schemas/user.registered/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The event in structured mode, in UTF-8.
     *
     * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents 1.0, JSON</a>
     */
    byte[] json() {
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", id.toString());
        event.put("source", AccessTokens.ISSUER);
        event.put("type", TYPE);
        event.put("dataschema", SCHEMA);
        event.put("subject", user.id());
        event.put("time", time.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", Map.of("id", user.id(), "email", user.email(), "name", user.name()));
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are JSON", e);
        }
    }
}
