package dev.treaty.provider.authservice.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.service.tokens.TokenPolicy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The event that a person has registered.
 *
 * @param id the same in every delivery
 * @param time when it happened, in whole seconds
 */
public record UserRegistered(UUID id, Instant time, User user) {

    /** Includes the version of the schema: fields may be added, but not renamed or removed. */
    static final String TYPE = "dev.treaty.user.registered.v1";

    /** The media type of {@link #json}. */
    public static final String CONTENT_TYPE = "application/cloudevents+json";

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
        event.put("source", TokenPolicy.PLATFORM.issuer());
        event.put("type", TYPE);
        event.put("dataschema", SCHEMA);
        event.put("subject", user.id());
        event.put("time", time.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", Map.of("id", user.id(), "email", user.email(), "name", user.name()));
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings can be written as JSON", e);
        }
    }
}
