package dev.treaty.stubs.stripe.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProrationTest {

    private static final long START = 1_767_225_600; // 2026-01-01
    private static final long MONTH = 31L * 24 * 3_600;
    private static final long END = START + MONTH;

    @Test
    void half_of_the_time_costs_half_of_the_amount() {
        assertThat(Proration.rest(2_000, START, END, START + MONTH / 2)).isEqualTo(1_000);
        assertThat(Proration.rest(-2_000, START, END, START + MONTH / 2)).isEqualTo(-1_000);
    }

    @Test
    void every_second_counts() {
        var amount = MONTH * 3; // three cents a second

        assertThat(Proration.rest(amount, START, END, START + 1)).isEqualTo(amount - 3);
        assertThat(Proration.rest(amount, START, END, END - 1)).isEqualTo(3);
    }

    @Test
    void half_a_cent_is_rounded_away_from_zero() {
        assertThat(Proration.rest(1, 0, 2, 1)).isEqualTo(1);
        assertThat(Proration.rest(-1, 0, 2, 1)).isEqualTo(-1);
    }

    @Test
    void outside_of_the_period_it_is_all_or_nothing() {
        assertThat(Proration.rest(2_000, START, END, START - 1)).isEqualTo(2_000);
        assertThat(Proration.rest(2_000, START, END, END + 1)).isZero();
        assertThat(Proration.rest(2_000, START, START, START)).isZero();
    }
}
