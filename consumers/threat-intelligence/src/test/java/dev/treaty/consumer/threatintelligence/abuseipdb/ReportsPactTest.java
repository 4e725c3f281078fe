package dev.treaty.consumer.threatintelligence.abuseipdb;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.recording.FormBody.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class ReportsPactTest {

    private static final IpAddress SCANNER = new IpAddress("203.0.113.7");
    private static final IpAddress REPORTED = new IpAddress("203.0.113.66");
    private static final String COMMENT = "SSH brute force";

    @Pact(consumer = "threat-intelligence", provider = "abuseipdb")
    V4Pact report(PactDslWithProvider abuseIpDb) {
        return report(
                        abuseIpDb
                                .given("nobody has reported an address", Map.of("ip", SCANNER.text()))
                                .uponReceiving("a report of an address"),
                        SCANNER,
                        "18,22")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.object("data", data -> data.integerType("abuseConfidenceScore", 52)))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "report")
    void a_report_raises_the_score(MockServer abuseIpDb) {
        var result = AbuseIpDbFixture.at(abuseIpDb).report(new Report(SCANNER, List.of(18, 22), COMMENT));

        assertThat(result).isEqualTo(new ReportResult.Accepted(52));
    }

    @Pact(consumer = "threat-intelligence", provider = "abuseipdb")
    V4Pact reportedTwice(PactDslWithProvider abuseIpDb) {
        return report(
                        abuseIpDb
                                .given("the caller has just reported an address", Map.of("ip", REPORTED.text()))
                                .uponReceiving("a second report of an address within 15 minutes"),
                        REPORTED,
                        "18,22")
                .willRespondWith()
                .status(429)
                .body(ErrorBody.of("You can only report the same IP address (`203.0.113.66`) once in 15 minutes."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "reportedTwice")
    void a_second_report_has_to_wait(MockServer abuseIpDb) {
        var result = AbuseIpDbFixture.at(abuseIpDb).report(new Report(REPORTED, List.of(18, 22), COMMENT));

        assertThat(result)
                .isEqualTo(new ReportResult.NotNow(new RetryAfter(Examples.NOW.plus(AbuseIpDb.PAUSE_OF_REPORTS))));
    }

    @Pact(consumer = "threat-intelligence", provider = "abuseipdb")
    V4Pact unknownCategory(PactDslWithProvider abuseIpDb) {
        return report(
                        abuseIpDb
                                .given("no such category exists", Map.of("category", 99))
                                .uponReceiving("a report of an address in a category that does not exist"),
                        SCANNER,
                        "99")
                .willRespondWith()
                .status(422)
                .body(ErrorBody.of("The category 99 does not exist."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "unknownCategory")
    void a_category_that_does_not_exist_is_rejected(MockServer abuseIpDb) {
        var client = AbuseIpDbFixture.at(abuseIpDb);

        assertThatThrownBy(() -> client.report(new Report(SCANNER, List.of(99), COMMENT)))
                .isInstanceOf(SourceException.Rejected.class)
                .hasMessageStartingWith("AbuseIPDB rejected the request (HTTP 422): The category 99 does not exist.");
    }

    @Pact(consumer = "threat-intelligence", provider = "abuseipdb")
    V4Pact blacklist(PactDslWithProvider abuseIpDb) {
        return abuseIpDb
                .given("addresses are on the blacklist", Map.of("confidenceMinimum", 90))
                .uponReceiving("a request for the blacklist")
                .method("GET")
                .path("/api/v2/blacklist")
                .query("confidenceMinimum=90&limit=100")
                .headers(Map.of("Accept", "application/json"))
                .matchHeader("Key", AbuseIpDbFixture.KEY_REGEX, AbuseIpDbFixture.KEY)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.minArrayLike("data", 1, 1, entry -> {
                            entry.stringType("ipAddress", "203.0.113.7");
                            entry.integerType("abuseConfidenceScore", 100);
                            entry.stringMatcher("lastReportedAt", AbuseIpDbFixture.TIME_REGEX, AbuseIpDbFixture.TIME);
                        }))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "blacklist")
    void the_blacklist_names_addresses_with_their_scores(MockServer abuseIpDb) {
        assertThat(AbuseIpDbFixture.at(abuseIpDb).blacklist(90, 100))
                .containsExactly(new BlacklistedAddress(SCANNER, 100, Examples.NOW));
    }

    private static PactDslRequestWithPath report(
            PactDslRequestWithoutPath request, IpAddress address, String categories) {
        return request.method("POST")
                .path("/api/v2/report")
                .headers(Map.of("Accept", "application/json"))
                .matchHeader("Key", AbuseIpDbFixture.KEY_REGEX, AbuseIpDbFixture.KEY)
                .body(form().value("ip", address.text())
                        .value("categories", categories)
                        .value("comment", COMMENT));
    }
}
