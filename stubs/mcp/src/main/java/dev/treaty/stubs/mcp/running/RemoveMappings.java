package dev.treaty.stubs.mcp.running;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ToolDescription.Effect;
import java.util.List;
import java.util.stream.StreamSupport;

/** Removes what {@link AddMapping} added. */
public final class RemoveMappings implements AssistantTool {

    private final RunningServer server;

    /** @param server that it changes */
    public RemoveMappings(RunningServer server) {
        this.server = server;
    }

    @Override
    public ToolDescription description() {
        return new ToolDescription(
                "remove_mappings",
                "Remove mappings without a contract",
                "Removes the mappings that add_mapping added to the running stub server. Contracts and other mappings stay.",
                Effect.FORGETS,
                List.of());
    }

    @Override
    public String call(Arguments arguments) {
        var marked = StreamSupport.stream(
                        server.get("mappings").path("mappings").spliterator(), false)
                .filter(mapping ->
                        mapping.path("metadata").path(SessionMapping.MARK).asBoolean())
                .map(mapping -> mapping.path("id"))
                .map(JsonNode::asText)
                .toList();
        marked.forEach(id -> server.send("DELETE", "mappings/" + id, ""));
        return "Removed %s without a contract.\n".formatted(Quantity.of(marked.size(), "mapping"));
    }
}
