package dev.treaty.stubs.mcp.running;

import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ToolDescription.Effect;
import java.util.List;

/** Ends all faults. */
public final class ClearFaults implements AssistantTool {

    private final RunningServer server;

    /** @param server that it changes */
    public ClearFaults(RunningServer server) {
        this.server = server;
    }

    @Override
    public ToolDescription description() {
        return new ToolDescription(
                "clear_faults",
                "End all faults",
                "Ends the faults of all providers of the running stub server that set_fault or the admin API set.",
                Effect.CHANGES_SERVER,
                List.of());
    }

    @Override
    public String call(Arguments arguments) {
        server.send("DELETE", "faults", "");
        return "No fault is set any more.\n";
    }
}
