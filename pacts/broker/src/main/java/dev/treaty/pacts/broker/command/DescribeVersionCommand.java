package dev.treaty.pacts.broker.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.pacts.broker.participants.ParticipantVersion;
import dev.treaty.pacts.broker.participants.ParticipantVersion.PublishedContract;
import dev.treaty.pacts.broker.participants.Participants;
import dev.treaty.pacts.broker.text.TextTable;
import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the broker knows about a version. */
@Command(
        name = "describe-version",
        description = "Shows what the broker knows about a version: branches, tags, contracts, and where it is live.",
        footer = {
            "",
            "Examples:",
            "  treaty describe-version --pacticipant api-gateway --version $(git rev-parse HEAD)",
            "  treaty describe-version --pacticipant api-gateway --environment production"
        },
        sortOptions = false)
public final class DescribeVersionCommand extends BrokerCommand {

    @Option(
            names = {"-a", "--pacticipant"},
            paramLabel = "NAME",
            order = 1,
            required = true,
            description = "The application.")
    private String pacticipant = "";

    @Option(
            names = {"-e", "--version"},
            paramLabel = "VERSION",
            order = 2,
            description = "Its version. Default: the newest one.")
    private @Nullable String version;

    @Option(
            names = {"-l", "--latest"},
            paramLabel = "TAG",
            order = 3,
            arity = "0..1",
            fallbackValue = "",
            description = "The newest version, or the newest one with a tag.")
    private @Nullable String latest;

    @Mixin
    private LiveOptions live = new LiveOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json|table|id",
            converter = OutputFormat.JsonTableOrId.class,
            order = 5,
            defaultValue = "table",
            description = "How to print. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.table;

    /** Called by {@code ServiceLoader}. */
    public DescribeVersionCommand() {
        this(System.getenv());
    }

    DescribeVersionCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        if (live.isEnvironmentMissing()) {
            throw usageError("--deployed and --released need --environment");
        }
        if (live.environment().isPresent() && (version != null || latest != null)) {
            throw usageError("--environment contradicts --version and --latest; name one of them");
        }
        return live.environment().map(this::describeLive).orElseGet(this::describeVersion);
    }

    private int describeLive(String environment) {
        var rows = live.versions(broker().deployments(), pacticipant, environment);
        if (rows.isEmpty()) {
            err().println(new ErrorMessage(
                    "No version of %s is live in %s.".formatted(pacticipant, environment),
                    "what was recorded at the broker",
                    "check the name; record-deployment and record-release tell the broker what is there"));
            return ExitCodes.NO;
        }
        switch (output) {
            case json -> {
                var array = JsonNodeFactory.instance.arrayNode();
                rows.forEach(row -> array.add(row.version().document().json()));
                print(array);
            }
            case id -> rows.forEach(row -> out().println(row.version().version()));
            default -> {
                out().print(table(rows, environment));
                out().flush();
            }
        }
        return ExitCodes.YES;
    }

    private static String table(List<LiveOptions.Row> rows, String environment) {
        return TextTable.of(
                List.of("VERSION", "STATUS", "ENVIRONMENT", "INSTANCE"),
                rows.stream()
                        .map(row -> List.of(
                                row.version().version(),
                                row.status(),
                                environment,
                                row.version().instance().orElse("")))
                        .toList());
    }

    private int describeVersion() {
        var found = find(broker().participants());
        if (found.isEmpty()) {
            err().println(new ErrorMessage(
                    "The broker does not know %s of %s.".formatted(wanted(), pacticipant),
                    "the broker's versions of " + pacticipant,
                    "check the names; a version is known once its contracts or results are published"));
            return ExitCodes.NO;
        }
        switch (output) {
            case json -> print(found.get().document().json());
            case id -> out().println(found.get().number());
            default -> print(found.get());
        }
        return ExitCodes.YES;
    }

    private String wanted() {
        if (version != null) {
            return "version " + version;
        }
        return latest == null || latest.isEmpty() ? "a version" : "a version with the tag " + latest;
    }

    private Optional<ParticipantVersion> find(Participants participants) {
        if (version != null && latest != null) {
            throw usageError("--version and --latest contradict each other; name one of them");
        }
        if (version != null) {
            return participants.version(pacticipant, version);
        }
        return latest == null || latest.isEmpty()
                ? participants.latestVersion(pacticipant)
                : participants.latestVersion(pacticipant, latest);
    }

    private void print(ParticipantVersion found) {
        out().printf("version      %s%n", found.number());
        line("branches", found.branches());
        line("tags", found.tags());
        line(
                "contracts",
                found.contracts().stream()
                        .map(PublishedContract::provider)
                        .map("with "::concat)
                        .toList());
        line("deployed to", found.deployedTo());
        line("released to", found.releasedTo());
        found.buildUrl().ifPresent(url -> out().printf("built by     %s%n", url));
    }

    private void line(String name, List<String> values) {
        out().printf("%-12s %s%n", name, values.isEmpty() ? "none" : String.join(", ", values));
    }
}
