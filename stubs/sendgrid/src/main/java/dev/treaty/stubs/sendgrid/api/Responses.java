package dev.treaty.stubs.sendgrid.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/** SendGrid's successes. */
public final class Responses {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private Responses() {}

    /** 200 with JSON. */
    public static StubResponse ok(JsonNode body) {
        return json(200, body);
    }

    /** 201 with JSON. */
    public static StubResponse created(JsonNode body) {
        return json(201, body);
    }

    /** 204. */
    public static StubResponse noContent() {
        return empty(204);
    }

    /** A status without a body. */
    public static StubResponse empty(int status) {
        return StubResponse.of(status, Map.of(), new byte[0]);
    }

    static StubResponse json(int status, JsonNode body) {
        return StubResponse.of(status, JSON, Json.bytes(body));
    }
}
