package dev.treaty.stubs.bench;

import static dev.treaty.stubs.bench.LoadScenario.GET_10;
import static dev.treaty.stubs.bench.LoadScenario.GET_100;
import static dev.treaty.stubs.bench.LoadScenario.GET_100_000;
import static dev.treaty.stubs.bench.LoadScenario.GET_10_000;
import static dev.treaty.stubs.bench.LoadScenario.PAYMENTS;
import static dev.treaty.stubs.bench.LoadScenario.THOUSAND_CONNECTIONS;
import static dev.treaty.stubs.bench.MeasuredServer.BARE;
import static dev.treaty.stubs.bench.MeasuredServer.PACT_STUB_SERVER;
import static dev.treaty.stubs.bench.MeasuredServer.TREATY;
import static dev.treaty.stubs.bench.MeasuredServer.WIREMOCK;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A line of the table: what is measured for it, and what is to be reached.
 *
 * @param key what the command line calls it
 * @param title what the table calls it, in two lines
 * @param scenario with what the servers are measured
 * @param servers which of them have a place in it
 * @param goals what is to be reached, beside what was
 */
record ResultRow(
        String key,
        String title,
        Kind kind,
        LoadScenario scenario,
        Set<MeasuredServer> servers,
        Function<BenchResults, List<PerformanceGoal>> goals) {

    /** The table. WireMock at 100,000 is left out: two minutes of processor time do not bring it up. */
    static final List<ResultRow> ALL = List.of(
            new ResultRow(
                    "get-10",
                    "GET, 32 connections,\n10 interactions",
                    Kind.LOAD,
                    GET_10,
                    Set.of(TREATY, WIREMOCK, BARE, PACT_STUB_SERVER),
                    results -> List.of(
                            PerformanceGoal.atLeast(
                                    4, "WireMock", results.rate(TREATY, GET_10), results.rate(WIREMOCK, GET_10)),
                            PerformanceGoal.atLeast(
                                    0.6, "the bare server", results.rate(TREATY, GET_10), results.rate(BARE, GET_10)))),
            new ResultRow(
                    "get-10000",
                    "GET, 32 connections,\n10,000 interactions",
                    Kind.LOAD,
                    GET_10_000,
                    Set.of(TREATY, WIREMOCK),
                    results -> List.of(
                            PerformanceGoal.atLeast(
                                    80,
                                    "WireMock",
                                    results.rate(TREATY, GET_10_000),
                                    results.rate(WIREMOCK, GET_10_000)),
                            PerformanceGoal.atLeast(
                                    0.9,
                                    "our own at 10",
                                    results.rate(TREATY, GET_10_000),
                                    results.rate(TREATY, GET_10)))),
            new ResultRow(
                    "get-100000",
                    "GET, 32 connections,\n100,000 interactions",
                    Kind.LOAD,
                    GET_100_000,
                    Set.of(TREATY),
                    results -> List.of(PerformanceGoal.atLeast(
                            0.8, "our own at 10", results.rate(TREATY, GET_100_000), results.rate(TREATY, GET_10)))),
            new ResultRow(
                    "connections",
                    "GET, 1,000 connections,\n1,000 interactions",
                    Kind.LOAD,
                    THOUSAND_CONNECTIONS,
                    Set.of(TREATY, WIREMOCK, BARE),
                    results -> List.of(
                            PerformanceGoal.atMost(
                                    200,
                                    "p99 at most 200 ms",
                                    " ms",
                                    results.load(TREATY, THOUSAND_CONNECTIONS, Throughput::p99Millis)),
                            PerformanceGoal.atMost(
                                    0, "no error", "", results.load(TREATY, THOUSAND_CONNECTIONS, Throughput::errors)),
                            PerformanceGoal.atLeast(
                                    0.6,
                                    "the bare server",
                                    results.rate(TREATY, THOUSAND_CONNECTIONS),
                                    results.rate(BARE, THOUSAND_CONNECTIONS)))),
            new ResultRow(
                    "form",
                    "form POST, 20 fields, 3 matchers,\n1,000 interactions on the same path",
                    Kind.LOAD,
                    PAYMENTS,
                    Set.of(TREATY, WIREMOCK),
                    results -> List.of(PerformanceGoal.atLeast(
                            5, "WireMock", results.rate(TREATY, PAYMENTS), results.rate(WIREMOCK, PAYMENTS)))),
            new ResultRow(
                    "start-10",
                    "start to first answer,\n10 interactions",
                    Kind.START,
                    GET_10,
                    Set.of(TREATY, WIREMOCK, PACT_STUB_SERVER),
                    results -> List.of(PerformanceGoal.atMost(
                            1.5, "WireMock's", results.start(TREATY, GET_10), results.start(WIREMOCK, GET_10)))),
            new ResultRow(
                    "start-10000",
                    "start to first answer,\n10,000 interactions",
                    Kind.START,
                    GET_10_000,
                    Set.of(TREATY, WIREMOCK),
                    results -> List.of(PerformanceGoal.atMost(
                            1, "WireMock's", results.start(TREATY, GET_10_000), results.start(WIREMOCK, GET_10_000)))),
            new ResultRow(
                    "memory",
                    "memory (RSS) after the load,\n10,000 interactions",
                    Kind.MEMORY,
                    GET_10_000,
                    Set.of(TREATY, WIREMOCK),
                    results -> List.of(PerformanceGoal.atMost(
                            0.5,
                            "WireMock's",
                            results.memory(TREATY, GET_10_000),
                            results.memory(WIREMOCK, GET_10_000)))));

    /** What is measured. */
    enum Kind {
        LOAD,
        START,
        /** Looked at after the load, which it therefore needs. */
        MEMORY
    }

    /** What is to be reached, beside what was. */
    List<PerformanceGoal> goals(BenchResults results) {
        return goals.apply(results);
    }

    /** What stands in the table; empty if the server has no place in this row. */
    List<BenchSubject> figures(MeasuredServer server) {
        if (!servers.contains(server)) {
            return List.of();
        }
        return server == PACT_STUB_SERVER && kind == Kind.LOAD
                ? List.of(new BenchSubject(server, scenario), new BenchSubject(server, GET_100))
                : List.of(new BenchSubject(server, scenario));
    }

    /** What must be measured: what stands in the table, and what that is compared with. */
    Set<BenchSubject> subjects() {
        var subjects = new LinkedHashSet<BenchSubject>();
        if (kind == Kind.LOAD && scenario.isInChart()) {
            subjects.add(new BenchSubject(TREATY, GET_10));
        }
        for (var server : MeasuredServer.values()) {
            subjects.addAll(figures(server));
        }
        return subjects;
    }
}
