package dev.treaty.provider.authservice;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the verification as {@code mvn verify -Dauth-service.url=…} does, and returns the outcome. */
final class VerificationByUrl implements TestExecutionListener {

    /** Settings of the surrounding build that the verification under test must not see. */
    private static final List<String> OF_THE_BUILD = List.of(
            "auth-service.state-change-url",
            "pacts",
            "pact.broker.url",
            "pact.filter.consumers",
            "pact.filter.description");

    private final ConcurrentMap<String, TestExecutionResult> results = new ConcurrentHashMap<>();

    private VerificationByUrl() {}

    /**
     * The outcome of the verification.
     *
     * @param held the number of interactions that hold
     * @param broken why the others do not hold, by display name
     */
    record Outcome(long held, Map<String, String> broken) {}

    /** @param results where the verification writes its results; not where the build's own report looks */
    static Outcome of(URI service, Path results) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(AuthServiceVerificationTest.class))
                .configurationParameter("auth-service.url", service.toString())
                .configurationParameter("auth-service.messages-url", service + "/messages")
                .configurationParameter("verification.results", results.toString())
                .configurationParameter("environment.CI", "false")
                .configurationParameters(notOfTheBuild())
                .build();
        var run = new VerificationByUrl();
        var launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(run)
                .build());
        launcher.execute(request);
        return run.outcome();
    }

    /** A blank value counts as not set. */
    private static Map<String, String> notOfTheBuild() {
        return OF_THE_BUILD.stream().collect(Collectors.toMap(setting -> setting, setting -> ""));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getStatus() == Status.FAILED) {
            results.put(test.getDisplayName(), result);
        }
    }

    private Outcome outcome() {
        var broken = new ConcurrentHashMap<String, String>();
        results.forEach((name, result) -> {
            if (result.getStatus() == Status.FAILED) {
                broken.put(
                        name, result.getThrowable().map(Throwable::getMessage).orElse("failed without a reason"));
            }
        });
        var held = results.values().stream()
                .filter(result -> result.getStatus() == Status.SUCCESSFUL)
                .count();
        return new Outcome(held, Map.copyOf(broken));
    }
}
