package dev.treaty.pacts.broker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryPausesTest {

    @Test
    void each_pause_is_twice_as_long_up_to_32_seconds() {
        assertThat(RetryPauses.from(Map.of("PACT_BROKER_HTTP_RETRIES", "8")))
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 32_000L);
        assertThat(RetryPauses.from(Map.of("PACT_BROKER_HTTP_RETRIES", "0"))).isEmpty();
    }

    @Test
    void without_a_word_a_request_is_sent_three_times_at_most() {
        assertThat(RetryPauses.from(Map.of())).hasSize(2);
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatThrownBy(() -> RetryPauses.from(Map.of("PACT_BROKER_HTTP_RETRIES", "many")))
                .isInstanceOf(InvalidBrokerSettings.class)
                .hasMessage("""
                        The number of further attempts is not one from 0 to 999.
                          where: PACT_BROKER_HTTP_RETRIES=many, or --retries
                          fix:   set it to e.g. 8""");
    }
}
