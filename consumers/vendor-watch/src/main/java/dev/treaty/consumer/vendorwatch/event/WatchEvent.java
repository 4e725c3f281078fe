package dev.treaty.consumer.vendorwatch.event;

import dev.treaty.consumer.http.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Something that somebody should know: a CloudEvent in structured content mode, JSON format.
 *
 * @param id the same in each delivery
 * @param data the members of {@code data}
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">the JSON format</a>
 */
public record WatchEvent(String id, Happening happening, String vendor, Instant time, Map<String, Object> data) {

    /** The content type of {@link #toJson}. */
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    private static final String SOURCE = "https://treaty.dev/services/vendor-watch";

    /** Something that has happened now. */
    static WatchEvent of(Happening happening, String vendor, Instant time, Map<String, Object> data) {
        return new WatchEvent(UUID.randomUUID().toString(), happening, vendor, time, data);
    }

    /** The message. */
    public byte[] toJson() {
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", SOURCE);
        event.put("type", happening.type());
        event.put("subject", vendor);
        event.put("time", time);
        event.put("datacontenttype", "application/json");
        event.put("dataschema", happening.dataSchema());
        event.put("data", data);
        return Json.write(event);
    }
}
