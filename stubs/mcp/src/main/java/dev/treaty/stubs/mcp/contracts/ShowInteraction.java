package dev.treaty.stubs.mcp.contracts;

import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.Page;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ValueKind;
import java.util.List;

/** What one interaction says. */
public final class ShowInteraction implements AssistantTool {

    private final WatchedContracts contracts;

    /** @param contracts in which it looks for the interaction */
    public ShowInteraction(WatchedContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public ToolDescription description() {
        return ToolDescription.reading(
                "show_interaction",
                "Show an interaction",
                "Shows one interaction: its request and response as HTTP, and in words what may differ from them."
                        + " Secrets are shown as ***.",
                Parameter.required(
                        "interaction",
                        ValueKind.TEXT,
                        "Its id from list_interactions, or its description, e.g. a request for a payment."),
                Participants.PROVIDER,
                Participants.CONSUMER);
    }

    @Override
    public String call(Arguments arguments) {
        var name = arguments.text("interaction");
        var among = Participants.select(contracts, arguments).toList();
        var found = among.stream().filter(each -> isMeant(each, name)).toList();
        return switch (found.size()) {
            case 0 -> throw new UnknownInteraction(name, among);
            case 1 -> contracts.warning() + InteractionText.of(found.get(0));
            default -> several(found);
        };
    }

    private static boolean isMeant(ReplayedInteraction interaction, String name) {
        var origin = interaction.origin();
        return origin.id().toString().equals(name) || origin.description().equals(name);
    }

    private static String several(List<ReplayedInteraction> found) {
        return "Several interactions have this description; ask again with the id of one.\n\n"
                + Page.of(found.stream().map(InteractionLine::of).toList(), 1, "interaction");
    }
}
