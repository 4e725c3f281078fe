package dev.treaty.provider.verification.command;

import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.command.TreatyCommand;
import dev.treaty.provider.verification.ParallelVerification;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.VerificationPlan;
import dev.treaty.provider.verification.report.BrokenInteractions;
import dev.treaty.provider.verification.report.ReportFiles;
import dev.treaty.provider.verification.report.ReportOrigin;
import dev.treaty.provider.verification.report.ResultPublisher;
import dev.treaty.provider.verification.report.TextReport;
import dev.treaty.provider.verification.report.VerificationReport;
import dev.treaty.provider.verification.report.VerificationRun;
import dev.treaty.provider.verification.report.VerifiedTarget;
import dev.treaty.provider.verification.settings.ProviderBuild;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.states.StateCollisions;
import dev.treaty.provider.verification.targets.Reachability;
import dev.treaty.provider.verification.targets.ServiceAtUrl;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies a running service, in any language, and writes the reports. */
@Command(
        name = "verify",
        description = {
            "Verifies that a running provider keeps its contracts, and writes the results to files.",
            "",
            "Each interaction's provider states are set up by POST, its request is sent, and the response is compared with the contract"
                    + " by pact-jvm's matching.",
            "",
            "Exit code: 0 if no contract is broken; 1 if one is, or could not be verified; 2 if nothing could be verified."
        },
        footer = {
            "",
            "Example:",
            "  treaty verify --provider auth-service \\",
            "      --url http://localhost:8081 --pacts contracts"
        },
        sortOptions = false)
public final class VerifyCommand extends TreatyCommand {

    private final VerificationRun run = new VerificationRun();

    @Mixin
    private VerifyOptions options = new VerifyOptions();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "verification",
            description = "Where <provider>.html, .md, .xml (JUnit) and .json are written; default: ${DEFAULT-VALUE}.")
    private Path reports = Path.of("verification");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** Called by {@code ServiceLoader}. */
    public VerifyCommand() {}

    @Override
    public Integer call() {
        var settings = options.settings();
        var service = ServiceAtUrl.in(settings, "").orElseThrow(() -> usageError("--url is empty."));
        var plan = plan(settings);
        var publisher = new ResultPublisher(new ProviderBuild(settings));
        publisher.prepare(plan);
        plan.notices().forEach(out()::println);
        run.start(plan);
        run.target(VerifiedTarget.at(service.url()));
        var problem = Reachability.problem(service.url(), settings.option("url"));
        if (problem.isPresent()) {
            plan.interactions().forEach(interaction -> run.notVerified(interaction, problem.get()));
            report(plan);
            throw problem.get();
        }
        out().println(service.pace(options.provider(), settings));
        ParallelVerification.verify(
                plan.interactions(),
                service.target(options.provider(), StateCollisions::keys),
                service.parallel(),
                this::record);
        report(plan);
        publisher.publish(run).forEach(out()::println);
        return run.failed() ? ExitCodes.NO : ExitCodes.YES;
    }

    private VerificationPlan plan(VerificationSettings settings) {
        var named = VerifyOptions.PROVIDER + "=" + options.provider();
        var plan = VerificationPlan.of(settings, options.provider(), named, false);
        plan.nothingPasses().ifPresent(why -> {
            throw new NothingToVerify(why);
        });
        return plan;
    }

    private void record(ContractInteraction interaction, @Nullable Throwable failure) {
        run.record(interaction, failure);
    }

    /** Prints and writes what is known. */
    private void report(VerificationPlan plan) {
        var origin = options.version()
                .map(version -> new ReportOrigin(Instant.now(), Optional.of(version)))
                .orElseGet(() -> ReportOrigin.now(Path.of("").toAbsolutePath()));
        var name = options.provider().replaceAll("[^\\w.-]+", "-");
        ReportFiles.write(run, origin, reports, name);
        ReportFiles.writeXml(run, origin, reports, name);
        BrokenInteractions.in(run).forEach(why -> out().printf("%n%s%n", why));
        out().print(TextReport.of(new VerificationReport(run.results()), ""));
        out().printf("contracts: %s%nreports:   %s.html, .md, .xml, .json%n", plan.place(), reports.resolve(name));
        out().flush();
    }
}
