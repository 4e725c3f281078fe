package dev.treaty.stubs.mcp.running;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.stubs.matching.request.ProviderPath;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ToolDescription.Effect;
import dev.treaty.stubs.mcp.tool.ValueKind;
import java.util.List;

/** Lets every request to a provider go wrong. */
public final class SetFault implements AssistantTool {

    private final RunningServer server;

    /** @param server that it changes */
    public SetFault(RunningServer server) {
        this.server = server;
    }

    @Override
    public ToolDescription description() {
        return new ToolDescription(
                "set_fault",
                "Inject a fault",
                "Lets every request to a provider of the running stub server go wrong, until clear_faults: it is delayed, gets a status, or"
                        + " its connection breaks. Without any of the three, the provider's fault ends.",
                Effect.CHANGES_SERVER,
                List.of(
                        Parameter.required("provider", ValueKind.TEXT, "Whose requests, e.g. stripe."),
                        Parameter.optional("delay", ValueKind.TEXT, "Before anything else, e.g. 500ms or 2s."),
                        Parameter.optional("status", ValueKind.STATUS, "Instead of the contract's response, e.g. 503."),
                        Parameter.choice(
                                "fault",
                                "Instead of a response: a TCP reset, a close without a byte, bytes that are not HTTP, or nothing at all.",
                                "reset",
                                "empty",
                                "garbage",
                                "timeout")));
    }

    @Override
    public String call(Arguments arguments) {
        var body = JsonNodeFactory.instance.objectNode();
        List.of("delay", "status", "fault")
                .forEach(name -> arguments.optional(name).ifPresent(value -> body.put(name, value)));
        var faults = server.send("PUT", "faults" + ProviderPath.of(arguments.text("provider")), body.toString());
        return "Faults that are set now:\n" + faults.toPrettyString() + "\n";
    }
}
