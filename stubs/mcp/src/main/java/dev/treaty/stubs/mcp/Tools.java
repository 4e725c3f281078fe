package dev.treaty.stubs.mcp;

import dev.treaty.stubs.mcp.contracts.DraftInteraction;
import dev.treaty.stubs.mcp.contracts.ExplainRequest;
import dev.treaty.stubs.mcp.contracts.ListContracts;
import dev.treaty.stubs.mcp.contracts.ListInteractions;
import dev.treaty.stubs.mcp.contracts.ShowInteraction;
import dev.treaty.stubs.mcp.contracts.WatchedContracts;
import dev.treaty.stubs.mcp.contracts.WhoBreaks;
import dev.treaty.stubs.mcp.contracts.WhoDepends;
import dev.treaty.stubs.mcp.running.AddMapping;
import dev.treaty.stubs.mcp.running.ChooseStates;
import dev.treaty.stubs.mcp.running.ClearFaults;
import dev.treaty.stubs.mcp.running.ForgetRequests;
import dev.treaty.stubs.mcp.running.ListMisses;
import dev.treaty.stubs.mcp.running.RemoveMappings;
import dev.treaty.stubs.mcp.running.RunningServer;
import dev.treaty.stubs.mcp.running.SetFault;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import java.util.ArrayList;
import java.util.List;

/** Which tools there are, in the order in which an assistant sees them. */
final class Tools {

    private Tools() {}

    /** @param changes whether those that change the running server are among them */
    static List<AssistantTool> of(WatchedContracts contracts, RunningServer server, boolean changes) {
        var tools = new ArrayList<AssistantTool>(List.of(
                new ListContracts(contracts),
                new ListInteractions(contracts),
                new ShowInteraction(contracts),
                new ExplainRequest(contracts, server.address()),
                new ListMisses(server, contracts),
                new WhoDepends(contracts),
                new WhoBreaks(contracts),
                new DraftInteraction()));
        if (changes) {
            tools.addAll(List.of(
                    new SetFault(server),
                    new ClearFaults(server),
                    new ChooseStates(server),
                    new AddMapping(server),
                    new RemoveMappings(server),
                    new ForgetRequests(server)));
        }
        return List.copyOf(tools);
    }
}
