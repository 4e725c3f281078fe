package dev.treaty.pacts.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes JSON for reviewers: indented by two spaces, one member per line, so that changing one value changes one line. Two
 * things are kept on a single line: a list with one value (typically a header), and the matchers of one path.
 */
public final class CanonicalWriter {

    private CanonicalWriter() {}

    /** Writes a whole file, which ends with one line break. */
    static String text(JsonNode node) {
        var text = new StringBuilder();
        write(node, "", text);
        return text.append('\n').toString();
    }

    /** Writes a value on one line, e.g. {@code {"id": "cus_42"}}. */
    public static String line(JsonNode node) {
        if (!node.isContainerNode()) {
            return scalar(node);
        }
        return (node.isObject() ? "{" : "[") + String.join(", ", lines(node)) + (node.isObject() ? "}" : "]");
    }

    private static List<String> lines(JsonNode container) {
        var lines = new ArrayList<String>();
        if (container.isObject()) {
            container.properties().forEach(member -> lines.add(name(member.getKey()) + line(member.getValue())));
        } else {
            container.forEach(element -> lines.add(line(element)));
        }
        return lines;
    }

    private static void write(JsonNode node, String indent, StringBuilder text) {
        if (staysOnOneLine(node)) {
            text.append(line(node));
            return;
        }
        var inner = indent + "  ";
        var separator = "\n";
        text.append(node.isObject() ? '{' : '[');
        for (var member : members(node)) {
            text.append(separator).append(inner).append(member.name());
            write(member.value(), inner, text);
            separator = ",\n";
        }
        text.append('\n').append(indent).append(node.isObject() ? '}' : ']');
    }

    private record Member(String name, JsonNode value) {}

    private static List<Member> members(JsonNode container) {
        var members = new ArrayList<Member>();
        if (container.isObject()) {
            container.properties().forEach(entry -> members.add(new Member(name(entry.getKey()), entry.getValue())));
        } else {
            container.forEach(element -> members.add(new Member("", element)));
        }
        return members;
    }

    private static boolean staysOnOneLine(JsonNode node) {
        return node.isEmpty()
                || (node.isArray() && node.size() == 1 && !node.path(0).isContainerNode())
                || node.path("matchers").isArray();
    }

    private static String name(String key) {
        return quoted(key) + ": ";
    }

    private static String scalar(JsonNode value) {
        return value.isTextual() ? quoted(value.textValue()) : value.asText();
    }

    private static String quoted(String text) {
        try {
            return StrictJson.MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Any string can be written as JSON", e);
        }
    }
}
