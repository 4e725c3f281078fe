package dev.treaty.consumer.threatintelligence.virustotal;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.consumer.threatintelligence.source.SourceException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class AddressesPactTest {

    private static final IpAddress SCANNER = new IpAddress("203.0.113.7");
    private static final IpAddress BEYOND_THE_QUOTA = new IpAddress("203.0.113.99");
    private static final IpAddress CLEAN = new IpAddress("192.0.2.10");
    private static final IpAddress UNKNOWN = new IpAddress("192.0.2.250");

    @Pact(consumer = "threat-intelligence", provider = "virustotal")
    V4Pact malicious(PactDslWithProvider virusTotal) {
        return request(
                        virusTotal
                                .given(
                                        "an address has been analysed",
                                        Map.of("ip", SCANNER.text(), "malicious", 14, "suspicious", 2))
                                .uponReceiving("a request for the report of an address that engines call malicious"),
                        SCANNER)
                .willRespondWith()
                .status(200)
                .body(report(14, 2, 52, 26))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "malicious")
    void a_malicious_address_comes_with_the_number_of_engines_that_say_so(MockServer virusTotal) {
        var report = VirusTotalFixture.at(virusTotal).address(SCANNER);

        assertThat(report)
                .isEqualTo(new AddressReport(
                        SCANNER,
                        new EngineCounts(14, 2, 52, 26),
                        Optional.of(Examples.NOW),
                        Optional.of("US"),
                        Optional.of("Example Networks")));
        assertThat(report.isAnalysed()).isTrue();
    }

    @Pact(consumer = "threat-intelligence", provider = "virustotal")
    V4Pact clean(PactDslWithProvider virusTotal) {
        return request(
                        virusTotal
                                .given(
                                        "an address has been analysed",
                                        Map.of("ip", CLEAN.text(), "malicious", 0, "suspicious", 0))
                                .uponReceiving("a request for the report of an address that no engine calls malicious"),
                        CLEAN)
                .willRespondWith()
                .status(200)
                .body(report(0, 0, 63, 31))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "clean")
    void a_clean_address_is_one_that_engines_have_looked_at(MockServer virusTotal) {
        var report = VirusTotalFixture.at(virusTotal).address(CLEAN);

        assertThat(report.engines().malicious()).isZero();
        assertThat(report.isAnalysed()).isTrue();
    }

    @Pact(consumer = "threat-intelligence", provider = "virustotal")
    V4Pact neverAnalysed(PactDslWithProvider virusTotal) {
        return request(
                        virusTotal
                                .given("an address was never analysed", Map.of("ip", UNKNOWN.text()))
                                .uponReceiving("a request for the report of an address that was never analysed"),
                        UNKNOWN)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.object(
                                "data",
                                data -> data.object(
                                        "attributes",
                                        attributes -> attributes.object("last_analysis_stats", stats -> {
                                            stats.numberValue("malicious", 0);
                                            stats.numberValue("suspicious", 0);
                                            stats.numberValue("harmless", 0);
                                            stats.numberValue("undetected", 0);
                                        }))))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "neverAnalysed")
    void an_address_that_was_never_analysed_is_not_clean(MockServer virusTotal) {
        var report = VirusTotalFixture.at(virusTotal).address(UNKNOWN);

        assertThat(report.isAnalysed()).isFalse();
        assertThat(report.analysedAt()).isEmpty();
    }

    @Pact(consumer = "threat-intelligence", provider = "virustotal")
    V4Pact wrongKey(PactDslWithProvider virusTotal) {
        return virusTotal
                .given("no user has the key", Map.of("key", "wrong-key-42"))
                .uponReceiving("a request for the report of an address with a wrong key")
                .method("GET")
                .path("/api/v3/ip_addresses/203.0.113.7")
                .headers(Map.of("Accept", "application/json", "x-apikey", "wrong-key-42"))
                .willRespondWith()
                .status(401)
                .body(error("WrongCredentialsError", "WrongCredentialsError|AuthenticationRequiredError"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "wrongKey")
    void a_wrong_key_is_refused_and_never_shown(MockServer virusTotal) {
        var client = VirusTotalFixture.at(virusTotal, "wrong-key-42");

        assertThatThrownBy(() -> client.address(SCANNER))
                .isInstanceOf(SourceException.KeyRefused.class)
                .hasMessageStartingWith("VirusTotal refused the API key (HTTP 401).")
                .hasMessageNotContaining("wrong-key-42");
    }

    /** Nobody has confirmed which headers come with it, so that none is part of the contract. */
    @Pact(consumer = "threat-intelligence", provider = "virustotal")
    V4Pact quotaUsedUp(PactDslWithProvider virusTotal) {
        return request(
                        virusTotal
                                .given("the quota is used up", Map.of("requestsPerMinute", 4))
                                .uponReceiving("a request for the report of an address beyond the quota"),
                        BEYOND_THE_QUOTA)
                .willRespondWith()
                .status(429)
                .body(error("QuotaExceededError", "QuotaExceededError|TooManyRequestsError"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "quotaUsedUp")
    void beyond_the_quota_a_client_waits_as_long_as_the_plan_says(MockServer virusTotal) {
        var client = VirusTotalFixture.at(virusTotal);

        assertThatThrownBy(() -> client.address(BEYOND_THE_QUOTA))
                .isInstanceOfSatisfying(
                        SourceException.LimitReached.class,
                        limit -> assertThat(limit.retryAfter())
                                .isEqualTo(new RetryAfter(Examples.NOW.plus(VirusTotal.PAUSE))));
    }

    private static PactDslRequestWithPath request(PactDslRequestWithoutPath request, IpAddress address) {
        return request.method("GET")
                .path("/api/v3/ip_addresses/" + address)
                .headers(Map.of("Accept", "application/json"))
                .matchHeader("x-apikey", VirusTotalFixture.KEY_REGEX, VirusTotalFixture.KEY);
    }

    private static DslPart report(int malicious, int suspicious, int harmless, int undetected) {
        return newJsonBody(root -> root.object(
                        "data",
                        data -> data.object("attributes", attributes -> {
                            attributes.object("last_analysis_stats", stats -> {
                                if (malicious == 0) {
                                    stats.numberValue("malicious", 0);
                                } else {
                                    stats.integerType("malicious", malicious);
                                }
                                stats.integerType("suspicious", suspicious);
                                stats.integerType("harmless", harmless);
                                stats.integerType("undetected", undetected);
                            });
                            attributes.integerType(
                                    "last_analysis_date", Math.toIntExact(Examples.NOW.getEpochSecond()));
                            attributes.stringMatcher("country", "[A-Z]{2}", "US");
                            attributes.stringType("as_owner", "Example Networks");
                        })))
                .build();
    }

    private static DslPart error(String code, String regex) {
        return newJsonBody(root -> root.object("error", error -> error.stringMatcher("code", regex, code)))
                .build();
    }
}
