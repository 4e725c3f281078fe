package dev.treaty.pacts.compare.property;

import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Random JSON as XML: members are elements, or attributes if they are texts with the names {@code id} or {@code A}; a list is several elements of
 * one name. Other names than letters are left out.
 */
final class RandomXml {

    private static final String ROOT = "r";

    private RandomXml() {}

    static String text(JsonValue value) {
        var text = new StringBuilder();
        append(ROOT, value, text);
        return text.toString();
    }

    private static void append(String name, JsonValue value, StringBuilder text) {
        text.append('<').append(name);
        var members = members(value);
        members.forEach((member, content) -> {
            if (isAttribute(member, content)) {
                text.append(' ')
                        .append(member)
                        .append("=\"")
                        .append(escaped(content))
                        .append('"');
            }
        });
        text.append('>');
        members.forEach((member, content) -> {
            if (!isAttribute(member, content)) {
                elements(content).forEach(each -> append(member, each, text));
            }
        });
        if (isScalar(value)) {
            text.append(escaped(value));
        }
        text.append("</").append(name).append('>');
    }

    private static Map<String, JsonValue> members(JsonValue value) {
        if (value instanceof JsonValue.Object object) {
            var members = new LinkedHashMap<>(object.getEntries());
            members.keySet().removeIf(name -> !name.matches("[A-Za-z]+"));
            return members;
        }
        return value instanceof JsonValue.Array ? Map.of("item", value) : Map.of();
    }

    private static boolean isAttribute(String name, JsonValue value) {
        return (name.equals("id") || name.equals("A")) && isScalar(value);
    }

    private static boolean isScalar(JsonValue value) {
        return !(value instanceof JsonValue.Object) && !(value instanceof JsonValue.Array);
    }

    private static List<JsonValue> elements(JsonValue value) {
        return value instanceof JsonValue.Array list ? list.getValues() : List.of(value);
    }

    private static String escaped(JsonValue value) {
        return value.toString().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    // --- where rules can be ---

    /** The places of a document, as they stand in a pact file. */
    static List<String> places(JsonValue value) {
        var places = new ArrayList<String>();
        collect("$." + ROOT, value, places);
        return places;
    }

    private static void collect(String place, JsonValue value, List<String> places) {
        places.add(place);
        places.add(place + "['#text']");
        members(value).forEach((name, content) -> {
            if (isAttribute(name, content)) {
                places.add(place + "['@" + name + "']");
            } else {
                elements(content).forEach(each -> collect(place + "." + name, each, places));
            }
        });
    }
}
