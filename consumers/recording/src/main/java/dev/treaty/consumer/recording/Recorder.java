package dev.treaty.consumer.recording;

import static java.util.Objects.requireNonNull;

import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderInfo;
import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.PactSpecVersion;
import dev.treaty.pacts.errors.ErrorMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kotlin.Pair;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps what each passed test recorded in a separate file, {@code <consumer>-<provider>/<TestClass>.<pactMethod>.json}
 * under the {@linkplain RecordingDirectory recording directory}.
 *
 * <p>pact-jvm writes one file for all tests, in which an interaction silently replaces another of the same description and
 * states, and in which interactions survive the removal of their test. One file per {@code @Pact} method loses nothing,
 * shows which test declared what, and needs no lock when tests run in parallel.
 */
final class Recorder implements BeforeEachCallback, AfterTestExecutionCallback {

    /** Fails before pact-jvm does, whose message says less about what is missing. */
    @Override
    public void beforeEach(ExtensionContext test) {
        pactMethod(test);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            return;
        }
        var directory = RecordingDirectory.of(test.getConfigurationParameter(RecordingDirectory.PARAMETER));
        var name = test.getRequiredTestClass().getSimpleName() + "." + pactMethod(test) + ".json";
        for (var pact : recordedPacts(test)) {
            write(pact, directory.resolve(contract(pact)).resolve(name));
        }
    }

    private static String pactMethod(ExtensionContext test) {
        var annotation = test.getRequiredTestMethod().getAnnotation(PactTestFor.class);
        if (annotation == null || annotation.pactMethod().isEmpty()) {
            throw new IllegalStateException(new ErrorMessage(
                            "A recording test does not name the interaction that it records.",
                            "%s.%s"
                                    .formatted(
                                            test.getRequiredTestClass().getSimpleName(),
                                            test.getRequiredTestMethod().getName()),
                            "annotate it with @PactTestFor(pactMethod = \"…\")")
                    .toString());
        }
        return annotation.pactMethod();
    }

    private static List<BasePact> recordedPacts(ExtensionContext test) {
        var store = test.getStore(PactConsumerTestExt.Companion.getNAMESPACE());
        @SuppressWarnings("unchecked") // set by PactConsumerTestExt
        var providers = (List<Pair<ProviderInfo, List<String>>>) requireNonNull(store.get("providers"));
        return providers.stream()
                .map(provider -> "pact:" + provider.getFirst().getProviderName())
                .map(key -> (BasePact) requireNonNull(store.get(key)))
                .toList();
    }

    private static String contract(BasePact pact) {
        return pact.getConsumer().getName() + "-" + pact.getProvider().getName();
    }

    private static void write(BasePact pact, Path file) {
        var json = new StringWriter();
        DefaultPactWriter.INSTANCE.writePact(pact, new PrintWriter(json), PactSpecVersion.V4);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
