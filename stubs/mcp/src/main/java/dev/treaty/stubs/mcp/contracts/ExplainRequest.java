package dev.treaty.stubs.mcp.contracts;

import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ValueKind;
import java.net.URI;

/** What a request would get, or why nothing answers it. */
public final class ExplainRequest implements AssistantTool {

    private final WatchedContracts contracts;
    private final URI server;

    /** @param server the main address of the stub server, of which explanations speak */
    public ExplainRequest(WatchedContracts contracts, URI server) {
        this.contracts = contracts;
        this.server = server;
    }

    @Override
    public ToolDescription description() {
        return ToolDescription.reading(
                "explain_request",
                "Explain a request",
                "Says which interaction answers a request, or shows the nearest interactions side by side with it, with <<<<< where they"
                        + " differ. Nothing is sent: only contracts are asked. A running server may answer otherwise, because of its"
                        + " replay of a vendor with state (Stripe, Twilio, Cablecast), or of faults and mappings that were added to it.",
                Parameter.required("provider", ValueKind.TEXT, "Whom the request is for, e.g. stripe."),
                RequestParameters.METHOD,
                RequestParameters.PATH,
                RequestParameters.HEADERS,
                RequestParameters.BODY);
    }

    @Override
    public String call(Arguments arguments) {
        var lookup = contracts.lookup();
        var provider = arguments.text("provider");
        UnknownParticipant.requireProvider(provider, lookup.contracts());
        var request = RequestParameters.read(provider, arguments);
        return contracts.warning() + new RequestExplanation(lookup, server).of(request);
    }
}
