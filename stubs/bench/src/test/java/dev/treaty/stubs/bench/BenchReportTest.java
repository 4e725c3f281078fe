package dev.treaty.stubs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {

    @TempDir
    Path folder;

    @Test
    void the_table_says_where_and_how_it_was_measured() {
        assertThat(ExampleReport.REPORT.markdown()).endsWith("""
                2026-11-21: 2 processors (a processor), 24 GiB of memory, Linux, Java 17.0.15 (a vendor); \
                5 rounds of 5 s after 10 s of warm-up; load of the machine before: 0.25; the run took 9 min.
                """);
    }

    @Test
    void programs_get_every_figure() throws IOException {
        ExampleReport.REPORT.writeTo(folder);

        var json = new JsonMapper().readTree(folder.resolve("bench.json").toFile());
        assertThat(json.at("/rows/0/row").textValue()).isEqualTo("get-10");
        assertThat(json.at("/rows/0/goals/0/measured").doubleValue()).isEqualTo(5);
        assertThat(json.at("/rows/0/goals/0/reached").booleanValue()).isTrue();
        assertThat(json.at("/rows/1/goals/0/reached").isMissingNode()).isTrue();
        assertThat(json.at("/servers/0/server").textValue()).isEqualTo("treaty-stubs");
        assertThat(json.at("/servers/0/throughput/requestsPerSecond").doubleValue())
                .isEqualTo(30_000);
        assertThat(folder.resolve("bench.md")).content().startsWith("| what | treaty-stubs |");
        assertThat(folder.resolve("bench.svg")).content().startsWith("<svg ");
    }

    @Test
    void the_readme_takes_the_table_between_its_marks_as_often_as_one_likes() throws IOException {
        var readme = folder.resolve("README.md");
        Files.writeString(readme, "before\n%s\nold\n%s\nafter\n".formatted(BenchReport.BEGIN, BenchReport.END));

        ExampleReport.REPORT.publishIn(folder);
        var once = Files.readString(readme);
        ExampleReport.REPORT.publishIn(folder);

        assertThat(once)
                .startsWith("before\n" + BenchReport.BEGIN + "\n\n| what |")
                .contains(ExampleReport.REPORT.markdown())
                .endsWith("\n\n" + BenchReport.END + "\nafter\n")
                .doesNotContain("old");
        assertThat(readme).content().isEqualTo(once);
        assertThat(folder.resolve("requests.svg")).content().isEqualTo(Chart.of(ExampleReport.RESULTS));
    }

    @Test
    void the_readme_of_this_module_has_a_place_for_it() throws IOException {
        assertThat(BenchReport.between(Files.readString(Path.of("README.md")), "the results"))
                .contains("the results");
    }

    @Test
    void a_readme_without_a_place_is_left_alone() {
        assertThatThrownBy(() -> BenchReport.between("# Benchmark\n", "the results"))
                .hasMessage("""
                The README has no place for the results.
                  where: stubs/bench/README.md
                  fix:   put the two lines <!-- results: written by -Dbench.write --> and <!-- /results --> \
                where they shall stand""");
    }

    @Test
    void a_run_is_complete_unless_one_of_our_own_figures_is_missing() {
        assertThat(ExampleReport.REPORT.complete()).isTrue();

        var ours = new BenchSubject(MeasuredServer.TREATY, LoadScenario.PAYMENTS);
        var broken = new BenchResults(Map.of(), Map.of(), Map.of(), Map.of(ours, "did not start"));
        assertThat(new BenchReport(
                                ResultRow.ALL,
                                ExampleReport.REPORT.settings(),
                                broken,
                                ExampleReport.REPORT.machine(),
                                ExampleReport.REPORT.measuredAt(),
                                ExampleReport.REPORT.taken())
                        .complete())
                .isFalse();
    }
}
