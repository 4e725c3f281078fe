package dev.treaty.pacts.conformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The fields of a form or a query as a tree: {@code a[b]=1&c[]=2} is {@code {"a": {"b": "1"}, "c": ["2"]}}. */
final class FormFields {

    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)]");

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    /** A body of {@code application/x-www-form-urlencoded}. */
    static ObjectNode of(String form) {
        var fields = new FormFields();
        for (var field : form.split("&", -1)) {
            if (!field.isEmpty()) {
                var equals = field.indexOf('=');
                var name = equals < 0 ? field : field.substring(0, equals);
                fields.add(
                        URLDecoder.decode(name, UTF_8),
                        equals < 0 ? "" : URLDecoder.decode(field.substring(equals + 1), UTF_8));
            }
        }
        return fields.root();
    }

    void add(String name, String value) {
        var bracket = name.indexOf('[');
        var keys = new ArrayList<String>();
        keys.add(bracket <= 0 ? name : name.substring(0, bracket));
        if (bracket > 0) {
            BRACKETS.matcher(name.substring(bracket)).results().forEach(key -> keys.add(key.group(1)));
        }
        put(root, keys, value);
    }

    ObjectNode root() {
        return root;
    }

    private static void put(ObjectNode parent, List<String> keys, String value) {
        var key = keys.get(0);
        if (keys.size() == 1) {
            var before = parent.get(key);
            if (before == null) {
                parent.put(key, value);
            } else if (before instanceof ArrayNode list) {
                list.add(value);
            } else {
                parent.putArray(key).add(before).add(value);
            }
        } else if (keys.size() == 2 && keys.get(1).isEmpty()) {
            list(parent, key).add(value);
        } else {
            put(child(parent, key), keys.subList(1, keys.size()), value);
        }
    }

    private static ArrayNode list(ObjectNode parent, String key) {
        return parent.get(key) instanceof ArrayNode known ? known : parent.putArray(key);
    }

    private static ObjectNode child(ObjectNode parent, String key) {
        JsonNode known = parent.get(key);
        return known instanceof ObjectNode object ? object : parent.putObject(key);
    }
}
