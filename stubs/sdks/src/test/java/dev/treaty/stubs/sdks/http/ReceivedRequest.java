package dev.treaty.stubs.sdks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What arrived at a {@link WebhookReceiver}.
 *
 * @param target path and query
 * @param headers by name, whose case does not matter
 */
public record ReceivedRequest(String method, URI target, Map<String, List<String>> headers, String body) {

    public ReceivedRequest {
        var sorted = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = sorted;
    }

    /** Without the query. */
    public String path() {
        return target.getPath();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The fields of the body, which is a form; of fields with the same name, the last. */
    public Map<String, String> form() {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                fields.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
