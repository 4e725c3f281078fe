package dev.treaty.stubs.bench.measurement;

import static dev.treaty.stubs.bench.server.MeasuredServer.BARE;
import static dev.treaty.stubs.bench.server.MeasuredServer.BASELINE;
import static dev.treaty.stubs.bench.server.MeasuredServer.MOCK_SERVER;
import static dev.treaty.stubs.bench.server.MeasuredServer.PACT_STUB_SERVER;
import static dev.treaty.stubs.bench.server.MeasuredServer.TREATY;
import static dev.treaty.stubs.bench.server.MeasuredServer.TREATY_WITH_ARCHIVE;
import static dev.treaty.stubs.bench.server.MeasuredServer.TREATY_WITH_STATE;
import static dev.treaty.stubs.bench.server.MeasuredServer.WIREMOCK;
import static dev.treaty.stubs.bench.workload.LoadScenario.CREATE_AND_RETRIEVE;
import static dev.treaty.stubs.bench.workload.LoadScenario.GET_10;
import static dev.treaty.stubs.bench.workload.LoadScenario.GET_100_000;
import static dev.treaty.stubs.bench.workload.LoadScenario.GET_10_000;
import static dev.treaty.stubs.bench.workload.LoadScenario.PAYMENTS;
import static dev.treaty.stubs.bench.workload.LoadScenario.THOUSAND_CONNECTIONS;

import dev.treaty.stubs.bench.server.MeasuredServer;
import dev.treaty.stubs.bench.server.ServerInScenario;
import dev.treaty.stubs.bench.workload.LoadScenario;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The rows of the table, and the goals in them. */
public final class ResultRows {

    /** How much worse than the baseline a figure may be: five per cent. */
    private static final double AT_LEAST_OF_BASELINE = 0.95;

    private static final double AT_MOST_OF_BASELINE = 1.05;
    private static final Set<ServerInScenario> OURS_AT_10 = Set.of(new ServerInScenario(TREATY, GET_10));

    private ResultRows() {}

    /**
     * All of them, in the order of the table.
     *
     * @param baseline whether another build of the stub server is compared
     */
    public static List<ResultRow> all(boolean baseline) {
        var rows = new ArrayList<ResultRow>();
        rows.addAll(throughput());
        rows.addAll(creation());
        rows.addAll(startup());
        rows.add(warmUp());
        rows.add(memory());
        return baseline ? rows.stream().map(ResultRows::withBaseline).toList() : List.copyOf(rows);
    }

    /** WireMock is left out at 100,000: it does not start within two minutes of processor time. */
    private static List<ResultRow> throughput() {
        return List.of(
                new ResultRow(
                        "get-10",
                        "GET, 32 connections,\n10 interactions",
                        ResultRow.Kind.THROUGHPUT,
                        GET_10,
                        Set.of(TREATY, WIREMOCK, MOCK_SERVER, BARE, PACT_STUB_SERVER),
                        Set.of(),
                        List.of(
                                rate(4, GET_10, WIREMOCK, "WireMock"),
                                rate(5, GET_10, MOCK_SERVER, "MockServer"),
                                rate(0.6, GET_10, BARE, "the bare server"))),
                new ResultRow(
                        "get-10000",
                        "GET, 32 connections,\n10,000 interactions",
                        ResultRow.Kind.THROUGHPUT,
                        GET_10_000,
                        Set.of(TREATY, WIREMOCK, MOCK_SERVER),
                        OURS_AT_10,
                        List.of(
                                rate(80, GET_10_000, WIREMOCK, "WireMock"),
                                rate(50, GET_10_000, MOCK_SERVER, "MockServer"),
                                rateOfOurOwnAt10(0.9, GET_10_000))),
                new ResultRow(
                        "get-100000",
                        "GET, 32 connections,\n100,000 interactions",
                        ResultRow.Kind.THROUGHPUT,
                        GET_100_000,
                        Set.of(TREATY),
                        OURS_AT_10,
                        List.of(rateOfOurOwnAt10(0.8, GET_100_000))),
                new ResultRow(
                        "connections",
                        "GET, 1,000 connections,\n1,000 interactions",
                        ResultRow.Kind.THROUGHPUT,
                        THOUSAND_CONNECTIONS,
                        Set.of(TREATY, WIREMOCK, BARE),
                        Set.of(),
                        List.of(
                                results -> PerformanceGoal.atMost(
                                        200,
                                        "p99 at most 200 ms",
                                        " ms",
                                        results.figure(TREATY, THOUSAND_CONNECTIONS, Throughput::p99Millis)),
                                results -> PerformanceGoal.atMost(
                                        0,
                                        "no error",
                                        "",
                                        results.figure(TREATY, THOUSAND_CONNECTIONS, Throughput::errors)),
                                rate(0.6, THOUSAND_CONNECTIONS, BARE, "the bare server"))),
                new ResultRow(
                        "form",
                        "form POST, 20 fields, 3 matchers,\n1,000 interactions on the same path",
                        ResultRow.Kind.THROUGHPUT,
                        PAYMENTS,
                        Set.of(TREATY, WIREMOCK),
                        Set.of(),
                        List.of(rate(5, PAYMENTS, WIREMOCK, "WireMock"))));
    }

