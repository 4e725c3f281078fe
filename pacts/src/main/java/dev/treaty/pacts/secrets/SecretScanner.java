package dev.treaty.pacts.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.canonical.JsonPath;
import java.util.LinkedHashMap;
import java.util.Map;

/** Scans JSON for values that look like credentials in use. */
public final class SecretScanner {

    private SecretScanner() {}

    /**
     * Scans a value and everything inside it.
     *
     * @param path the path of the value, e.g. {@code $.response.body}
     * @param key the name of the member that has this value; empty if there is none
     * @return what was found, by path
     */
    public static Map<String, SecretKind> scan(String path, String key, JsonNode value) {
        var secrets = new LinkedHashMap<String, SecretKind>();
        collect(path, key, value, secrets);
        return secrets;
    }

    /** @param key for the elements of a list, the list's own */
    private static void collect(String path, String key, JsonNode node, Map<String, SecretKind> secrets) {
        if (node.isTextual()) {
            SecretKind.of(key, node.textValue()).ifPresent(kind -> secrets.put(path, kind));
        }
        for (var member : node.properties()) {
            collect(JsonPath.child(path, member.getKey()), member.getKey(), member.getValue(), secrets);
        }
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            collect(JsonPath.element(path, index), key, node.path(index), secrets);
        }
    }
}
