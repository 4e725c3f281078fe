package dev.treaty.provider.junit;

import dev.treaty.provider.verification.comparison.InteractionSkipped;
import dev.treaty.provider.verification.comparison.PendingContractBroken;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.VerificationPlan;
import dev.treaty.provider.verification.report.CombinedReport;
import dev.treaty.provider.verification.report.ReportFiles;
import dev.treaty.provider.verification.report.ReportOrigin;
import dev.treaty.provider.verification.report.ResultPublisher;
import dev.treaty.provider.verification.report.VerificationRun;
import dev.treaty.provider.verification.report.VerifiedTarget;
import dev.treaty.provider.verification.settings.ProviderBuild;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Records the result of each interaction in {@code target/verifications/<TestClass>.json}, for the report at the end of the build, and
 * publishes it to the broker that selected the contracts. The same results are written there as a page and in Markdown, and the
 * {@linkplain CombinedReport report of all contracts} is written anew, because a build that a broken contract stops never reaches its end. The
 * configuration parameter {@value #FOLDER} names another folder, for a verification that is itself under test.
 */
final class ResultRecorder implements TestWatcher, BeforeAllCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(ResultRecorder.class);
    private static final String INTERACTION = "interaction";
    private static final String RUN = "run";
    private static final String FOLDER = "verification.results";

    /** Notes what a test class verifies. */
    static void start(ExtensionContext testClass, VerificationPlan plan) {
        run(testClass).start(plan);
    }

    /** Notes the interaction that a test verifies. */
    static void start(ExtensionContext test, ContractInteraction interaction) {
        test.getStore(NAMESPACE).put(INTERACTION, interaction);
    }

    static void target(ExtensionContext testClass, VerifiedTarget target) {
        run(testClass).target(target);
    }

    private static VerificationRun run(ExtensionContext test) {
        var run = test.getStore(NAMESPACE).get(RUN, VerificationRun.class);
        if (run == null) {
            throw new IllegalStateException("the run starts before its first interaction");
        }
        return run;
    }

    @Override
    public void beforeAll(ExtensionContext testClass) {
        testClass.getStore(NAMESPACE).put(RUN, new VerificationRun());
    }

    @Override
    public void testSuccessful(ExtensionContext test) {
        record(test, null);
    }

    @Override
    public void testAborted(ExtensionContext test, @Nullable Throwable cause) {
        record(test, cause == null ? new InteractionSkipped("") : skipped(cause));
    }

    @Override
    public void testFailed(ExtensionContext test, @Nullable Throwable cause) {
        record(test, cause == null ? new AssertionError() : cause);
    }

    private static RuntimeException skipped(Throwable aborted) {
        return aborted.getCause() instanceof PendingContractBroken pending
                ? pending
                : new InteractionSkipped(String.valueOf(aborted.getMessage()));
    }

    private static void record(ExtensionContext test, @Nullable Throwable failure) {
        var interaction = interaction(test);
        if (interaction != null) {
            run(test).record(interaction, failure);
        }
    }

    private static @Nullable ContractInteraction interaction(ExtensionContext test) {
        return test.getStore(NAMESPACE).get(INTERACTION, ContractInteraction.class);
    }

    @Override
    public void afterAll(ExtensionContext testClass) {
        var run = run(testClass);
        var folder = Path.of(testClass.getConfigurationParameter(FOLDER).orElse("target/verifications"));
        var name = testClass.getRequiredTestClass().getSimpleName();
        ReportFiles.write(run, ReportOrigin.now(Path.of("").toAbsolutePath()), folder, name);
        if (!isUnderTest(testClass)) {
            CombinedReport.ofThisBuild().ifPresent(report -> write(testClass, run, report));
        }
        new ResultPublisher(new ProviderBuild(VerificationSettings.of(testClass::getConfigurationParameter)))
                .publish(run)
                .forEach(sentence -> print(testClass, "not published", sentence));
    }

    /**
     * Adds a message to JUnit's reports, and prints it, because Maven shows what a test prints but not what it reports. A verification that
     * is itself under test prints nothing.
     */
    static void print(ExtensionContext context, String topic, String message) {
        context.publishReportEntry(topic, message);
        if (!isUnderTest(context)) {
            System.out.println(message);
        }
    }

    private static boolean isUnderTest(ExtensionContext context) {
        return context.getConfigurationParameter(FOLDER).isPresent();
    }

    private static void write(ExtensionContext testClass, VerificationRun run, CombinedReport report) {
        report.write();
        if (run.failed()) {
            print(testClass, "report", "All results of this build so far: " + report.page());
        }
    }
}
