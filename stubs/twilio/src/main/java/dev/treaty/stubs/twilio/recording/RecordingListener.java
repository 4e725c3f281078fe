package dev.treaty.stubs.twilio.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is told about a recording.
 *
 * @param url of the application; empty for nobody
 * @param method {@code GET} or {@code POST}
 * @param events of {@code in-progress}, {@code completed}, {@code absent}
 */
public record RecordingListener(String url, String method, List<String> events) {

    /** Nobody. */
    public static final RecordingListener NOBODY = new RecordingListener("", "POST", List.of());

    /** Those who name no events are told when it is completed. */
    public RecordingListener {
        events = events.isEmpty() ? List.of("completed") : List.copyOf(events);
    }

    ObjectNode toJson() {
        var json = Json.object().put("url", url).put("method", method);
        json.set("events", Json.tree(events));
        return json;
    }

    static RecordingListener fromJson(JsonNode json) {
        var events = new ArrayList<String>();
        json.path("events").forEach(event -> events.add(event.asText()));
        return new RecordingListener(
                json.path("url").asText(), json.path("method").asText(), events);
    }
}
