package dev.treaty.stubs.mcp.running;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ToolDescription.Effect;
import dev.treaty.stubs.mcp.tool.ValueKind;
import java.util.List;

/** Lets all requests prefer interactions with certain provider states. */
public final class ChooseStates implements AssistantTool {

    private final RunningServer server;

    /** @param server that it changes */
    public ChooseStates(RunningServer server) {
        this.server = server;
    }

    @Override
    public ToolDescription description() {
        return new ToolDescription(
                "choose_states",
                "Choose provider states",
                "Lets the running stub server prefer interactions with these provider states wherever several match, for every request that asks"
                        + " for none itself. They replace those that were chosen before; an empty list ends that.",
                Effect.CHANGES_SERVER,
                List.of(Parameter.required(
                        "states",
                        ValueKind.STATES,
                        "The states, as show_interaction names them; without params, whatever their parameters are.")));
    }

    @Override
    public String call(Arguments arguments) {
        var states = server.send("PUT", "states", "{\"given\": %s}".formatted(arguments.body("states")));
        var given = states.path("given");
        var text = new StringBuilder(
                given.isEmpty() ? "No provider state is chosen any more.\n" : "Provider states that are chosen now:\n");
        given.forEach(state -> text.append("- ").append(words(state)).append('\n'));
        return text.toString();
    }

    private static String words(JsonNode state) {
        var name = state.path("name").asText();
        return state.has("params") ? name + " " + state.get("params") : name;
    }
}
