package dev.treaty.stubs.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ReplayResult;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * A customer with an account of his own.
 *
 * @param key that nobody else has
 */
record KioskClient(ProviderReplay kiosk, String key) {

    static KioskClient of(ProviderReplay kiosk) {
        return new KioskClient(kiosk, UUID.randomUUID().toString());
    }

    /** The body of the response. */
    JsonNode get(String target) {
        return body(answer("GET", target, ""));
    }

    /** The body of the response. */
    JsonNode post(String target, String body) {
        return body(answer("POST", target, body));
    }

    JsonNode advance(String duration) {
        return post("/__treaty/clock", "{\"advance\": \"%s\"}".formatted(duration));
    }

    /** Does something later: an action, with its data as JSON. */
    void later(String in, String action, String data) {
        post("/later", "{\"in\": \"%s\", \"action\": \"%s\", \"data\": %s}".formatted(in, action, data));
    }

    /** What the kiosk noted, without the time. */
    List<String> diary() {
        return entries().stream()
                .map(entry -> entry.substring(entry.indexOf(' ') + 1))
                .toList();
    }

    /** What the kiosk noted, with the time. */
    List<String> entries() {
        return StreamSupport.stream(get("/diary").path("entries").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    ReplayResult answer(String method, String target, String body) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        if (!key.isEmpty()) {
            headers.putAll(Map.of("Authorization", List.of("Bearer " + key)));
        }
        return kiosk.answer(RawRequest.atPortOf("kiosk", method, target, headers, body.getBytes(UTF_8)));
    }

    static JsonNode body(ReplayResult result) {
        return Json.parse(((ReplayResult.Answered) result).response().body());
    }

    static int status(ReplayResult result) {
        return ((ReplayResult.Answered) result).response().status();
    }
}
