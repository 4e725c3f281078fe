package dev.treaty.stubs.mcp.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Provider states among the arguments of a tool: {@code [{"name": "a customer exists", "params": {"id": "cus_42"}}]}. */
final class ProviderStates {

    static final Map<String, Object> SCHEMA = Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                    "name",
                    Map.of("type", "string", "minLength", 1),
                    "params",
                    Map.of(
                            "type",
                            "object",
                            "additionalProperties",
                            Map.of("type", List.of("string", "number", "boolean")))),
            "required",
            List.of("name"),
            "additionalProperties",
            false);

    private static final Set<String> MEMBERS = Set.of("name", "params");

    private ProviderStates() {}

    static boolean isState(Object value) {
        return value instanceof Map<?, ?> state
                && MEMBERS.containsAll(state.keySet())
                && state.get("name") instanceof String name
                && !name.isBlank()
                && (!state.containsKey("params")
                        || (state.get("params") instanceof Map<?, ?> params
                                && params.values().stream().allMatch(ProviderStates::isPlain)));
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** The parameters by the names of the states, in their order. */
    static Map<String, Map<String, String>> read(List<?> states) {
        var byName = new LinkedHashMap<String, Map<String, String>>();
        for (var each : states) {
            if (each instanceof Map<?, ?> state) {
                var params = new LinkedHashMap<String, String>();
                if (state.get("params") instanceof Map<?, ?> given) {
                    given.forEach((name, value) -> params.put(String.valueOf(name), String.valueOf(value)));
                }
                byName.put(String.valueOf(state.get("name")), params);
            }
        }
        return byName;
    }
}
