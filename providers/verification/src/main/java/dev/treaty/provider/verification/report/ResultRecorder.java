package dev.treaty.provider.verification.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.verification.comparison.PendingContractBroken;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.settings.ProviderBuild;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Leaves what came of each interaction in {@code target/verifications/<TestClass>.json}, for the report at the end of the
 * build, and as a page and in Markdown beside it, because a build that a broken contract stops does not come to its end; and with
 * the broker that asked. The configuration parameter {@value #DIRECTORY} names another directory, for a
 * verification that is itself under test.
 */
public final class ResultRecorder implements TestWatcher, BeforeAllCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(ResultRecorder.class);
    private static final String INTERACTION = "interaction";
    private static final String RUN = "run";
    private static final String DIRECTORY = "verification.results";

    /** Notes which interaction a test is about. */
    public static void verifying(ExtensionContext test, ContractInteraction interaction) {
        test.getStore(NAMESPACE).put(INTERACTION, interaction);
    }

    /** What the verification class around a test found so far. */
    public static VerificationRun of(ExtensionContext test) {
        var run = test.getStore(NAMESPACE).get(RUN, VerificationRun.class);
        if (run == null) {
            throw new IllegalStateException("the run is there before the first interaction");
        }
        return run;
    }

    @Override
    public void beforeAll(ExtensionContext testClass) {
        testClass.getStore(NAMESPACE).put(RUN, new VerificationRun());
    }

    @Override
    public void testSuccessful(ExtensionContext test) {
        add(test, VerificationResult.Outcome.VERIFIED, null);
    }

    @Override
    public void testAborted(ExtensionContext test, @Nullable Throwable cause) {
        var outcome = cause instanceof PendingContractBroken
                ? VerificationResult.Outcome.PENDING
                : VerificationResult.Outcome.SKIPPED;
        add(test, outcome, cause);
    }

    @Override
    public void testFailed(ExtensionContext test, @Nullable Throwable cause) {
        add(test, VerificationResult.Outcome.FAILED, cause);
    }

    private static void add(ExtensionContext test, VerificationResult.Outcome outcome, @Nullable Throwable cause) {
        var interaction = test.getStore(NAMESPACE).get(INTERACTION, ContractInteraction.class);
        if (interaction != null) {
            var why = Optional.ofNullable(cause)
                    .map(thrown -> Optional.ofNullable(thrown.getMessage()).orElse(thrown.toString()))
                    .orElse("");
            of(test).add(interaction, outcome, why);
        }
    }

    @Override
    public void afterAll(ExtensionContext testClass) {
        var run = of(testClass);
        var directory = testClass.getConfigurationParameter(DIRECTORY).orElse("target/verifications");
        var name = testClass.getRequiredTestClass().getSimpleName();
        write(
                Path.of(directory, name + ".json"),
                new VerificationRecord(System.getProperty("build.id", "none"), run.results()));
        new VerificationReport(run.results()).write(Path.of(directory), name);
        new ResultPublisher(new ProviderBuild(VerificationSettings.of(testClass)))
                .publish(run)
                .forEach(sentence -> tell(testClass, "not published", sentence));
    }

    /**
     * To JUnit's reports, and on the console, because Maven shows there what a test prints and not what it reports; but not from
     * a verification that is itself under test.
     */
    public static void tell(ExtensionContext context, String what, String sentence) {
        context.publishReportEntry(what, sentence);
        if (context.getConfigurationParameter(DIRECTORY).isEmpty()) {
            System.out.println(sentence);
        }
    }

    private static void write(Path file, VerificationRecord run) {
        try {
            Files.createDirectories(file.getParent());
            new ObjectMapper().writeValue(file.toFile(), run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
