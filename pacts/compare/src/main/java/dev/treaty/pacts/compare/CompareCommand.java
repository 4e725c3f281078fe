package dev.treaty.pacts.compare;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.command.TreatyCommand;
import dev.treaty.pacts.compare.interaction.ContractChanges;
import dev.treaty.pacts.compare.interaction.Verdict.Effect;
import dev.treaty.pacts.compare.report.Comparison;
import dev.treaty.pacts.compare.report.JsonReport;
import dev.treaty.pacts.compare.report.MarkdownReport;
import dev.treaty.pacts.compare.report.TextReport;
import dev.treaty.pacts.compare.source.ContractSources;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whom a change of contracts can break, with a proof or an example. */
@Command(
        name = "compare",
        description = {
            "Compares contracts, and says which interactions ask more of a provider than before, and who must verify them first.",
            "\"Asks no more\" is proven. \"Accepts fewer answers\" is shown by the smallest answer that pact-jvm accepts for the"
                    + " old contract and refuses for the new one. What is neither is \"not proven\".",
            "Exit code: 0; 1 if --fail-on says so; 2 if the command line is wrong or a contract cannot be read."
        },
        footer = {
            "",
            "Examples:",
            "  treaty compare main..HEAD --fail-on breaking",
            "  treaty compare main...HEAD --output markdown > comment.md",
            "  treaty compare broker:production pacts",
            "  treaty compare old/billing-stripe.json new/billing-stripe.json"
        },
        sortOptions = false)
public final class CompareCommand extends TreatyCommand {

    private enum Output {
        text,
        markdown,
        json
    }

    private enum FailOn {
        never,
        breaking,
        unproven
    }

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description =
                    "A pact file, a folder of pact files, a git revision, or broker:<environment>; or both at once, as"
                            + " a range of git revisions: main..HEAD, or main...HEAD from where they parted.")
    private String before = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NEW",
            description = "The same. Without it: the end of the range, or the folder of --pacts as it is now.")
    private String after = "";

    @Option(
            names = "--pacts",
            paramLabel = "FOLDER",
            defaultValue = "pacts",
            description =
                    "The folder of the contracts in a git revision, relative to this one. Default: ${DEFAULT-VALUE}.")
    private String pacts = "";

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "${COMPLETION-CANDIDATES}; markdown is for a comment on a pull request. Default: ${DEFAULT-VALUE}.")
    private Output output = Output.text;

    @Option(
            names = "--fail-on",
            paramLabel = "EFFECT",
            defaultValue = "never",
            description =
                    "breaking: exit with 1 if a provider that satisfies OLD can fail NEW; unproven: also if nobody knows."
                            + " Default: ${DEFAULT-VALUE}.")
    private FailOn failOn = FailOn.never;

    @Option(
            names = {"-b", "--broker-base-url"},
            paramLabel = "URL",
            description =
                    "The broker's address, for broker:<environment>. Default: PACT_BROKER_BASE_URL in the environment,"
                            + " which also holds the credentials: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.")
    private @Nullable String brokerBaseUrl;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** Called by {@code ServiceLoader}. */
    public CompareCommand() {}

    @Override
    public Integer call() {
        var comparison = comparison();
        out().print(
                        switch (output) {
                            case text -> TextReport.of(comparison);
                            case markdown -> MarkdownReport.of(comparison);
                            case json -> JsonReport.of(comparison);
                        });
        out().flush();
        return isFailure(comparison.effect()) ? ExitCodes.NO : ExitCodes.YES;
    }

    private Comparison comparison() {
        var sources = new ContractSources(
                Path.of(""), pacts, () -> PactBroker.at(brokerBaseUrl, System.getenv(), line -> {}));
        var names = names(sources);
        return new Comparison(
                names.get(0),
                names.get(1),
                ContractChanges.between(
                        sources.named(names.get(0)).contracts(),
                        sources.named(names.get(1)).contracts()));
    }

    private List<String> names(ContractSources sources) {
        var range = sources.names(before);
        if (range.size() == 1) {
            return List.of(before, after.isEmpty() ? pacts : after);
        } else if (!after.isEmpty()) {
            throw usageError("A range names both versions: leave %s out, or name two versions.".formatted(after));
        }
        return range;
    }

    private boolean isFailure(Effect effect) {
        return switch (failOn) {
            case never -> false;
            case breaking -> effect == Effect.BREAKING;
            case unproven -> effect != Effect.SAFE;
        };
    }
}
