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
 * @param headers by name; may contain a token
 * @param body to be sent as JSON; null for none
 */
public record GatewayRequest(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable Map<String, ?> body) {

    /** A GET of a path. */
    public static GatewayRequest get(String path) {
        return new GatewayRequest("GET", path, Map.of(), null);
    }

    /** A DELETE of a path. */
    public static GatewayRequest delete(String path) {
        return new GatewayRequest("DELETE", path, Map.of(), null);
    }

    /** A POST without a body. */
    public static GatewayRequest post(String path) {
        return new GatewayRequest("POST", path, Map.of(), null);
    }

    public static GatewayRequest post(String path, Map<String, ?> body) {
        return new GatewayRequest("POST", path, Map.of("Content-Type", "application/json"), body);
    }

    /** A PATCH that changes the members that the body names (RFC 7396). */
    public static GatewayRequest mergePatch(String path, Map<String, ?> body) {
        return new GatewayRequest("PATCH", path, Map.of("Content-Type", "application/merge-patch+json"), body);
    }

    /** The same request with one more header. */
    public GatewayRequest with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new GatewayRequest(method, path, more, body);
    }

    /** Calls on behalf of the user of a session. */
    public GatewayRequest withToken(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /** Encodes a string as a path segment or a query value. */
    public static String encoded(String text) {
        // URLEncoder is for forms, where a space becomes a plus; in a path it must not.
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** Whether it carries an access token. */
    public boolean hasToken() {
        return headers.containsKey("Authorization");
    }

    /** For messages: method and path, and neither query, header nor body. */
    @Override
    public String toString() {
        return method + " " + path.replaceFirst("\\?.*", "");
    }
}
