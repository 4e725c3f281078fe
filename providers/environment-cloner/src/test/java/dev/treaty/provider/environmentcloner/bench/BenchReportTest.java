package dev.treaty.provider.environmentcloner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchReportTest {

    private final BenchReport report = new BenchReport(
            List.of(new BenchRow(
                    "copy only", "120 rows/s", "pg_dump | psql: 100 rows/s", "at least 1 ×", "1.20 ×", "yes")),
            "1,000 rows",
            3,
            new Machine(2, "Z80", 1L << 30, 0.25),
            Instant.parse("2026-11-30T10:00:00Z"));

    @Test
    void a_readme_keeps_what_is_around_the_results() throws Exception {
        var text = "before\n" + BenchReport.BEGIN + "\nold\n" + BenchReport.END + "\nafter\n";

        var written = BenchReport.replaceResults(text, report.markdown());

        assertThat(written)
                .startsWith("before\n" + BenchReport.BEGIN)
                .endsWith(BenchReport.END + "\nafter\n")
                .contains("| copy only | 120 rows/s | pg_dump \\| psql: 100 rows/s | at least 1 × | 1.20 × | yes |")
                .contains("2026-11-30: 2 processors (Z80), 1 GiB of memory", "load average before the run: 0.25")
                .doesNotContain("old");
    }

    @Test
    void a_readme_without_a_place_for_them_says_where_it_belongs() {
        assertThatThrownBy(() -> BenchReport.replaceResults("", "new"))
                .hasMessageContaining("fix: add the two lines " + BenchReport.BEGIN);
    }

    @Test
    void this_readme_has_a_place_for_them() throws Exception {
        assertThat(BenchReport.replaceResults(Files.readString(Path.of("README.md")), "figures"))
                .contains("figures");
    }

    /** A round that was disturbed changes neither the median nor the ratio. */
    @Test
    void the_ratio_is_the_median_of_the_rounds_ratios() {
        assertThat(Rounds.medianRatio(List.of(10.0, 2.0, 12.0), List.of(5.0, 1.0, 1.0)))
                .isEqualTo(2);
        assertThat(Rounds.median(List.of(1.0, 100.0, 2.0, 3.0))).isEqualTo(2.5);
    }
}
