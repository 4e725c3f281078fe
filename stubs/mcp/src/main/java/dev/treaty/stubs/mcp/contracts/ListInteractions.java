package dev.treaty.stubs.mcp.contracts;

import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.Page;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ValueKind;
import java.util.Locale;

/** Which interactions there are. */
public final class ListInteractions implements AssistantTool {

    private final WatchedContracts contracts;

    /** @param contracts whose interactions it lists */
    public ListInteractions(WatchedContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public ToolDescription description() {
        return ToolDescription.reading(
                "list_interactions",
                "List interactions",
                "Lists interactions with their provider states, request and status, and the id that show_interaction takes.",
                Participants.PROVIDER,
                Participants.CONSUMER,
                Parameter.optional(
                        "text",
                        ValueKind.TEXT,
                        "Only interactions in whose description, states, method or path this occurs, in any case, e.g. refund."),
                Parameter.PAGE);
    }

    @Override
    public String call(Arguments arguments) {
        var text = arguments
                .optional("text")
                .map(part -> part.toLowerCase(Locale.ROOT))
                .orElse("");
        var lines = Participants.select(contracts, arguments)
                .map(InteractionLine::of)
                .filter(line -> line.toLowerCase(Locale.ROOT).contains(text))
                .toList();
        return contracts.warning() + Page.of(lines, arguments.page(), "interaction");
    }
}
