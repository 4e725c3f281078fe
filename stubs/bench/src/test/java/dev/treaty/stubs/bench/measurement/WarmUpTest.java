package dev.treaty.stubs.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void a_server_is_warm_when_its_last_three_stretches_are_not_faster_than_the_three_before() {
        assertThat(afterRates(100, 200, 300, 310, 290).isOver()).isFalse();
        assertThat(afterRates(100, 200, 300, 310, 290, 300).isOver()).isFalse();
        assertThat(afterRates(290, 200, 300, 310, 290, 300).isOver()).isTrue();
    }

    @Test
    void one_disturbed_stretch_does_not_make_a_server_that_still_gets_faster_look_warm() {
        assertThat(afterRates(100, 200, 300, 400, 50, 500).isOver()).isFalse();
    }

    @Test
    void a_server_that_keeps_getting_faster_is_asked_no_longer_than_the_limit() {
        assertThat(afterRates(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12).isOver()).isFalse();
        assertThat(afterRates(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13).isOver())
                .isTrue();
    }

    /** Eight seconds and stretches of four; sixty at most. */
    private static WarmUp afterRates(double... rates) {
        var length = new RunLength(Duration.ofSeconds(8), Duration.ofSeconds(60), Duration.ofSeconds(4), 5);
        var warmUp = new WarmUp(length);
        for (var rate : rates) {
            warmUp.add(rate);
        }
        return warmUp;
    }
}
