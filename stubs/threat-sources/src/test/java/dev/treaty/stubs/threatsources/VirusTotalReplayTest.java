package dev.treaty.stubs.threatsources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@StubServer("virustotal")
class VirusTotalReplayTest {

    private static final String STATS = "/data/attributes/last_analysis_stats";

    /** In two parts, so that no scanner takes this file for the one that it tests with. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private final SourceClient virusTotal;

    VirusTotalReplayTest(String virusTotal) {
        this.virusTotal = with(virusTotal, SourceClient.newKey());
    }

    private static SourceClient with(String url, String key) {
        return new SourceClient(url, Map.of("x-apikey", key));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 16, 2, US",
        "198.51.100.23, 1, 2, NL",
        "192.0.2.100, 0, 0, DE",
        "8.8.8.8, 0, 0, SE",
        "2001:db8:bad::1, 12, 1, FR",
        "2001:db8::1, 0, 0, FR",
    })
    void an_address_has_the_same_report_each_time(String ip, int malicious, int suspicious, String country) {
        for (var time = 0; time < 2; time++) {
            var report = virusTotal.get("/api/v3/ip_addresses/" + ip);

            assertThat(report.at(STATS + "/malicious").asInt()).isEqualTo(malicious);
            assertThat(report.at(STATS + "/suspicious").asInt()).isEqualTo(suspicious);
            assertThat(report.text("/data/attributes/country")).isEqualTo(country);
            assertThat(report.at("/data/attributes").has("last_analysis_date")).isTrue();
        }
    }

    @Test
    void an_address_that_was_never_analysed_has_neither_engines_nor_a_date() {
        var report = virusTotal.get("/api/v3/ip_addresses/192.0.2.250");

        assertThat(report.at(STATS)).allMatch(count -> count.asInt() == 0);
        assertThat(report.at("/data/attributes").has("last_analysis_date")).isFalse();
    }

    @Test
    void a_test_says_what_engines_say_of_an_address_in_one_account() {
        virusTotal.postJson("/__treaty/addresses/192.0.2.100", "{'malicious': 7}");

        assertThat(malicious(virusTotal)).isEqualTo(7);
        assertThat(malicious(with(virusTotal.url(), SourceClient.newKey()))).isZero();
    }

    private static int malicious(SourceClient client) {
        return client.get("/api/v3/ip_addresses/192.0.2.100")
                .at(STATS + "/malicious")
                .asInt();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1", "somewhere", "256.1.1.1", "fd00::1"})
    void what_is_not_a_public_address_is_refused(String ip) {
        assertThat(virusTotal.get("/api/v3/ip_addresses/" + ip)).hasToString("""
                400 {"error":{"code":"InvalidArgumentError","message":"\\"%s\\" is not a valid IP address"}}""".formatted(ip));
    }

    @Test
    void a_file_is_analysed_by_the_clock_and_has_a_report_afterwards() {
        var id = virusTotal.postFile("/api/v3/files", "eicar.com", EICAR).text("/data/id");
        var statuses = new ArrayList<String>();
        for (var step : new String[] {"PT0S", "PT11S", "PT50S"}) {
            virusTotal.advance(step);
            statuses.add(analysis(id).text("/data/attributes/status"));
        }

        assertThat(statuses).containsExactly("queued", "in-progress", "completed");
        assertThat(analysis(id).at("/data/attributes/stats/malicious").asInt()).isEqualTo(62);
        var report = analysis(id).text("/data/links/item");
        var sha256 = report.substring(report.lastIndexOf('/') + 1);
        assertThat(virusTotal.get("/api/v3/files/" + sha256).text("/data/attributes/meaningful_name"))
                .isEqualTo("eicar.com");
    }

    private SourceClient.Reply analysis(String id) {
        return virusTotal.get("/api/v3/analyses/" + id.replace("=", "%3D"));
    }

    @Test
    void a_file_is_unknown_until_its_analysis_is_completed() {
        var id = virusTotal.postFile("/api/v3/files", "a.txt", "harmless").text("/data/id");
        var item = analysis(id).text("/data/links/item");
        var path = item.substring(item.indexOf("/api/"));

        assertThat(virusTotal.get(path).text("/error/code")).isEqualTo("NotFoundError");
        virusTotal.advance("PT1M");
        assertThat(virusTotal.get(path).at(STATS + "/malicious").asInt()).isZero();
    }

    @Test
    void a_url_at_a_bad_address_is_malicious_and_known_by_its_base64() {
        virusTotal.postForm("/api/v3/urls", "url=http%3A%2F%2F203.0.113.7%2Flogin");
        virusTotal.advance("PT1M");

        // http://203.0.113.7/login
        var report = virusTotal.get("/api/v3/urls/aHR0cDovLzIwMy4wLjExMy43L2xvZ2lu");

        assertThat(report.at(STATS + "/malicious").asInt()).isEqualTo(9);
    }

    @Test
    void a_limit_says_nothing_of_when_to_come_back() {
        virusTotal.limitToOneRequest();

        virusTotal.get("/api/v3/ip_addresses/192.0.2.100");
        var refused = virusTotal.get("/api/v3/ip_addresses/192.0.2.100");

        assertThat(refused).hasToString("""
                429 {"error":{"code":"QuotaExceededError","message":"Quota exceeded"}}""");
        assertThat(refused.header("Retry-After")).isEmpty();
        virusTotal.advance("PT1H");
        assertThat(virusTotal.get("/api/v3/ip_addresses/192.0.2.100").status()).isEqualTo(200);
    }

    @Test
    void a_key_is_needed_and_must_not_be_wrong() {
        assertThat(new SourceClient(virusTotal.url(), Map.of())
                        .get("/api/v3/files/0")
                        .text("/error/code"))
                .isEqualTo("AuthenticationRequiredError");
        assertThat(with(virusTotal.url(), "wrong-key").get("/api/v3/files/0").text("/error/code"))
                .isEqualTo("WrongCredentialsError");
    }

    @Test
    void what_is_not_covered_is_an_error_that_says_so() {
        var refused = virusTotal.get("/api/v3/domains/example.org");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.header("Treaty-Not-Covered")).isNotEmpty();
        assertThat(refused.text("/error/code")).isEqualTo("NotFoundError");
    }
}