    private static List<ResultRow> creation() {
        return List.of(
                new ResultRow(
                        "create",
                        "POST and GET in turns, 32 connections,\nfrom two interactions",
                        ResultRow.Kind.THROUGHPUT,
                        CREATE_AND_RETRIEVE,
                        Set.of(TREATY),
                        Set.of(),
                        List.of()),
                new ResultRow(
                        "create-with-state",
                        "POST that creates a customer, and GET of that,\n32 connections, from state",
                        ResultRow.Kind.THROUGHPUT,
                        CREATE_AND_RETRIEVE,
                        Set.of(TREATY_WITH_STATE),
                        Set.of(new ServerInScenario(TREATY, CREATE_AND_RETRIEVE)),
                        List.of(results -> PerformanceGoal.atLeast(
                                0.5,
                                "from interactions",
                                results.rates(TREATY_WITH_STATE, CREATE_AND_RETRIEVE),
                                results.rates(TREATY, CREATE_AND_RETRIEVE)))));
    }

    private static List<ResultRow> startup() {
        return List.of(
                new ResultRow(
                        "start-10",
                        "start to first response,\n10 interactions",
                        ResultRow.Kind.STARTUP,
                        GET_10,
                        Set.of(TREATY, WIREMOCK, PACT_STUB_SERVER),
                        Set.of(),
                        List.of(start(1.5, TREATY, GET_10, WIREMOCK, "WireMock's"))),
                new ResultRow(
                        "start-archive",
                        "start to first response with class-data\narchive, 10 interactions",
                        ResultRow.Kind.STARTUP,
                        GET_10,
                        Set.of(TREATY_WITH_ARCHIVE),
                        OURS_AT_10,
                        List.of(start(0.8, TREATY_WITH_ARCHIVE, GET_10, TREATY, "without it"))),
                new ResultRow(
                        "start-10000",
                        "start to first response,\n10,000 interactions",
                        ResultRow.Kind.STARTUP,
                        GET_10_000,
                        Set.of(TREATY, WIREMOCK),
                        Set.of(),
                        List.of(start(1, TREATY, GET_10_000, WIREMOCK, "WireMock's"))));
    }

    private static ResultRow warmUp() {
        return new ResultRow(
                "first-seconds",
                "GET, 32 connections, 10 interactions,\nfirst seconds after the start",
                ResultRow.Kind.WARM_UP,
                GET_10,
                Set.of(TREATY, WIREMOCK),
                Set.of(),
                warmUpRates(2, TREATY, WIREMOCK, "WireMock"));
    }

