package dev.treaty.provider.junit.benchmark;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one verification class in this JVM, with JUnit configured as in the build, for the {@link VerificationBenchmark}. */
final class VerificationLauncher {

    private VerificationLauncher() {}

    // Arguments: the class, and how many interactions must be verified.
    public static void main(String[] arguments) throws ClassNotFoundException {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Class.forName(arguments[0])))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        System.getProperty("benchmark.threads", "4"))
                .build();
        var summary = new SummaryGeneratingListener();

        LauncherFactory.create().execute(request, summary);

        if (summary.getSummary().getTestsSucceededCount() != Long.parseLong(arguments[1])) {
            summary.getSummary().printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8), 5);
            throw new IllegalStateException(
                    summary.getSummary().getTestsSucceededCount() + " interactions verified of " + arguments[1]);
        }
    }
}
