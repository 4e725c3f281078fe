package dev.treaty.provider.junit;

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

/** Runs a verification class like a build, with its own settings, and collects the results. */
final class VerificationUnderTest implements TestExecutionListener {

    /** Settings of the build that runs this test, which must not reach the verification under test. */
    private static final List<String> BUILD_SETTINGS = List.of(
            "pacts",
            "pact.broker.url",
            "pact.broker.selectors",
            "pact.url",
            "pact.verifier.publishResults",
            "pact.parallel",
            "pact.filter.consumers",
            "pact.filter.description",
            "pact.provider.version",
            "pact.provider.branch",
            "pact.verifier.buildUrl");

    /** The result of each interaction and, if it failed as a whole, of the class; by display name. */
    private final ConcurrentMap<String, TestExecutionResult> results = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<String> reported = new ConcurrentLinkedQueue<>();

    private VerificationUnderTest() {}

    /** @param settings as with {@code -D…}; {@code environment.<NAME>} for an environment variable */
    static VerificationUnderTest run(Class<?> verification, Path target, Map<String, String> settings) {
        var parameters = new HashMap<>(Map.of(
                "environment.CI", "false",
                "verification.results", target.toString(),
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));
        BUILD_SETTINGS.forEach(setting -> parameters.put(setting, ""));
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
        // On another thread: JUnit's parallel executor mistakes a thread of another such executor for one of its own.
        try {
            CompletableFuture.runAsync(
                            () -> LauncherFactory.create(config).execute(request),
                            task -> new Thread(task, "verification").start())
                    .get(5, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the verification did not finish", e);
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

    /** The names of the tests with a status, in alphabetical order. */
    List<String> withStatus(Status status) {
        return results.entrySet().stream()
                .filter(result -> result.getValue().getStatus() == status)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Why a test, or the whole class, failed or was aborted. */
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

    /** What the verification recorded for the report. */
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
