package dev.treaty.stubs.draft;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that a client sent.
 *
 * @param method in upper case, e.g. {@code "GET"}
 * @param target path and query for the provider, encoded, e.g. {@code "/v1/charges?limit=2"}
 * @param headers all values by name; any case
 * @param body as text; empty if there was none, or if it is binary
 */
public record ObservedRequest(String method, String target, Map<String, List<String>> headers, String body) {

    public ObservedRequest {
        method = method.toUpperCase(Locale.ROOT);
        headers = ignoringCase(headers);
    }

    /** The path, decoded; it starts with a slash. */
    String path() {
        return decoded(rawPath());
    }

    /** The path, encoded. */
    String rawPath() {
        var query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        return path.startsWith("/") ? path : "/" + path;
    }

    /** The query, encoded; empty if there is none. */
    String rawQuery() {
        var query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    String contentType() {
        return String.join(", ", headers.getOrDefault("Content-Type", List.of()));
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    static Map<String, List<String>> ignoringCase(Map<String, List<String>> headers) {
        var sorted = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
        return sorted;
    }
}
