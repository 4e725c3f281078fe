package dev.treaty.consumer.environmentconsole.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RowRateTest {

    private final RowRate rate = new RowRate();

    @Test
    void one_measurement_is_no_rate() {
        add(0, 1_000_000);

        assertThat(rate.rowsPerSecond()).isEmpty();
        assertThat(rate.timeFor(10)).isEmpty();
    }

    @Test
    void the_rate_is_what_was_copied_while_it_was_measured() {
        add(0, 1_000_000);
        add(2, 1_100_000);

        assertThat(rate.rowsPerSecond()).contains(50_000.0);
        assertThat(rate.timeFor(500_000)).contains(Duration.ofSeconds(10));
    }

    @Test
    void what_was_long_ago_does_not_count() {
        add(0, 0);
        for (var second = 1; second <= 30; second++) {
            add(second, 100_000L * second);
        }
        for (var second = 31; second <= 61; second++) {
            add(second, 3_000_000 + 1_000L * (second - 30));
        }

        assertThat(rate.rowsPerSecond()).contains(1_000.0);
    }

    @Test
    void nobody_knows_the_time_left_when_nothing_is_copied() {
        add(0, 1_000);
        add(40, 1_000);

        assertThat(rate.timeFor(500)).isEmpty();
    }

    private void add(int second, long rows) {
        rate.add(Duration.ofSeconds(second), rows);
    }
}
