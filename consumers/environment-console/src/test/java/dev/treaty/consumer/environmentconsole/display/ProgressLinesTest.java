package dev.treaty.consumer.environmentconsole.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.environmentconsole.clones.Phase;
import dev.treaty.consumer.environmentconsole.clones.Progress;
import dev.treaty.consumer.recording.Examples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final StringWriter log = new StringWriter();
    private Duration now = Duration.ZERO;
    private final ProgressLines lines = new ProgressLines(new PrintWriter(log), Examples.CLOCK, () -> now);

    @Test
    void each_phase_and_each_tenth_is_a_line() {
        lines.show(ExampleClones.queued());
        lines.show(ExampleClones.copying(10, 110_000, 1));
        lines.show(ExampleClones.copying(11, 120_000, 1));
        now = Duration.ofSeconds(10);
        lines.show(ExampleClones.copying(48, 520_000, 4));
        lines.show(ExampleClones.copying(49, 530_000, 4));
        lines.show(ExampleClones.running(Phase.INDEXING, new Progress(49, 1_100_000, 1_100_000, 9, 9, 0)));
        lines.end();

        assertThat(log.toString().lines())
                .containsExactly(
                        "2026-01-15T09:30:00Z cln_42 queued, 0 %",
                        "2026-01-15T09:30:00Z cln_42 copying, 10 %, 110,000/1,100,000 rows, 1/9 tables",
                        "2026-01-15T09:30:00Z cln_42 copying, 48 %, 520,000/1,100,000 rows, 14 s left, 4/9 tables, 41,000 rows/s",
                        "2026-01-15T09:30:00Z cln_42 indexing, 49 %, 1,100,000/1,100,000 rows, 9/9 tables");
    }

    @Test
    void nothing_that_a_log_could_not_show_is_written() {
        lines.show(ExampleClones.copying(10, 110_000, 1));

        assertThat(log.toString()).doesNotContain("\r").doesNotContain("\u001b");
    }
}
