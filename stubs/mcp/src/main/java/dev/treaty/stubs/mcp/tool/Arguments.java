package dev.treaty.stubs.mcp.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an assistant passed to a tool; it has been checked. */
public final class Arguments {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Checks the arguments of a call.
     *
     * @throws InvalidArguments if one is missing, unknown, or of another kind
     */
    public static Arguments of(ToolDescription tool, Map<String, Object> values) {
        var known = tool.parameters().stream().map(Parameter::name).toList();
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw InvalidArguments.unknown(tool.name(), name, known);
                });
        for (var parameter : tool.parameters()) {
            var value = values.get(parameter.name());
            if (value == null && parameter.isRequired()) {
                throw InvalidArguments.missing(tool.name(), parameter);
            }
            var fault = value == null ? "" : parameter.fault(value);
            if (!fault.isEmpty()) {
                throw InvalidArguments.wrong(tool.name(), parameter, fault);
            }
        }
        var present = new TreeMap<>(values);
        present.values().removeIf(value -> value == null);
        return new Arguments(present);
    }

    /** A required text. */
    public String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(name + " is not required"));
    }

    /** A text. */
    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf);
    }

    /** A number. */
    public int number(String name, int otherwise) {
        return values.get(name) instanceof Integer number ? number : otherwise;
    }

    /** The page of a list, from 1. */
    public int page() {
        return number(Parameter.PAGE.name(), 1);
    }

    /** All values by name, ignoring case; empty if there are none. */
    public Map<String, List<String>> headers(String name) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        if (values.get(name) instanceof Map<?, ?> given) {
            given.forEach((header, value) -> headers.put(
                    String.valueOf(header),
                    value instanceof List<?> list
                            ? list.stream().map(String::valueOf).toList()
                            : List.of(String.valueOf(value))));
        }
        return headers;
    }

    /** A body as it is sent; empty if there is none. */
    public String body(String name) {
        var value = values.get(name);
        try {
            return value == null ? "" : value instanceof String text ? text : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read from JSON can be written", e);
        }
    }

    /** Whether a body was passed as JSON and not as its text. */
    public boolean isJson(String name) {
        return values.get(name) != null && !(values.get(name) instanceof String);
    }

    /** The parameters of provider states by the states' names; empty if there are none. */
    public Map<String, Map<String, String>> states(String name) {
        return values.get(name) instanceof List<?> states ? ProviderStates.read(states) : Map.of();
    }
}
