package dev.treaty.stubs.threatsources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@StubServer("abuseipdb")
class AbuseIpDbReplayTest {

    private final SourceClient abuseIpDb;

    AbuseIpDbReplayTest(String abuseIpDb) {
        this.abuseIpDb = new SourceClient(abuseIpDb, Map.of("Key", SourceClient.newKey()));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 100, 240, 4, false",
        "198.51.100.23, 38, 9, 4, false",
        "192.0.2.1, 0, 3, 4, true",
        "192.0.2.100, 0, 0, 4, false",
        "2001%3Adb8%3Abad%3A%3A1, 92, 58, 6, false",
    })
    void an_address_has_the_same_score_each_time(String ip, int score, int reports, int version, boolean whitelisted) {
        for (var time = 0; time < 2; time++) {
            var check = check(ip);

            assertThat(check.at("/data/abuseConfidenceScore").asInt()).isEqualTo(score);
            assertThat(check.at("/data/totalReports").asInt()).isEqualTo(reports);
            assertThat(check.at("/data/ipVersion").asInt()).isEqualTo(version);
            assertThat(check.at("/data/isWhitelisted").asBoolean()).isEqualTo(whitelisted);
        }
    }

    @Test
    void a_report_raises_the_score_and_can_be_read() {
        var reported = report("192.0.2.100");
        abuseIpDb.advance("PT16M");
        report("192.0.2.100");

        assertThat(reported.at("/data/abuseConfidenceScore").asInt()).isEqualTo(12);
        var check = check("192.0.2.100&verbose");
        assertThat(check.at("/data/abuseConfidenceScore").asInt()).isEqualTo(24);
        assertThat(check.at("/data/reports")).hasSize(2);
        assertThat(check.text("/data/lastReportedAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
        var list = abuseIpDb.get("/api/v2/reports?ipAddress=192.0.2.100&page=2&perPage=1");
        assertThat(list.at("/data/lastPage").asInt()).isEqualTo(2);
        assertThat(list.text("/data/results/0/comment")).isEqualTo("SSH brute force");
    }

    @Test
    void the_same_address_is_reported_once_in_15_minutes() {
        report("192.0.2.100");
        abuseIpDb.advance("PT14M");

        assertThat(report("192.0.2.100"))
                .hasToString(
                        "429 {\"errors\":[{\"detail\":\"You can only report the same IP address (`192.0.2.100`) once in 15 minutes.\","
                                + "\"status\":429,\"source\":{\"parameter\":\"ip\"}}]}");
        assertThat(report("192.0.2.101").status()).isEqualTo(200);
        abuseIpDb.advance("PT2M");
        assertThat(report("192.0.2.100").status()).isEqualTo(200);
    }

    @Test
    void old_reports_do_not_count_and_deleted_ones_are_gone() {
        report("192.0.2.100");
        abuseIpDb.advance("P31D");

        assertThat(check("192.0.2.100").at("/data/totalReports").asInt()).isZero();
        assertThat(check("192.0.2.100&maxAgeInDays=90").at("/data/totalReports").asInt())
                .isEqualTo(1);
        assertThat(abuseIpDb
                        .delete("/api/v2/clear-address?ipAddress=192.0.2.100")
                        .at("/data/numReportsDeleted")
                        .asInt())
                .isEqualTo(1);
        assertThat(check("192.0.2.100").at("/data/abuseConfidenceScore").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "ip=somewhere&categories=18, ip",
        "ip=10.0.0.1&categories=18, ip",
        "ip=192.0.2.100&categories=99, categories",
        "ip=192.0.2.100&categories=ssh, categories",
    })
    void what_cannot_be_reported_is_refused_with_its_parameter(String form, String parameter) {
        var refused = abuseIpDb.postForm("/api/v2/report", form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/source/parameter")).isEqualTo(parameter);
    }

    @Test
    void the_test_address_can_be_reported() {
        assertThat(report("127.0.0.1").status()).isEqualTo(200);
    }

    @Test
    void the_blacklist_has_the_worst_first() {
        var list = abuseIpDb.get("/api/v2/blacklist?confidenceMinimum=90&limit=3");

        assertThat(list.at("/data").findValuesAsText("ipAddress"))
                .containsExactly("203.0.113.7", "203.0.113.66", "203.0.113.250");
        assertThat(abuseIpDb
                        .get("/api/v2/blacklist?confidenceMinimum=90")
                        .at("/data")
                        .findValuesAsText("ipAddress"))
                .contains("2001:db8:bad::1")
                .doesNotContain("198.51.100.23");
    }

    @Test
    void each_answer_says_how_many_are_left_today() {
        assertThat(check("192.0.2.100").header("X-RateLimit-Remaining")).isEqualTo("999");
        assertThat(check("192.0.2.100").header("X-RateLimit-Remaining")).isEqualTo("998");
        abuseIpDb.advance("P1D");
        assertThat(check("192.0.2.100").header("X-RateLimit-Remaining")).isEqualTo("999");
    }

    @Test
    void a_limit_says_when_to_come_back() {
        abuseIpDb.limitToOneRequest();

        check("192.0.2.100");
        var refused = check("192.0.2.100");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3_500, 3_600);
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("1");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("X-RateLimit-Reset")).matches("\\d{10}");
    }

    @Test
    void a_key_is_needed() {
        var refused = new SourceClient(abuseIpDb.url(), Map.of()).get("/api/v2/check?ipAddress=192.0.2.100");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("/errors/0/detail")).startsWith("Authentication failed.");
    }

    private SourceClient.Reply check(String query) {
        return abuseIpDb.get("/api/v2/check?ipAddress=" + query);
    }

    private SourceClient.Reply report(String ip) {
        return abuseIpDb.postForm("/api/v2/report", "ip=%s&categories=18,22&comment=SSH+brute+force".formatted(ip));
    }
}
