package dev.treaty.provider.threatintelligence.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.service.RandomId;
import dev.treaty.provider.service.outbox.OutboxEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The events of this service, each in the version of its schema that its type names. */
public final class ServiceEvent {

    private static final String SOURCE = "https://treaty.dev/services/threat-intelligence";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ServiceEvent() {}

    /**
     * A new event.
     *
     * @param subject the address or source that it is about
     * @param what e.g. {@code "source.unavailable"}
     */
    public static OutboxEvent about(String subject, String what, Map<String, ?> data, Instant at) {
        var id = RandomId.withPrefix("evt_");
        var type = "dev.treaty.%s.v1".formatted(what);
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", SOURCE);
        event.put("type", type);
        event.put("subject", subject);
        event.put("time", at.truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("datacontenttype", "application/json");
        event.put("dataschema", "https://treaty.dev/schemas/%s/v1".formatted(what));
        event.put("data", data);
        return new OutboxEvent(id, type, subject, json(event));
    }

    private static String json(Map<String, Object> event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, strings and numbers can be written as JSON", e);
        }
    }
}
