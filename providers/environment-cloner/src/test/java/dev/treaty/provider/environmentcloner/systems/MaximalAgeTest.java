package dev.treaty.provider.environmentcloner.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaximalAgeTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P90D, 2025-12-31T12:00:00Z",
        "P1M, 2026-02-28T12:00:00Z",
        "P1Y2M3D, 2025-01-28T12:00:00Z",
        "P2W, 2026-03-17T12:00:00Z",
        "PT36H, 2026-03-30T00:00:00Z",
        "P1DT30M, 2026-03-30T11:30:00Z",
    })
    void is_a_duration_of_iso_8601_in_days_of_the_calendar(String text, Instant before) {
        assertThat(MaximalAge.parse(text).orElseThrow().before(NOW)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "90",
                "90D",
                "90 days",
                "P0D",
                "PT0S",
                "-P1D",
                "P-1D",
                "P1DT-36H",
                "P1X",
                "P1D ",
                "T1H",
                "P999999999Y",
                "P99999999999999999999D",
                "PT9223372036854775807S",
                "'; DROP TABLE x",
                "p90d "
            })
    void is_nothing_else(String text) {
        assertThat(MaximalAge.parse(text)).isEmpty();
    }
}
