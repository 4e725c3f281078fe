package dev.treaty.consumer.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.consumer.http.HttpApiException.UnreadableReply;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A response, whatever its status. What reads its body throws {@link UnreadableReply} and says which member is missing or wrong,
 * without quoting it.
 */
public final class HttpReply {

    private static final int SHOWN = 200;

    private final HttpOrigin origin;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    HttpReply(HttpOrigin origin, int status, HttpHeaders headers, byte[] body) {
        this.origin = origin;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** From 200 to 599; redirects are not followed. */
    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The request, for messages: method and URL, without secrets. */
    public String where() {
        return origin.where();
    }

    /** The first value of a header; upper and lower case are the same. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body as JSON. */
    public JsonNode json() {
        return reading(() -> Json.tree(body));
    }

    /** The body as JSON, or empty if it is not: for replies of which nothing may be expected, such as those of a proxy. */
    public Optional<JsonNode> jsonIfAny() {
        try {
            return Optional.of(Json.tree(body));
        } catch (UnreadableJson e) {
            return Optional.empty();
        }
    }

    /** Reads the whole body as a record. */
    public <T> T read(Class<T> type) {
        return reading(() -> Json.read(body, type));
    }

    /** Reads one member of the body, an object, as a record. */
    public <T> T read(String member, Class<T> type) {
        return reading(() -> Json.read(Json.tree(body).path(member), "$." + member, type));
    }

    /** Reads one member of the body, a list, as records. */
    public <T> List<T> list(String member, Class<T> type) {
        return reading(() -> elements(Json.tree(body).path(member), "$." + member, type));
    }

    /** Reads the body, a list, as records. */
    public <T> List<T> list(Class<T> type) {
        return reading(() -> elements(Json.tree(body), "$", type));
    }

    /** The exception for a reply that is JSON and nevertheless not what the contract says; the complaint quotes no value. */
    public UnreadableReply unreadable(String complaint) {
        return origin.unreadable(status, complaint);
    }

    /** The first 200 characters of the body, for messages about replies that contain no secrets. */
    public String excerpt() {
        var text = new String(body, UTF_8).strip();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static <T> List<T> elements(JsonNode list, String at, Class<T> type) throws UnreadableJson {
        if (!list.isArray()) {
            throw new UnreadableJson("has no list at " + at);
        }
        var elements = new ArrayList<T>();
        for (var element : list) {
            elements.add(Json.read(element, "%s[%d]".formatted(at, elements.size()), type));
        }
        return List.copyOf(elements);
    }

    private interface Reading<T> {
        T read() throws UnreadableJson;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (UnreadableJson e) {
            throw unreadable(e.complaint());
        }
    }

    /** Status and request: the body may contain secrets. */
    @Override
    public String toString() {
        return "HTTP %d to %s".formatted(status, where());
    }
}
