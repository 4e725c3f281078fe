package dev.treaty.provider.apigateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.apigateway.ratelimit.RateLimiter.Allowance;
import dev.treaty.provider.testing.ManualClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final ManualClock clock = ManualClock.now();
    private final RateLimiter limiter = new RateLimiter(new Quota(3, Duration.ofSeconds(60)), clock);

    @Test
    void admits_as_many_requests_as_the_quota_has() {
        assertThat(limiter.take("ada")).isEqualTo(new Allowance(true, 2, 60));
        clock.advance(Duration.ofMillis(10_500));
        assertThat(limiter.take("ada")).isEqualTo(new Allowance(true, 1, 50));
        assertThat(limiter.take("ada")).isEqualTo(new Allowance(true, 0, 50));
        assertThat(limiter.take("ada")).isEqualTo(new Allowance(false, 0, 50));
    }

    @Test
    void restores_the_full_quota_when_the_window_ends() {
        limiter.takeAll("ada");
        clock.advance(Duration.ofMillis(59_999));
        assertThat(limiter.take("ada")).isEqualTo(new Allowance(false, 0, 1));

        clock.advance(Duration.ofMillis(1));

        assertThat(limiter.take("ada")).isEqualTo(new Allowance(true, 2, 60));
    }

    @Test
    void counts_each_caller_separately() {
        limiter.takeAll("ada");

        assertThat(limiter.take("ada").admitted()).isFalse();
        assertThat(limiter.take("grace").remaining()).isEqualTo(2);
    }

    @Test
    void forgets_only_callers_with_a_full_quota() {
        clock.advance(Duration.ofSeconds(59));
        limiter.takeAll("ada");
        limiter.take("grace");
        assertThat(limiter.callers()).isEqualTo(2);

        // the generations change a second later, but ada's own window has only begun
        clock.advance(Duration.ofSeconds(2));
        assertThat(limiter.take("ada").admitted()).isFalse();
        assertThat(limiter.callers()).isEqualTo(2);

        clock.advance(Duration.ofSeconds(61));
        limiter.take("ada");
        assertThat(limiter.callers()).isEqualTo(1);
    }

    @Test
    void admits_no_more_than_the_quota_however_many_call_at_once() {
        var wide = new RateLimiter(new Quota(500, Duration.ofSeconds(60)), clock);

        var admitted = IntStream.range(0, 4_000)
                .parallel()
                .filter(request -> wide.take("ada").admitted())
                .count();

        assertThat(admitted).isEqualTo(500);
    }

    @Test
    void callers_from_very_many_addresses_do_not_fill_the_memory_and_cannot_make_it_forget_one_who_keeps_calling() {
        var wide = new RateLimiter(new Quota(1, Duration.ofSeconds(60)), clock);
        wide.take("ada");

        for (var caller = 0; caller < 3 * RateLimiter.MOST_CALLERS; caller++) {
            wide.take("address " + caller);
            if (caller % RateLimiter.MOST_CALLERS == 1) {
                assertThat(wide.take("ada").admitted()).isFalse();
            }
        }

        assertThat(wide.callers()).isLessThanOrEqualTo(2 * RateLimiter.MOST_CALLERS);
    }

    @Test
    void writes_the_fields_of_the_draft() {
        assertThat(limiter.quota().policy()).isEqualTo("\"default\";q=3;w=60");
        assertThat(limiter.take("ada").field()).isEqualTo("\"default\";r=2;t=60");
    }

    @Test
    void refuses_a_quota_that_allows_no_calls() {
        assertThatThrownBy(() -> new Quota(0, Duration.ofSeconds(60))).hasMessage("""
                The quota allows no calls.
                  where: 0 requests in PT1M
                  fix:   allow at least one request in at least one second""");
    }
}
