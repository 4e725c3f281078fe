package dev.treaty.provider.threatintelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.threatintelligence.sources.RequestLimit;
import dev.treaty.provider.threatintelligence.sources.SourceName;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreatSettingsTest {

    private static final Map<String, String> LEAST = Map.of(
            "VIRUSTOTAL_KEY", "test-key-1",
            "ABUSEIPDB_KEY", "test-key-2",
            "MISP_KEY", "test-key-3",
            "MISP_URL", "https://misp.example");

    @Test
    void the_limits_are_those_of_free_plans_unless_somebody_pays_for_more() {
        var settings = ThreatSettings.of(with("VIRUSTOTAL_REQUESTS_PER_DAY", "20000"));

        assertThat(settings.limits())
                .isEqualTo(Map.of(
                        SourceName.VIRUSTOTAL,
                        List.of(
                                new RequestLimit(4, Duration.ofMinutes(1)),
                                new RequestLimit(20_000, Duration.ofDays(1))),
                        SourceName.ABUSEIPDB,
                        List.of(new RequestLimit(1_000, Duration.ofDays(1)))));
        assertThat(settings.sources().get(SourceName.VIRUSTOTAL)).hasToString("https://www.virustotal.com");
    }

    @Test
    void a_key_is_needed_and_never_shown() {
        var without = new HashMap<>(LEAST);
        without.remove("MISP_KEY");

        assertThatThrownBy(() -> ThreatSettings.of(without))
                .isInstanceOf(CannotStart.class)
                .hasMessage("""
                The environment variable MISP_KEY is not set.
                  where: the environment of threat-intelligence
                  fix:   set it, e.g. MISP_KEY=…""");
        assertThat(ThreatSettings.of(LEAST).toString()).doesNotContain("test-key");
    }

    @Test
    void the_last_day_of_a_key_is_a_day() {
        assertThat(ThreatSettings.of(with("MISP_KEY_EXPIRES", "2027-01-31")).keysExpire())
                .isEqualTo(Map.of(SourceName.MISP, LocalDate.of(2027, 1, 31)));
        assertThatThrownBy(() -> ThreatSettings.of(with("MISP_KEY_EXPIRES", "soon")))
                .hasMessageStartingWith("The environment variable MISP_KEY_EXPIRES is not a day.");
    }

    private static Map<String, String> with(String variable, String value) {
        var all = new HashMap<>(LEAST);
        all.put(variable, value);
        return all;
    }
}
