package dev.treaty.stubs.mcp.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an assistant may pass to a tool.
 *
 * @param name in lower case with underscores
 * @param description one sentence, with an example where that helps
 * @param choices the only values of a text; none if it is free
 */
public record Parameter(String name, ValueKind kind, String description, boolean isRequired, List<String> choices) {

    /** Which page of a long list; lists without it would be cut off. */
    public static final Parameter PAGE =
            optional("page", ValueKind.COUNT, "Which page of the list, from 1. Default: 1.");

    /** Copies the list. */
    public Parameter {
        choices = List.copyOf(choices);
    }

    /** One that must be there. */
    public static Parameter required(String name, ValueKind kind, String description) {
        return new Parameter(name, kind, description, true, List.of());
    }

    /** One that may be left out. */
    public static Parameter optional(String name, ValueKind kind, String description) {
        return new Parameter(name, kind, description, false, List.of());
    }

    /** A text that may be left out, and is one of a few. */
    public static Parameter choice(String name, String description, String... choices) {
        return new Parameter(name, ValueKind.TEXT, description, false, List.of(choices));
    }

    Map<String, Object> schema() {
        var schema = new LinkedHashMap<>(kind.schema());
        schema.put("description", description);
        if (!choices.isEmpty()) {
            schema.put("enum", choices);
        }
        return schema;
    }

    /** What is wrong with a value, as the end of a sentence that begins with its name; empty if nothing is. */
    String fault(Object value) {
        var fault = kind.fault(value);
        return fault.isEmpty() && !choices.isEmpty() && !choices.contains(value)
                ? "must be one of " + String.join(", ", choices)
                : fault;
    }
}
