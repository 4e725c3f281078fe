package dev.treaty.stubs.mcp.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool as an assistant sees it.
 *
 * @param name in lower case with underscores, e.g. {@code "list_contracts"}
 * @param title for people
 * @param text when to use it and what it gives, in plain English
 */
public record ToolDescription(String name, String title, String text, Effect effect, List<Parameter> parameters) {

    /** What a call changes. */
    public enum Effect {
        /** Nothing. */
        READS,
        /** The running server, until it stops; the same call again changes nothing more. */
        CHANGES_SERVER,
        /** The running server, which forgets something. */
        FORGETS
    }

    /** Copies the list. */
    public ToolDescription {
        parameters = List.copyOf(parameters);
    }

    /** A tool that changes nothing. */
    public static ToolDescription reading(String name, String title, String text, Parameter... parameters) {
        return new ToolDescription(name, title, text, Effect.READS, List.of(parameters));
    }

    /** The JSON Schema (2020-12) of the arguments; an argument that it does not name is refused. */
    public Map<String, Object> inputSchema() {
        var properties = new LinkedHashMap<String, Object>();
        parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                parameters.stream()
                        .filter(Parameter::isRequired)
                        .map(Parameter::name)
                        .toList());
        schema.put("additionalProperties", false);
        return schema;
    }
}
