package dev.treaty.consumer.threatintelligence.abuseipdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.ScriptedServer;
import dev.treaty.consumer.recording.ScriptedServer.Response;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.consumer.threatintelligence.source.SourceException.LimitReached;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that several clients of AbuseIPDB agree on and nobody has confirmed, so that no contract requires them. */
class AbuseIpDbLimitsTest {

    private static final IpAddress SCANNER = new IpAddress("203.0.113.7");

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 29241, PT8H7M21S",
        "X-RateLimit-Reset, 1768471200, PT30M",
        "Retry-After, soon, PT1H",
        "X-Unknown, 5, PT1H",
    })
    void a_limit_is_over_when_the_headers_say_so(String header, String value, Duration wait) {
        try (var abuseIpDb =
                ScriptedServer.sending(Response.of(429, "{\"errors\": []}").header(header, value))) {
            var client = AbuseIpDbFixture.at(abuseIpDb.address(), AbuseIpDbFixture.KEY);

            var limit = catchThrowableOfType(LimitReached.class, () -> client.check(SCANNER));

            assertThat(limit.retryAfter().remaining(Examples.NOW)).isEqualTo(wait);
        }
    }

    @Test
    void a_report_that_has_to_wait_says_how_long() {
        try (var abuseIpDb = ScriptedServer.sending(Response.of(429, "").header("Retry-After", "600"))) {
            var client = AbuseIpDbFixture.at(abuseIpDb.address(), AbuseIpDbFixture.KEY);

            var result = (ReportResult.NotNow) client.report(new Report(SCANNER, List.of(18), ""));

            assertThat(result.retryAfter().remaining(Examples.NOW)).isEqualTo(Duration.ofMinutes(10));
        }
    }

    @Test
    void a_check_says_how_many_are_left() {
        var body = "{\"data\": {\"abuseConfidenceScore\": 0, \"totalReports\": 0}}";
        try (var abuseIpDb =
                ScriptedServer.sending(Response.ok(body).header("X-RateLimit-Remaining", "998"), Response.ok(body))) {
            var client = AbuseIpDbFixture.at(abuseIpDb.address(), AbuseIpDbFixture.KEY);

            assertThat(client.check(SCANNER).remaining()).contains(998);
            assertThat(client.check(SCANNER).remaining()).isEmpty();
        }
    }
}
