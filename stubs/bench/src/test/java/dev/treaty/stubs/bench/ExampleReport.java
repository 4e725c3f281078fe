package dev.treaty.stubs.bench;

import static dev.treaty.stubs.bench.LoadScenario.GET_10;
import static dev.treaty.stubs.bench.LoadScenario.GET_100;
import static dev.treaty.stubs.bench.LoadScenario.GET_10_000;
import static dev.treaty.stubs.bench.MeasuredServer.BARE;
import static dev.treaty.stubs.bench.MeasuredServer.PACT_STUB_SERVER;
import static dev.treaty.stubs.bench.MeasuredServer.TREATY;
import static dev.treaty.stubs.bench.MeasuredServer.WIREMOCK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run that nobody made. */
final class ExampleReport {

    static final BenchResults RESULTS = new BenchResults(
            Map.of(
                    new BenchSubject(TREATY, GET_10), throughput(30_000, 3.1, 0, null),
                    new BenchSubject(WIREMOCK, GET_10), throughput(6_000, 20, 0, null),
                    new BenchSubject(BARE, GET_10), throughput(40_000, 3.1, 0, null),
                    new BenchSubject(PACT_STUB_SERVER, GET_100), throughput(9.5, 3.1, 0, null),
                    new BenchSubject(TREATY, GET_10_000), throughput(29_000, 3.1, 7, "status 404")),
            Map.of(),
            Map.of(
                    new BenchSubject(TREATY, GET_10_000), 600L << 20,
                    new BenchSubject(WIREMOCK, GET_10_000), 1_000L << 20),
            Map.of(
                    new BenchSubject(WIREMOCK, GET_10_000), "did not start",
                    new BenchSubject(PACT_STUB_SERVER, GET_10), "not on the PATH"));

    static final BenchReport REPORT = new BenchReport(
            ResultRow.ALL,
            new BenchSettings(Path.of("stubs.jar"), List.of(), Duration.ofSeconds(10), Duration.ofSeconds(5), 5),
            RESULTS,
            new MachineInfo(2, "a processor", 24L << 30, "Linux", "17.0.15 (a vendor)", 0.25),
            Instant.parse("2026-11-21T12:00:00Z"),
            Duration.ofMinutes(9));

    private ExampleReport() {}

    private static Throughput throughput(double requestsPerSecond, double p99, long errors, @Nullable String first) {
        return new Throughput(requestsPerSecond, List.of(requestsPerSecond), p99 / 2, p99, p99 * 2, errors, first);
    }
}
