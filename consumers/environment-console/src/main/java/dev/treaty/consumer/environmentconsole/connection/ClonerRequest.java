package dev.treaty.consumer.environmentconsole.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request, not yet sent.
 *
 * @param path with the query, e.g. {@code "/clones?target=training"}
 * @param headers by name, without the access token
 * @param body to be sent as JSON; null for none
 */
public record ClonerRequest(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable Map<String, ?> body) {

    public ClonerRequest {
        headers = Map.copyOf(headers);
    }

    /** A GET of a path. */
    public static ClonerRequest get(String path) {
        return new ClonerRequest("GET", path, Map.of(), null);
    }

    /** A POST without a body. */
    public static ClonerRequest post(String path) {
        return new ClonerRequest("POST", path, Map.of(), null);
    }

    public static ClonerRequest post(String path, Map<String, ?> body) {
        return new ClonerRequest("POST", path, Map.of("Content-Type", "application/json"), body);
    }

    /** The same request with one more header. */
    public ClonerRequest with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new ClonerRequest(method, path, more, body);
    }

    /** Encodes a string as a path segment or a query value. */
    public static String encoded(String text) {
        // URLEncoder is for forms, where a space becomes a plus; in a path it must not.
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** For messages: method and path, and neither query, header nor body. */
    @Override
    public String toString() {
        return method + " " + path.replaceFirst("\\?.*", "");
    }
}
