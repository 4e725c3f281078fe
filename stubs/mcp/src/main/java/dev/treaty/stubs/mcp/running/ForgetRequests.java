package dev.treaty.stubs.mcp.running;

import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ToolDescription.Effect;
import java.util.List;

/** Empties the journal. */
public final class ForgetRequests implements AssistantTool {

    private final RunningServer server;

    /** @param server that it changes */
    public ForgetRequests(RunningServer server) {
        this.server = server;
    }

    @Override
    public ToolDescription description() {
        return new ToolDescription(
                "forget_requests",
                "Empty the journal",
                "Lets the running stub server forget the requests of its journal, so that list_misses shows only what comes from now on.",
                Effect.FORGETS,
                List.of());
    }

    @Override
    public String call(Arguments arguments) {
        server.send("DELETE", "requests", "");
        return "The journal is empty.\n";
    }
}
