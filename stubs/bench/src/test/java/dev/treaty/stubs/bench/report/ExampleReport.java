package dev.treaty.stubs.bench.report;

import static dev.treaty.stubs.bench.server.MeasuredServer.BARE;
import static dev.treaty.stubs.bench.server.MeasuredServer.BASELINE;
import static dev.treaty.stubs.bench.server.MeasuredServer.MOCK_SERVER;
import static dev.treaty.stubs.bench.server.MeasuredServer.PACT_STUB_SERVER;
import static dev.treaty.stubs.bench.server.MeasuredServer.TREATY;
import static dev.treaty.stubs.bench.server.MeasuredServer.TREATY_WITH_ARCHIVE;
import static dev.treaty.stubs.bench.server.MeasuredServer.WIREMOCK;
import static dev.treaty.stubs.bench.workload.LoadScenario.GET_10;
import static dev.treaty.stubs.bench.workload.LoadScenario.GET_100;
import static dev.treaty.stubs.bench.workload.LoadScenario.GET_10_000;

import dev.treaty.stubs.bench.measurement.BenchResults;
import dev.treaty.stubs.bench.measurement.ResultRows;
import dev.treaty.stubs.bench.measurement.RunLength;
import dev.treaty.stubs.bench.measurement.Throughput;
import dev.treaty.stubs.bench.measurement.WarmUpWindow;
import dev.treaty.stubs.bench.server.MeasuredServer;
import dev.treaty.stubs.bench.server.ServerInScenario;
import dev.treaty.stubs.bench.workload.LoadScenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run with made-up figures. */
final class ExampleReport {

    static final BenchResults RESULTS = BenchResults.throughputs(Map.of(
                    in(TREATY, GET_10), throughput(30_000, 3.1, 0, null),
                    in(BASELINE, GET_10), throughput(31_000, 3.1, 0, null),
                    in(WIREMOCK, GET_10), throughput(6_000, 20, 0, null),
                    in(MOCK_SERVER, GET_10), throughput(5_000, 25, 0, null),
                    in(BARE, GET_10), throughput(40_000, 3.1, 0, null),
                    in(PACT_STUB_SERVER, GET_100), throughput(9.5, 3.1, 0, null),
                    in(TREATY, GET_10_000), throughput(29_000, 3.1, 7, "status 404")))
            .and(BenchResults.warmUps(Map.of(
                    in(TREATY, GET_10),
                    warmUp(10_000, 20_000, 30_000),
                    in(WIREMOCK, GET_10),
                    warmUp(4_000, 5_000, 6_000))))
            .and(BenchResults.memory(Map.of(
                    in(TREATY, GET_10_000),
                    List.of(600.0 * (1 << 20)),
                    in(WIREMOCK, GET_10_000),
                    List.of(1_000.0 * (1 << 20)))))
            .and(BenchResults.missing(Map.of(
                    in(WIREMOCK, GET_10_000), "did not start",
                    in(MOCK_SERVER, GET_10_000), "no jar given",
                    in(TREATY_WITH_ARCHIVE, GET_10), "no archive given",
                    in(PACT_STUB_SERVER, GET_10), "not on the PATH")));

    static final BenchReport REPORT = new BenchReport(
            ResultRows.all(false),
            Optional.empty(),
            new RunLength(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(5), 5),
            RESULTS,
            new MachineInfo(2, "a processor", 24L << 30, "Linux", "17.0.15 (a vendor)", 0.25),
            Instant.parse("2026-11-21T12:00:00Z"),
            Duration.ofMinutes(9));

    private ExampleReport() {}

    static ServerInScenario in(MeasuredServer server, LoadScenario scenario) {
        return new ServerInScenario(server, scenario);
    }

    private static Map<WarmUpWindow, Throughput> warmUp(double first, double second, double third) {
        return Map.of(
                WarmUpWindow.SECONDS_0_TO_5, throughput(first, 9, 0, null),
                WarmUpWindow.SECONDS_5_TO_10, throughput(second, 9, 0, null),
                WarmUpWindow.SECONDS_10_TO_20, throughput(third, 9, 0, null));
    }

    private static Throughput throughput(double requestsPerSecond, double p99, long errors, @Nullable String first) {
        return new Throughput(requestsPerSecond, List.of(requestsPerSecond), p99 / 2, p99, p99 * 2, errors, first);
    }
}
