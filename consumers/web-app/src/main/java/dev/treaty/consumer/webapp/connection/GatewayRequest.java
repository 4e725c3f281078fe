package dev.treaty.consumer.webapp.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request, not yet sent.
 *
 * @param path with the query, e.g. {@code "/v1/workspaces?limit=20"}
 * @param headers by name; may hold a token
 * @param body to be sent as JSON; null for none
 */
public record GatewayRequest(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable Map<String, ?> body) {

    public static GatewayRequest get(String path) {
        return new GatewayRequest("GET", path, Map.of(), null);
    }

    public static GatewayRequest delete(String path) {
        return new GatewayRequest("DELETE", path, Map.of(), null);
    }

    /** A deed that needs no more telling than its path. */
    public static GatewayRequest post(String path) {
        return new GatewayRequest("POST", path, Map.of(), null);
    }

    public static GatewayRequest post(String path, Map<String, ?> body) {
        return new GatewayRequest("POST", path, Map.of("Content-Type", "application/json"), body);
    }

    /** A change of the members that the body names (RFC 7396). */
    public static GatewayRequest mergePatch(String path, Map<String, ?> body) {
        return new GatewayRequest("PATCH", path, Map.of("Content-Type", "application/merge-patch+json"), body);
    }

    public GatewayRequest with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new GatewayRequest(method, path, more, body);
    }

    /** Calls in the name of the user of a session. */
    public GatewayRequest withToken(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /** A text as a segment of a path, or a value in a query. */
    public static String encoded(String text) {
        // URLEncoder writes forms, in which a blank is a plus; in a path it is not.
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    public boolean hasToken() {
        return headers.containsKey("Authorization");
    }

    /** For messages: method and path, and neither query, header nor body. */
    @Override
    public String toString() {
        return method + " " + path.replaceFirst("\\?.*", "");
    }
}
