package dev.treaty.consumer.webapp;

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
record Call(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable Map<String, ?> body) {

    static Call get(String path) {
        return new Call("GET", path, Map.of(), null);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), null);
    }

    /** A deed that needs no more telling than its path. */
    static Call post(String path) {
        return new Call("POST", path, Map.of(), null);
    }

    static Call post(String path, Map<String, ?> body) {
        return new Call("POST", path, Map.of("Content-Type", "application/json"), body);
    }

    /** A change of the members that the body names (RFC 7396). */
    static Call mergePatch(String path, Map<String, ?> body) {
        return new Call("PATCH", path, Map.of("Content-Type", "application/merge-patch+json"), body);
    }

    Call with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body);
    }

    Call as(Session session) {
        return with("Authorization", "Bearer " + session.accessToken());
    }

    boolean hasToken() {
        return headers.containsKey("Authorization");
    }

    /** For messages: method and path, and neither query, header nor body. */
    @Override
    public String toString() {
        return method + " " + path.replaceFirst("\\?.*", "");
    }
}
