package dev.treaty.stubs.twilio.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/** Responses as Twilio gives them. A field whose name starts with an underscore is what only the replay knows; no client sees it. */
public final class Responses {

    private Responses() {}

    /** A resource that was found or changed. */
    public static StubResponse ok(ObjectNode resource) {
        return json(200, visible(resource));
    }

    /** A resource that was created. */
    public static StubResponse created(ObjectNode resource) {
        return json(201, visible(resource));
    }

    /** What was deleted. */
    public static StubResponse noContent() {
        return StubResponse.of(204, Map.of(), new byte[0]);
    }

    /** JSON as it is. */
    public static StubResponse json(int status, JsonNode body) {
        return StubResponse.of(status, Map.of("Content-Type", "application/json; charset=UTF-8"), Json.bytes(body));
    }

    /** A copy of a resource without what only the replay knows. */
    static ObjectNode visible(ObjectNode resource) {
        var copy = Json.object();
        resource.properties().forEach(field -> {
            if (!field.getKey().startsWith("_")) {
                copy.set(field.getKey(), field.getValue());
            }
        });
        return copy;
    }
}
