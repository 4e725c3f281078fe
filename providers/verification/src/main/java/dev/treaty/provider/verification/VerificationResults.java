package dev.treaty.provider.verification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Leaves what came of each interaction in {@code target/verifications/<TestClass>.json}, for the report at the end of the
 * build. The configuration parameter {@value #DIRECTORY} names another directory, for a verification that is itself under
 * test.
 */
final class VerificationResults implements TestWatcher, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(VerificationResults.class);
    private static final String INTERACTION = "interaction";
    private static final String DIRECTORY = "verification.results";

    private final ConcurrentLinkedQueue<VerificationResult> results = new ConcurrentLinkedQueue<>();

    /** Notes which interaction a test is about. */
    static void verifying(ExtensionContext test, ContractInteraction interaction) {
        test.getStore(NAMESPACE).put(INTERACTION, interaction);
    }

    @Override
    public void testSuccessful(ExtensionContext test) {
        add(test, VerificationResult.Outcome.VERIFIED, null);
    }

    @Override
    public void testAborted(ExtensionContext test, @Nullable Throwable cause) {
        add(test, VerificationResult.Outcome.SKIPPED, cause);
    }

    @Override
    public void testFailed(ExtensionContext test, @Nullable Throwable cause) {
        add(test, VerificationResult.Outcome.FAILED, cause);
    }

    private void add(ExtensionContext test, VerificationResult.Outcome outcome, @Nullable Throwable cause) {
        var interaction = test.getStore(NAMESPACE).get(INTERACTION, ContractInteraction.class);
        if (interaction != null) {
            var why = Optional.ofNullable(cause).map(Throwable::getMessage).orElse("");
            results.add(new VerificationResult(
                    interaction.contract(),
                    interaction.interaction().uniqueKey(),
                    interaction.description(),
                    outcome,
                    why));
        }
    }

    @Override
    public void afterAll(ExtensionContext testClass) {
        var directory = testClass.getConfigurationParameter(DIRECTORY).orElse("target/verifications");
        var file = Path.of(directory, testClass.getRequiredTestClass().getSimpleName() + ".json");
        var ordered = results.stream()
                .sorted(Comparator.comparing(VerificationResult::contract)
                        .thenComparing(VerificationResult::description)
                        .thenComparing(VerificationResult::key))
                .toList();
        write(file, new Run(System.getProperty("build.id", "none"), ordered));
    }

    private static void write(Path file, Run run) {
        try {
            Files.createDirectories(file.getParent());
            new ObjectMapper().writeValue(file.toFile(), run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What one verification class found.
     *
     * @param build the id of the build it ran in
     */
    record Run(String build, List<VerificationResult> results) {}
}
