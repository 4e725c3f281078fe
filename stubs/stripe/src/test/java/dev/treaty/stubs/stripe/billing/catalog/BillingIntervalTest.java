package dev.treaty.stubs.stripe.billing.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class BillingIntervalTest {

    private static final BillingInterval MONTHLY = new BillingInterval(ChronoUnit.MONTHS, 1);

    @Test
    void a_monthly_period_keeps_the_day_of_its_anchor_after_a_short_month() {
        var anchor = seconds("2026-01-31T10:00:00Z");

        assertThat(MONTHLY.startAfter(anchor, anchor)).isEqualTo(seconds("2026-02-28T10:00:00Z"));
        assertThat(MONTHLY.startAfter(anchor, seconds("2026-02-28T10:00:00Z")))
                .isEqualTo(seconds("2026-03-31T10:00:00Z"));
        assertThat(MONTHLY.startAfter(anchor, seconds("2026-03-31T09:59:59Z")))
                .isEqualTo(seconds("2026-03-31T10:00:00Z"));
    }

    @Test
    void a_time_at_the_start_of_a_period_belongs_to_it() {
        var anchor = seconds("2026-01-31T10:00:00Z");

        assertThat(MONTHLY.startBefore(anchor, seconds("2026-02-28T10:00:00Z")))
                .isEqualTo(seconds("2026-02-28T10:00:00Z"));
        assertThat(MONTHLY.startBefore(anchor, seconds("2026-02-28T09:59:59Z"))).isEqualTo(anchor);
    }

    @Test
    void an_anchor_may_be_in_the_future() {
        var anchor = seconds("2026-03-15T00:00:00Z");
        var time = seconds("2026-01-20T12:00:00Z");

        assertThat(MONTHLY.startAfter(anchor, time)).isEqualTo(seconds("2026-02-15T00:00:00Z"));
        assertThat(MONTHLY.startBefore(anchor, time)).isEqualTo(seconds("2026-01-15T00:00:00Z"));
    }

    @Test
    void a_leap_day_comes_back_every_four_years() {
        var yearly = new BillingInterval(ChronoUnit.YEARS, 1);
        var anchor = seconds("2024-02-29T00:00:00Z");

        assertThat(yearly.startAfter(anchor, anchor)).isEqualTo(seconds("2025-02-28T00:00:00Z"));
        assertThat(yearly.startAfter(anchor, seconds("2027-06-01T00:00:00Z")))
                .isEqualTo(seconds("2028-02-29T00:00:00Z"));
    }

    @Test
    void weeks_and_days_are_counted_from_the_anchor() {
        var everyTwoWeeks = new BillingInterval(ChronoUnit.WEEKS, 2);
        var anchor = seconds("2026-01-01T08:00:00Z");

        assertThat(everyTwoWeeks.startAfter(anchor, seconds("2026-01-20T00:00:00Z")))
                .isEqualTo(seconds("2026-01-29T08:00:00Z"));
        assertThat(everyTwoWeeks.text()).isEqualTo("every 2 weeks");
        assertThat(MONTHLY.text()).isEqualTo("month");
    }

    private static long seconds(String time) {
        return Instant.parse(time).getEpochSecond();
    }
}
