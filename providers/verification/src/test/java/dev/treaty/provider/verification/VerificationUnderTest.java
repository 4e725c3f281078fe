package dev.treaty.provider.verification;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a verification class as a build would, with settings of its own, and tells what came of it. */
final class VerificationUnderTest implements TestExecutionListener {

    /** VerificationSettings of the build that this test is a part of, which are not for the verification under test. */
    private static final List<String> OF_THE_BUILD = List.of(
            "pacts",
            "pact.broker.url",
            "pact.filter.consumers",
            "pact.filter.description",
            "pact.provider.version",
            "pact.provider.branch",
            "pact.verifier.buildUrl");

    /** What came of each interaction and, if it failed as a whole, of the class; by display name. */
    private final ConcurrentMap<String, TestExecutionResult> results = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<String> reported = new ConcurrentLinkedQueue<>();

    private VerificationUnderTest() {}

    /** @param settings as {@code -D…} gives them; {@code environment.<NAME>} for a variable */
    static VerificationUnderTest run(Class<?> verification, Path target, Map<String, String> settings) {
        var parameters = new HashMap<>(Map.of(
                "environment.CI", "false",
                "verification.results", target.toString(),
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));
        OF_THE_BUILD.forEach(setting -> parameters.put(setting, ""));
        parameters.putAll(settings);
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(verification))
                .configurationParameters(parameters)
                .configurationParameter(LauncherConstants.CAPTURE_STDOUT_PROPERTY_NAME, "false")
                .build();
        var run = new VerificationUnderTest();
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(run)
                .build();
        // On a thread of its own: JUnit's parallel executor takes a thread of another executor of its kind for one of
        // its own.
        try {
            CompletableFuture.runAsync(
                            () -> LauncherFactory.create(config).execute(request),
                            task -> new Thread(task, "verification").start())
                    .get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the verification did not end", e);
        }
        return run;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
            results.put(test.getDisplayName(), result);
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        reported.addAll(entry.getKeyValuePairs().values());
    }

    /** Names of what came out so, in the alphabet's order. */
    List<String> ended(Status status) {
        return results.entrySet().stream()
                .filter(result -> result.getValue().getStatus() == status)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Why a test or the class failed or was aborted. */
    Throwable why(String name) {
        var result = results.get(name);
        if (result == null) {
            throw new AssertionError("there is no \"%s\" among %s".formatted(name, results));
        }
        return result.getThrowable().orElseThrow(() -> new AssertionError(name + " did not fail"));
    }

    List<String> reported() {
        return List.copyOf(reported);
    }

    /** What the verification left for the report. */
    static JsonNode written(Path target, Class<?> verification) {
        try {
            return new ObjectMapper()
                    .readTree(target.resolve(verification.getSimpleName() + ".json")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
