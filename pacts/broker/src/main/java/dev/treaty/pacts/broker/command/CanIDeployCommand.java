package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.broker.matrix.DeploymentAnswer;
import dev.treaty.pacts.broker.matrix.DeploymentAnswer.Verdict;
import dev.treaty.pacts.broker.matrix.DeploymentGate;
import dev.treaty.pacts.broker.matrix.DeploymentQuestion;
import dev.treaty.pacts.broker.matrix.GateReport;
import dev.treaty.pacts.broker.matrix.VersionSelector;
import dev.treaty.pacts.command.ExitCodes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks whether versions can be deployed; if not, says why. */
@Command(
        name = "can-i-deploy",
        description = {
            "Asks the broker whether a version works with everything that is live in an environment, each instance of it.",
            "If not, prints for each broken contract the consumer, the interactions, and what was expected beside what came.",
            "Exit code: 0 for yes; 1 for no, or if a verification is missing; 2 if the broker could not be asked."
        },
        footer = {
            "",
            "Example:",
            "  treaty can-i-deploy --pacticipant api-gateway \\",
            "      --version $(git rev-parse HEAD) --to-environment production"
        },
        sortOptions = false)
public final class CanIDeployCommand extends BrokerCommand {

    private static final String UNKNOWN_NAME =
            "correct the name; \"environments\" lists the environments, and an application is known once its contracts or results are published";

    @Mixin(name = SelectorOptions.MIXIN)
    private SelectorOptions selectors = new SelectorOptions();

    @Option(
            names = "--to-environment",
            paramLabel = "NAME",
            order = 10,
            description = "Where to. Only what was recorded there counts: see record-deployment and record-release.")
    private @Nullable String toEnvironment;

    @Option(names = "--to", paramLabel = "TAG", order = 11, description = "Where to, where environments are tags.")
    private @Nullable String toTag;

    @Option(
            names = "--retry-while-unknown",
            paramLabel = "TIMES",
            defaultValue = "0",
            order = 12,
            description = "How often to ask again while a verification is missing, and none has failed. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int retries;

    @Option(
            names = "--retry-interval",
            paramLabel = "SECONDS",
            defaultValue = "10",
            order = 13,
            description = "How long to wait before that. Default: ${DEFAULT-VALUE}.")
    private int retryInterval;

    @Option(
            names = "--dry-run",
            negatable = true,
            defaultValue = "false",
            fallbackValue = "true",
            order = 14,
            description = "Print the answer, but exit with 0 unless the broker could not be asked. Default:"
                    + " PACT_BROKER_CAN_I_DEPLOY_DRY_RUN.")
    private boolean dryRun;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json|table",
            converter = OutputFormat.JsonOrTable.class,
            defaultValue = "table",
            order = 15,
            description = "How to print. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.table;

    /** Called by {@code ServiceLoader}. */
    public CanIDeployCommand() {
        this(System.getenv());
    }

    CanIDeployCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        var question = question();
        var gate = broker().gate();
        var report = report(gate, question);
        if (output == OutputFormat.json) {
            print(report.json());
        } else {
            out().print(report.text());
            out().flush();
        }
        return report.isYes() || isDryRun() ? ExitCodes.YES : ExitCodes.NO;
    }

    @Override
    protected Optional<String> insteadOf(String option) {
        return switch (option) {
            case "--no-main-branch", "--skip-main-branch" ->
                Optional.of("leave it out: main branches are asked about only with --main-branch");
            case "--all" -> Optional.of("use --tag");
            case "--limit" ->
                Optional.of("leave it out: the answer is based on all combinations of versions, or refused");
            default -> super.insteadOf(option);
        };
    }

    private DeploymentQuestion question() {
        var asked = selectors.asked();
        if (asked.isEmpty()) {
            throw usageError("Missing required option: '--pacticipant=NAME'");
        }
        if (toEnvironment != null && toTag != null) {
            throw usageError("--to-environment and --to contradict each other; name one of them");
        }
        for (var selector : asked) {
            if (!selector.isSpecific()) {
                throw usageError(
                        "Which version of %s? Add --version, --branch, --main-branch, --latest or --tag after it"
                                .formatted(selector.pacticipant()));
            }
        }
        return new DeploymentQuestion(asked, ignored(), Optional.ofNullable(toEnvironment), Optional.ofNullable(toTag));
    }

    private List<VersionSelector> ignored() {
        var ofEnvironment = variable("PACT_BROKER_CAN_I_DEPLOY_IGNORE").stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(VersionSelector::of);
        return Stream.concat(selectors.ignored().stream(), ofEnvironment).toList();
    }

    private static DeploymentAnswer ask(DeploymentGate gate, DeploymentQuestion question) {
        try {
            return gate.ask(question);
        } catch (BrokerRefusal e) {
            throw e.status() == 400 && e.isExplained() ? e.withFix(UNKNOWN_NAME) : e;
        }
    }

    private GateReport report(DeploymentGate gate, DeploymentQuestion question) throws InterruptedException {
        var answer = ask(gate, question);
        for (var retry = 1; retry <= retries && answer.verdict() == Verdict.UNKNOWN; retry++) {
            err().printf(
                            "A verification is missing; asking again in %d s (%d of %d).%n",
                            retryInterval, retry, retries);
            TimeUnit.SECONDS.sleep(retryInterval);
            answer = ask(gate, question);
        }
        return new GateReport(question, answer, gate.obstacles(question, answer), gate.warnings(question, answer));
    }

    private boolean isDryRun() {
        var isDryRun = dryRun
                || variable("PACT_BROKER_CAN_I_DEPLOY_DRY_RUN")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent();
        if (isDryRun) {
            err().println("This is a dry run: the exit code is 0, whatever the answer.");
        }
        return isDryRun;
    }
}
