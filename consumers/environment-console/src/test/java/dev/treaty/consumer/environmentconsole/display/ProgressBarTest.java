package dev.treaty.consumer.environmentconsole.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.treaty.consumer.environmentconsole.clones.Phase;
import dev.treaty.consumer.environmentconsole.clones.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {

    private final StringWriter terminal = new StringWriter();
    private Duration now = Duration.ZERO;
    private int width = 80;

    private final ProgressBar bar = new ProgressBar(new PrintWriter(terminal), () -> width, () -> now);

    @Test
    void eighty_columns_have_room_for_everything_that_was_asked_for() {
        bar.show(ExampleClones.copying(10, 110_000, 1));
        now = Duration.ofSeconds(10);
        bar.show(ExampleClones.copying(48, 520_000, 4));

        assertThat(lines())
                .containsExactly(
                        "copying    [###------------------------------]  10%  110k/1.1M rows  1/9 tables",
                        "copying    [####------]  48%  520k/1.1M rows  14 s left  4/9 tables  41k rows/s");
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "12", "20", "33", "40", "60", "79", "80", "81", "100", "132", "400"})
    void a_line_is_narrower_than_the_terminal(int columns) {
        width = columns;

        for (var second = 0; second < 40; second++) {
            now = Duration.ofSeconds(second);
            bar.show(ExampleClones.copying(second * 2L, second * 20_000L, second / 5));
        }
        bar.show(ExampleClones.running(
                Phase.VALIDATING, new Progress(99, 999_999_999_999L, 999_999_999_999L, 12_345, 12_345, 0)));

        assertThat(lines()).hasSize(41).allSatisfy(line -> assertThat(line).hasSizeLessThan(Math.max(columns, 1)));
    }

    @Test
    void a_terminal_that_is_resized_is_respected_at_once() {
        width = 120;
        bar.show(ExampleClones.copying(48, 520_000, 4));
        width = 40;
        bar.show(ExampleClones.copying(48, 520_000, 4));

        assertThat(lines().get(0)).hasSizeBetween(60, 119);
        assertThat(lines().get(1)).hasSizeLessThan(40);
    }

    @Test
    void the_bar_grows_with_the_percentage() {
        width = 60;
        var filled = IntStream.of(0, 25, 50, 100)
                .mapToObj(percent -> {
                    bar.show(ExampleClones.running(Phase.INDEXING, new Progress(percent, 0, 0, 0, 0, 0)));
                    var line = lines().get(lines().size() - 1);
                    return line.chars().filter(column -> column == '#').count()
                            * 100.0
                            / line.chars()
                                    .filter(column -> column == '#' || column == '-')
                                    .count();
                })
                .toList();

        assertThat(filled).containsExactly(0.0, 25.0, 50.0, 100.0);
    }

    @Test
    void only_a_phase_that_copies_has_a_time_left() {
        width = 200;
        bar.show(ExampleClones.copying(10, 110_000, 1));
        now = Duration.ofSeconds(10);
        bar.show(ExampleClones.copying(48, 520_000, 4));
        bar.show(ExampleClones.running(Phase.INDEXING, new Progress(80, 1_100_000, 1_100_000, 9, 9, 0)));

        assertThat(lines().get(0)).doesNotContain("left");
        assertThat(lines().get(1)).contains("  14 s left  ").endsWith("41k rows/s");
        assertThat(lines().get(2))
                .startsWith("indexing ")
                .doesNotContain("left")
                .doesNotContain("rows/s");
    }

    @Test
    void a_queued_clone_has_nothing_to_count() {
        width = 40;
        bar.show(ExampleClones.queued());

        assertThat(lines()).containsExactly("queued     [----------------------]  0%");
    }

    @Test
    void the_line_is_ended_once() {
        bar.show(ExampleClones.queued());
        bar.end();
        bar.end();

        assertThat(lines()).singleElement(STRING).endsWith("0%" + System.lineSeparator());
    }

    /** What was written into the line, one after the other. */
    private List<String> lines() {
        return Arrays.stream(terminal.toString().split("\r\u001b\\[K", -1))
                .skip(1)
                .toList();
    }
}
