package dev.treaty.stubs.bench.report;

import static dev.treaty.stubs.bench.report.ExampleReport.REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {

    @TempDir
    Path folder;

    @Test
    void the_table_says_where_and_how_it_was_measured() {
        assertThat(REPORT.markdown()).endsWith("""
                2026-11-21: 2 processors (a processor), 24 GiB of memory, Linux, Java 17.0.15 (a vendor); \
                5 rounds of 5 s after 10 to 60 s of warm-up; load average before the run: 0.25; the run took 9 min.
                """);
    }

    @Test
    void programs_get_every_figure() throws IOException {
        REPORT.writeTo(folder);

        var json = new JsonMapper().readTree(folder.resolve("bench.json").toFile());
        assertThat(json.at("/goals/get-10/at least 4 × WireMock").doubleValue()).isEqualTo(5);
        assertThat(json.at("/goals/get-10000").has("at least 80 × WireMock")).isFalse();
        assertThat(json.at("/results/throughputs/treaty-stubs, get-10/requestsPerSecond")
                        .doubleValue())
                .isEqualTo(30_000);
        assertThat(json.at("/results/warmUps/treaty-stubs, get-10/SECONDS_0_TO_5/requestsPerSecond")
                        .doubleValue())
                .isEqualTo(10_000);
        assertThat(json.at("/results/missing/pact-stub-server, get-10").textValue())
                .isEqualTo("not on the PATH");
        assertThat(folder.resolve("bench.md")).content().startsWith("| what | treaty-stubs |");
    }

    @Test
    void the_readme_takes_the_table_between_its_marks_any_number_of_times() throws IOException {
        var readme = folder.resolve("README.md");
        Files.writeString(readme, "before\n%s\nold\n%s\nafter\n".formatted(BenchReport.BEGIN, BenchReport.END));

        REPORT.publishIn(folder);
        var once = Files.readString(readme);
        REPORT.publishIn(folder);

        assertThat(once)
                .startsWith("before\n" + BenchReport.BEGIN + "\n\n| what |")
                .contains(REPORT.markdown())
                .endsWith("\n\n" + BenchReport.END + "\nafter\n")
                .doesNotContain("old");
        assertThat(readme).content().isEqualTo(once);
    }

    @Test
    void the_readme_of_this_module_has_a_place_for_the_table() throws IOException {
        assertThat(BenchReport.replaceResults(Files.readString(Path.of("README.md")), "the results"))
                .contains("the results");
    }

    @Test
    void a_readme_without_a_place_is_left_alone() {
        assertThatThrownBy(() -> BenchReport.replaceResults("# Benchmark\n", "the results"))
                .hasMessage("""
                        The README has no place for the results.
                          where: stubs/bench/README.md
                          fix:   add the two lines <!-- results: written by -Dbench.write --> and <!-- /results --> \
                        where the results belong""");
    }
}
