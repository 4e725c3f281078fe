package dev.treaty.consumer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    @ParameterizedTest
    @CsvSource({"0, PT0S", "1, PT1S", "0.40235, PT0.40235S", "2.5, PT2.5S", "120, PT2M"})
    void seconds_may_have_a_fraction(String value, Duration pause) {
        assertThat(RetryAfter.seconds(value, NOW)).contains(new RetryAfter(NOW.plus(pause)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "1.", ".5", "99999999999", "Thu, 15 Jan 2026 09:30:00 GMT"})
    void what_is_not_a_number_of_seconds_is_empty(String value) {
        assertThat(RetryAfter.seconds(value, NOW)).isEqualTo(Optional.empty());
    }

    @Test
    void unix_seconds_are_a_point_in_time() {
        assertThat(RetryAfter.unixSeconds("1768469401"))
                .contains(new RetryAfter(Instant.parse("2026-01-15T09:30:01Z")));
    }

    @Test
    void what_remains_is_never_negative() {
        var retryAfter = RetryAfter.pause(Duration.ofSeconds(30), NOW);

        assertThat(retryAfter.remaining(NOW.plusSeconds(10))).isEqualTo(Duration.ofSeconds(20));
        assertThat(retryAfter.remaining(NOW.plusSeconds(31))).isEqualTo(Duration.ZERO);
    }
}
