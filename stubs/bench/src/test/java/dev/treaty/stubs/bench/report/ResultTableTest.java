package dev.treaty.stubs.bench.report;

import static dev.treaty.stubs.bench.report.ExampleReport.RESULTS;
import static dev.treaty.stubs.bench.report.ExampleReport.in;
import static dev.treaty.stubs.bench.server.MeasuredServer.PACT_STUB_SERVER;
import static dev.treaty.stubs.bench.workload.LoadScenario.GET_10;
import static dev.treaty.stubs.bench.workload.LoadScenario.GET_100;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.bench.measurement.BenchResults;
import dev.treaty.stubs.bench.measurement.ResultRow;
import dev.treaty.stubs.bench.measurement.ResultRows;
import dev.treaty.stubs.bench.text.TextTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void figures_stand_beside_goals() {
        var table = ResultTable.of(rows(false, "get-10", "memory"), RESULTS, Optional.empty());

        assertThat(table.asText()).isEqualTo("""
                what                                      treaty-stubs  WireMock 3.13.2  MockServer   bare Jetty 11  pact-stub-server  goal                            measured  reached
                ----------------------------------------  ------------  ---------------  -----------  -------------  ----------------  ------------------------------  --------  -------
                GET, 32 connections,                      30,000/s      6,000/s          5,000/s      40,000/s       not on the PATH   at least 4 × WireMock           5.00 ×    yes
                10 interactions                           p99 3.10 ms   p99 20.0 ms      p99 25.0 ms  p99 3.10 ms    at 100: 9.50/s    at least 5 × MockServer         6.00 ×    yes
                                                                                                                     p99 3.10 ms       at least 0.6 × the bare server  0.75 ×    yes
                memory (RSS) after a load with a heap of  600 MiB       1,000 MiB        –            –              –                 at most 0.5 × WireMock's        0.60 ×    no
                256 MiB, 10,000 interactions
                """);
    }

    @Test
    void a_baseline_has_a_column_and_a_goal() {
        var table = ResultTable.of(rows(true, "get-10"), RESULTS, Optional.of("treaty-stubs a540808"));

        assertThat(table.header()).startsWith("what", "treaty-stubs", "treaty-stubs a540808", "WireMock 3.13.2");
        assertThat(table.rows().get(0))
                .contains(
                        "31,000/s\np99 3.10 ms",
                        "at least 4 × WireMock\nat least 5 × MockServer\nat least 0.6 × the bare server\n"
                                + "at least 0.95 × the baseline",
                        "5.00 ×\n6.00 ×\n0.75 ×\n0.97 ×",
                        "yes\nyes\nyes\nyes");
    }

    @Test
    void the_first_seconds_have_a_figure_for_each_window() {
        var table = ResultTable.of(rows(false, "first-seconds"), RESULTS, Optional.empty());

        assertThat(table.rows().get(0))
                .containsExactly(
                        "GET, 32 connections, 10 interactions,\nfirst seconds after the start",
                        "0–5 s: 10,000/s\n5–10 s: 20,000/s\n10–20 s: 30,000/s",
                        "0–5 s: 4,000/s\n5–10 s: 5,000/s\n10–20 s: 6,000/s",
                        "–",
                        "–",
                        "–",
                        "at least 2 × WireMock, 0–5 s\nat least 2 × WireMock, 5–10 s\nat least 2 × WireMock, 10–20 s",
                        "2.50 ×\n4.00 ×\n5.00 ×",
                        "yes\nyes\nyes");
    }

    @Test
    void what_was_not_measured_neither_reaches_nor_misses_its_goal() {
        var table = ResultTable.of(rows(false, "get-10000", "start-10", "start-archive"), RESULTS, Optional.empty());

        assertThat(table.rows().get(0))
                .containsExactly(
                        "GET, 32 connections,\n10,000 interactions",
                        "29,000/s\np99 3.10 ms\n7 errors, the first: status 404",
                        "did not start",
                        "no jar given",
                        "–",
                        "–",
                        "at least 80 × WireMock\nat least 50 × MockServer\nat least 0.9 × our own at 10",
                        "–\n–\n0.97 ×",
                        "–\n–\nyes");
        assertThat(table.rows().get(1))
                .containsExactly(
                        "start to first response,\n10 interactions",
                        "not measured",
                        "not measured",
                        "–",
                        "–",
                        "not on the PATH",
                        "at most 1.5 × WireMock's",
                        "–",
                        "–");
        assertThat(table.rows().get(2)).contains("no archive given", "at most 0.8 × without it");
    }

    @Test
    void a_missing_peer_is_mentioned_once() {
        var why = "not on the PATH";
        var results =
                BenchResults.missing(Map.of(in(PACT_STUB_SERVER, GET_10), why, in(PACT_STUB_SERVER, GET_100), why));

        var table = ResultTable.of(rows(false, "get-10"), results, Optional.empty());

        assertThat(table.rows().get(0).get(5)).isEqualTo(why);
    }

    @Test
    void markdown_keeps_the_lines_of_a_cell_together() {
        var table = new TextTable(List.of("what", "measured"), List.of(List.of("a\nb", "c|d")));

        assertThat(table.asMarkdown()).isEqualTo("""
                | what | measured |
                | --- | --- |
                | a<br>b | c\\|d |
                """);
    }

    private static List<ResultRow> rows(boolean baseline, String... keys) {
        var wanted = List.of(keys);
        return ResultRows.all(baseline).stream()
                .filter(row -> wanted.contains(row.key()))
                .toList();
    }
}
