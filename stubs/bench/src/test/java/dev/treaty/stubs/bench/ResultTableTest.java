package dev.treaty.stubs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void figures_stand_beside_what_is_to_be_reached() {
        var table = ResultTable.of(rows("get-10", "memory"), ExampleReport.RESULTS);

        assertThat(table.asText()).isEqualTo("""
                what                          treaty-stubs  WireMock 3.13.2  bare Jetty 11  pact-stub-server  to reach                        here    reached
                ----------------------------  ------------  ---------------  -------------  ----------------  ------------------------------  ------  -------
                GET, 32 connections,          30,000/s      6,000/s          40,000/s       not on the PATH   at least 4 × WireMock           5.00 ×  yes
                10 interactions               p99 3.10 ms   p99 20.0 ms      p99 3.10 ms    at 100: 9.50/s    at least 0.6 × the bare server  0.75 ×  yes
                                                                                            p99 3.10 ms
                memory (RSS) after the load,  600 MiB       1,000 MiB        –              –                 at most 0.5 × WireMock's        0.60 ×  no
                10,000 interactions
                """);
    }

    @Test
    void what_was_not_measured_is_no_failure_and_no_success() {
        var table = ResultTable.of(rows("get-10000", "start-10"), ExampleReport.RESULTS);

        assertThat(table.rows().get(0))
                .containsExactly(
                        "GET, 32 connections,\n10,000 interactions",
                        "29,000/s\np99 3.10 ms\n7 errors, the first: status 404",
                        "did not start",
                        "–",
                        "–",
                        "at least 80 × WireMock\nat least 0.9 × our own at 10",
                        "–\n0.97 ×",
                        "–\nyes");
        assertThat(table.rows().get(1))
                .containsExactly(
                        "start to first answer,\n10 interactions",
                        "not measured",
                        "not measured",
                        "–",
                        "not on the PATH",
                        "at most 1.5 × WireMock's",
                        "–",
                        "–");
    }

    @Test
    void a_peer_that_is_not_there_is_told_once() {
        var why = "not on the PATH";
        var nobody = new BenchResults(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(
                        new BenchSubject(MeasuredServer.PACT_STUB_SERVER, LoadScenario.GET_10), why,
                        new BenchSubject(MeasuredServer.PACT_STUB_SERVER, LoadScenario.GET_100), why));

        assertThat(ResultTable.of(rows("get-10"), nobody).rows().get(0).get(4)).isEqualTo(why);
    }

    @Test
    void markdown_keeps_lines_of_a_cell_together() {
        var table = new TextTable(List.of("what", "here"), List.of(List.of("a\nb", "c|d")));

        assertThat(table.asMarkdown()).isEqualTo("""
                | what | here |
                | --- | --- |
                | a<br>b | c\\|d |
                """);
    }

    private static List<ResultRow> rows(String... keys) {
        var wanted = List.of(keys);
        return ResultRow.ALL.stream().filter(row -> wanted.contains(row.key())).toList();
    }
}
