package dev.treaty.consumer.threatintelligence.abuseipdb;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.consumer.threatintelligence.source.SourceException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Recording
class ChecksPactTest {

    private static final IpAddress SCANNER = new IpAddress("203.0.113.7");
    private static final IpAddress BEYOND_THE_LIMIT = new IpAddress("203.0.113.99");
    private static final IpAddress QUIET = new IpAddress("192.0.2.33");
    private static final IpAddress RESOLVER = new IpAddress("192.0.2.1");
    private static final IpAddress BOTNET = new IpAddress("2001:db8:bad::1");

    @Pact(consumer = "threat-intelligence", provider = "abuseipdb")
    V4Pact reportedOften(PactDslWithProvider abuseIpDb) {
        return check(
                abuseIpDb
                        .given(
                                "an address is reported often",
                                Map.of("ip", SCANNER.text(), "score", 100, "reports", 240))
                        .uponReceiving("a request to check an address that is reported often"),
                SCANNER,
                data -> reported(data, 100, 240));
    }

    @Test
    @PactTestFor(pactMethod = "reportedOften")
    void an_address_that_is_reported_often_has_a_high_score(MockServer abuseIpDb) {
        assertThat(AbuseIpDbFixture.at(abuseIpDb).check(SCANNER))
                .isEqualTo(new AddressCheck(
                        SCANNER, 100, 240, Optional.of(Examples.NOW), false, Optional.of("US"), Optional.empty()));
    }

    @Pact(consumer = "threat-intelligence", provider = "abuseipdb")
    V4Pact neverReported(PactDslWithProvider abuseIpDb) {
        return check(
                abuseIpDb
                        .given("nobody has reported an address", Map.of("ip", QUIET.text()))
                        .uponReceiving("a request to check an address that nobody has reported"),
                QUIET,
                data -> {
                    data.numberValue("abuseConfidenceScore", 0);
                    data.numberValue("totalReports", 0);
                    data.nullValue("lastReportedAt");
                });
    }

    @Test
    @PactTestFor(pactMethod = "neverReported")
    void an_address_that_nobody_has_reported_was_never_reported_last(MockServer abuseIpDb) {
        var check = AbuseIpDbFixture.at(abuseIpDb).check(QUIET);

        assertThat(check.score()).isZero();
        assertThat(check.lastReportedAt()).isEmpty();
    }

    @Pact(consumer = "threat-intelligence", provider = "abuseipdb")
    V4Pact whitelisted(PactDslWithProvider abuseIpDb) {
        return check(
                abuseIpDb
                        .given("an address is whitelisted", Map.of("ip", RESOLVER.text(), "reports", 3))
                        .uponReceiving("a request to check an address that is whitelisted"),
                RESOLVER,
                data -> {
                    data.integerType("abuseConfidenceScore", 0);
                    data.integerType("totalReports", 3);
                    data.booleanValue("isWhitelisted", true);
                });
    }

    @Test
    @PactTestFor(pactMethod = "whitelisted")
    void a_whitelisted_address_says_so(MockServer abuseIpDb) {
        assertThat(AbuseIpDbFixture.at(abuseIpDb).check(RESOLVER).isWhitelisted())
                .isTrue();
    }

    @Pact(consumer = "threat-intelligence", provider = "abuseipdb")
    V4Pact ofVersion6(PactDslWithProvider abuseIpDb) {
        return check(
                abuseIpDb
                        .given("an address is reported often", Map.of("ip", BOTNET.text(), "score", 92, "reports", 58))
                        .uponReceiving("a request to check an address of IPv6"),
                BOTNET,
                data -> reported(data, 92, 58));
    }

    @Test
    @PactTestFor(pactMethod = "ofVersion6")
    void the_colons_of_ipv6_are_encoded(MockServer abuseIpDb) {
        assertThat(AbuseIpDbFixture.at(abuseIpDb).check(BOTNET).score()).isEqualTo(92);
    }

    @Pact(consumer = "threat-intelligence", provider = "abuseipdb")
    V4Pact wrongKey(PactDslWithProvider abuseIpDb) {
        return abuseIpDb
                .given("no user has the key", Map.of("key", "wrong-key-42"))
                .uponReceiving("a request to check an address with a key that is revoked")
                .method("GET")
                .path("/api/v2/check")
                .encodedQuery("ipAddress=203.0.113.7&maxAgeInDays=90")
                .headers(Map.of("Accept", "application/json", "Key", "wrong-key-42"))
                .willRespondWith()
                .status(401)
                .body(ErrorBody.of("Authentication failed."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "wrongKey")
    void a_revoked_key_is_refused_and_never_shown(MockServer abuseIpDb) {
        var client = AbuseIpDbFixture.at(URI.create(abuseIpDb.getUrl()), "wrong-key-42");

        assertThatThrownBy(() -> client.check(SCANNER))
                .isInstanceOf(SourceException.KeyRefused.class)
                .hasMessageNotContaining("wrong-key-42");
    }

    /** Which headers come with it has not been confirmed, so that none is part of the contract; {@code AbuseIpDbLimitsTest} reads them. */
    @Pact(consumer = "threat-intelligence", provider = "abuseipdb")
    V4Pact limitUsedUp(PactDslWithProvider abuseIpDb) {
        return request(
                        abuseIpDb
                                .given("the daily limit is used up", Map.of("checksPerDay", 1_000))
                                .uponReceiving("a request to check an address beyond the daily limit"),
                        BEYOND_THE_LIMIT)
                .willRespondWith()
                .status(429)
                .body(ErrorBody.of("Daily rate limit of 1000 requests exceeded for this endpoint."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "limitUsedUp")
    void beyond_the_daily_limit_a_client_waits(MockServer abuseIpDb) {
        var client = AbuseIpDbFixture.at(abuseIpDb);

        assertThatThrownBy(() -> client.check(BEYOND_THE_LIMIT))
                .isInstanceOfSatisfying(
                        SourceException.LimitReached.class,
                        limit -> assertThat(limit.retryAfter().notBefore())
                                .isEqualTo(Examples.NOW.plus(AbuseIpDb.PAUSE)));
    }

    private static V4Pact check(
            PactDslRequestWithoutPath request, IpAddress address, Consumer<LambdaDslObject> contents) {
        return request(request, address)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.object("data", contents)).build())
                .toPact(V4Pact.class);
    }

    private static PactDslRequestWithPath request(PactDslRequestWithoutPath request, IpAddress address) {
        return request.method("GET")
                .path("/api/v2/check")
                .encodedQuery(
                        "ipAddress=%s&maxAgeInDays=90".formatted(address.text().replace(":", "%3A")))
                .headers(Map.of("Accept", "application/json"))
                .matchHeader("Key", AbuseIpDbFixture.KEY_REGEX, AbuseIpDbFixture.KEY);
    }

    private static void reported(LambdaDslObject data, int score, int reports) {
        data.integerType("abuseConfidenceScore", score);
        data.integerType("totalReports", reports);
        data.stringMatcher("lastReportedAt", AbuseIpDbFixture.TIME_REGEX, AbuseIpDbFixture.TIME);
        data.booleanType("isWhitelisted", false);
        data.stringMatcher("countryCode", "[A-Z]{2}", "US");
    }
}
