package dev.treaty.stubs.twilio.twiml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A verb or a noun of TwiML.
 *
 * @param name e.g. {@code "Gather"}
 * @param attributes by name, in the order in which they were written
 * @param text all of the text in it, that of nested elements included (but not a message's media and body), without space at its ends
 */
public record TwimlElement(String name, Map<String, String> attributes, String text, List<TwimlElement> children) {

    public TwimlElement {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** An element that has only text. */
    public static TwimlElement of(String name, String text) {
        return new TwimlElement(name, Map.of(), text, List.of());
    }

    /** Whether it has this name. */
    public boolean is(String other) {
        return name.equals(other);
    }

    /** The value of an attribute; empty if it has none, or an empty one. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The value of an attribute which is a whole number; the default if it is something else or negative. */
    public int number(String attribute, int otherwise) {
        return attribute(attribute)
                .filter(value -> value.length() < 10 && value.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    /** Whether an attribute is {@code true}. */
    public boolean flag(String attribute) {
        return attribute(attribute).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** As XML. */
    public String toXml() {
        var xml = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) -> xml.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        xml.append('>');
        if (children.isEmpty()) {
            xml.append(escaped(text));
        }
        children.forEach(child -> xml.append(child.toXml()));
        return xml.append("</").append(name).append('>').toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** As JSON; {@link #fromJson} reads it. */
    public ObjectNode toJson() {
        var json = Json.object().put("name", name);
        json.set("attributes", Json.tree(attributes));
        json.put("text", text);
        var list = json.putArray("children");
        children.forEach(child -> list.add(child.toJson()));
        return json;
    }

    /** What {@link #toJson} has written. */
    public static TwimlElement fromJson(JsonNode json) {
        var attributes = new LinkedHashMap<String, String>();
        json.path("attributes")
                .properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
        var children = new ArrayList<TwimlElement>();
        json.path("children").forEach(child -> children.add(fromJson(child)));
        return new TwimlElement(
                json.path("name").asText(), attributes, json.path("text").asText(), children);
    }
}
