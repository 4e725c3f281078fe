package dev.treaty.stubs.mcp.contracts;

import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.Page;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ToolDescription;

/** Which contracts there are. */
public final class ListContracts implements AssistantTool {

    private final WatchedContracts contracts;

    /** @param contracts that it lists */
    public ListContracts(WatchedContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public ToolDescription description() {
        return ToolDescription.reading(
                "list_contracts",
                "List contracts",
                "Lists the contracts: who consumes whom, how many interactions each has, and in which file it is; and the files that"
                        + " cannot be read, with the reason. Start here.",
                Parameter.PAGE);
    }

    @Override
    public String call(Arguments arguments) {
        var all = contracts.lookup().contracts().files().stream()
                .map(ListContracts::line)
                .toList();
        var problems = contracts.problems();
        return Page.of(all, arguments.page(), "contract")
                + (problems.isEmpty() ? "" : "\nCannot be read:\n\n" + String.join("\n\n", problems) + "\n");
    }

    private static String line(PactFile contract) {
        return "%s -> %s: %s, %s\n"
                .formatted(
                        contract.consumer(),
                        contract.provider(),
                        Quantity.of(contract.interactions().size(), "interaction"),
                        contract.name());
    }
}
