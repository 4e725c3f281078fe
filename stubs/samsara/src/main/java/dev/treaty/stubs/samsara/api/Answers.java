package dev.treaty.stubs.samsara.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.Map;

/** Samsara's answers: JSON, one object or a list under {@code data}. */
public final class Answers {

    private Answers() {}

    /** One object under {@code data}. */
    public static StubResponse data(ObjectNode object) {
        var body = Json.object();
        body.set("data", visible(object));
        return json(200, body);
    }

    /** An object that stands by itself. */
    public static StubResponse plain(ObjectNode object) {
        return json(200, visible(object));
    }

    /**
     * A list, or a page of it.
     *
     * @param endCursor to go on from; empty if there is nothing to go on from
     */
    public static StubResponse page(ArrayNode data, String endCursor, boolean hasNextPage) {
        var body = Json.object();
        body.set("data", data);
        body.putObject("pagination").put("endCursor", endCursor).put("hasNextPage", hasNextPage);
        return json(200, body);
    }

    /** Done, with nothing to say. */
    public static StubResponse noContent() {
        return StubResponse.of(204, Map.of(), new byte[0]);
    }

    /** Any answer in JSON. */
    public static StubResponse json(int status, ObjectNode body) {
        return StubResponse.of(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
    }

    /** Without the fields that only the replay knows, whose names start with an underscore. */
    public static ObjectNode visible(ObjectNode object) {
        var copy = object.deepCopy();
        var names = new ArrayList<String>();
        copy.fieldNames().forEachRemaining(names::add);
        names.stream().filter(name -> name.startsWith("_")).forEach(copy::remove);
        return copy;
    }
}
