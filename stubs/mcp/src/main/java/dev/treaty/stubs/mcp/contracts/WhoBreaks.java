package dev.treaty.stubs.mcp.contracts;

import dev.treaty.pacts.compare.interaction.ContractChanges;
import dev.treaty.pacts.compare.report.Comparison;
import dev.treaty.pacts.compare.report.TextReport;
import dev.treaty.pacts.compare.source.ContractSources;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ValueKind;
import java.nio.file.Path;

/** Whom a change of contracts can break. */
public final class WhoBreaks implements AssistantTool {

    private final ComparedFolders folders;

    /** @param contracts whose folder is compared with what git has */
    public WhoBreaks(WatchedContracts contracts) {
        folders = new ComparedFolders(Path.of(""), contracts.paths());
    }

    @Override
    public ToolDescription description() {
        return ToolDescription.reading(
                "who_breaks",
                "Whom a change can break",
                "Compares contracts of two points in time, and says which providers must verify before which consumer is deployed, with an"
                        + " answer that was accepted before and is refused now. Without arguments, it compares git's HEAD with the files as"
                        + " they are on disk.",
                Parameter.optional(
                        "before",
                        ValueKind.TEXT,
                        "A git revision, or a pact file or folder below the current folder. Default: HEAD."),
                Parameter.optional(
                        "after", ValueKind.TEXT, "The same. Default: the folder of the contracts as it is now."));
    }

    @Override
    public String call(Arguments arguments) {
        var folder = folders.folder();
        var before = folders.checked("before", arguments.optional("before").orElse("HEAD"));
        var after = folders.checked("after", arguments.optional("after").orElse(folder));
        var sources = new ContractSources(Path.of(""), folder, () -> {
            throw new IllegalStateException("a broker was refused before");
        });
        return TextReport.of(new Comparison(
                before,
                after,
                ContractChanges.between(
                        sources.named(before).contracts(), sources.named(after).contracts())));
    }
}