    private static ResultRow memory() {
        return new ResultRow(
                "memory",
                "memory (RSS) after a load with a heap of\n%d MiB, 10,000 interactions"
                        .formatted(MemoryRun.HEAP_MEBIBYTES),
                ResultRow.Kind.MEMORY,
                GET_10_000,
                Set.of(TREATY, WIREMOCK),
                Set.of(),
                List.of(memory(0.5, GET_10_000, WIREMOCK, "WireMock's")));
    }

    private static ResultRow withBaseline(ResultRow row) {
        return row.ours() == TREATY_WITH_STATE ? withBaselineWithoutState(row) : withBaselineOfSameKind(row);
    }

    /** A build from before there was state answers from interactions only. */
    private static ResultRow withBaselineWithoutState(ResultRow row) {
        var goals = new ArrayList<>(row.goals());
        goals.add(results -> PerformanceGoal.atLeast(
                0.5,
                "the baseline's from interactions",
                results.rates(TREATY_WITH_STATE, row.scenario()),
                results.rates(BASELINE, row.scenario())));
        var comparedWith = new HashSet<>(row.comparedWith());
        comparedWith.add(new ServerInScenario(BASELINE, row.scenario()));
        return new ResultRow(row.key(), row.title(), row.kind(), row.scenario(), row.servers(), comparedWith, goals);
    }

    private static ResultRow withBaselineOfSameKind(ResultRow row) {
        var servers = EnumSet.of(BASELINE);
        servers.addAll(row.servers());
        var goals = new ArrayList<>(row.goals());
        var scenario = row.scenario();
        switch (row.kind()) {
            case THROUGHPUT -> goals.add(rate(AT_LEAST_OF_BASELINE, scenario, BASELINE, "the baseline"));
            case STARTUP -> goals.add(start(AT_MOST_OF_BASELINE, row.ours(), scenario, BASELINE, "the baseline's"));
            case WARM_UP -> goals.addAll(warmUpRates(AT_LEAST_OF_BASELINE, TREATY, BASELINE, "the baseline"));
            case MEMORY -> goals.add(memory(AT_MOST_OF_BASELINE, scenario, BASELINE, "the baseline's"));
        }
        return new ResultRow(row.key(), row.title(), row.kind(), scenario, servers, row.comparedWith(), goals);
    }

    private static Function<BenchResults, PerformanceGoal> rate(
            double atLeast, LoadScenario scenario, MeasuredServer peer, String name) {
        return results ->
                PerformanceGoal.atLeast(atLeast, name, results.rates(TREATY, scenario), results.rates(peer, scenario));
    }

    private static Function<BenchResults, PerformanceGoal> rateOfOurOwnAt10(double atLeast, LoadScenario scenario) {
        return results -> PerformanceGoal.atLeast(
                atLeast, "our own at 10", results.rates(TREATY, scenario), results.rates(TREATY, GET_10));
    }

    private static Function<BenchResults, PerformanceGoal> start(
            double atMost, MeasuredServer ours, LoadScenario scenario, MeasuredServer peer, String name) {
        return results ->
                PerformanceGoal.atMost(atMost, name, results.starts(ours, scenario), results.starts(peer, scenario));
    }

    private static Function<BenchResults, PerformanceGoal> memory(
            double atMost, LoadScenario scenario, MeasuredServer peer, String name) {
        return results ->
                PerformanceGoal.atMost(atMost, name, results.memory(TREATY, scenario), results.memory(peer, scenario));
    }

    private static List<Function<BenchResults, PerformanceGoal>> warmUpRates(
            double atLeast, MeasuredServer ours, MeasuredServer peer, String name) {
        return List.of(WarmUpWindow.values()).stream()
                .<Function<BenchResults, PerformanceGoal>>map(window -> results -> PerformanceGoal.atLeast(
                        atLeast,
                        "%s, %s".formatted(name, window),
                        results.warmUpRates(ours, GET_10, window),
                        results.warmUpRates(peer, GET_10, window)))
                .toList();
    }
}
