package dev.treaty.consumer.routeplanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import dev.treaty.consumer.routeplanning.connection.MapboxException.Forbidden;
import dev.treaty.consumer.routeplanning.connection.MapboxException.TooManyRequests;
import dev.treaty.consumer.routeplanning.connection.MapboxException.Unauthorized;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When Mapbox does not let the client in. */
@Recording
class AccessPactTest {

    private static final String REVOKED = "pk.revoked0000000042";
    private static final String REVERSE = "/search/geocode/v6/reverse";
    private static final String PLACE = "longitude=13.378919&latitude=52.516667&permanent=true";

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact tokenIsRevoked(PactDslWithProvider mapbox) {
        return mapbox.given("a token was revoked", Map.of("token", REVOKED))
                .uponReceiving("a request with a token that was revoked")
                .method("GET")
                .path(REVERSE)
                .headers(Map.of("Accept", "application/json"))
                .query(PLACE + "&access_token=" + REVOKED)
                .willRespondWith()
                .status(401)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tokenIsRevoked")
    void a_revoked_token_is_unauthorized_and_not_shown(MockServer mapbox) {
        var geocoder = MapboxFixture.at(URI.create(mapbox.getUrl()), REVOKED, Examples.CLOCK)
                .geocoder();

        assertThatThrownBy(() -> geocoder.addressAt(MapboxFixture.DEPOT))
                .isInstanceOf(Unauthorized.class)
                .hasMessage("""
                        Mapbox does not accept the access token (HTTP 401).
                          where: GET %s%s?%s&access_token=…
                          fix:   check whether the token was revoked, and set the new one""".formatted(mapbox.getUrl(), REVERSE, PLACE));
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact tokenIsForAnotherSite(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("a token belongs to another site", Map.of("site", "https://elsewhere.example")),
                        "a request with a token of another site",
                        REVERSE,
                        "longitude=13.376&latitude=52.5251&permanent=true")
                .willRespondWith()
                .status(403)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tokenIsForAnotherSite")
    void a_token_of_another_site_is_forbidden(MockServer mapbox) {
        var geocoder = MapboxFixture.at(mapbox).geocoder();

        assertThatThrownBy(() -> geocoder.addressAt(MapboxFixture.NORTH)).isInstanceOf(Forbidden.class);
    }

    /** The header is what Mapbox's own SDK for iOS reads; without it, the client waits a minute. */
    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact tooManyRequests(PactDslWithProvider mapbox) {
        var reset = String.valueOf(Examples.NOW.plusSeconds(20).getEpochSecond());
        return MapboxFixture.get(
                        mapbox.given("the rate limit is exceeded", Map.of("minutes", 1)),
                        "a request after too many requests",
                        REVERSE,
                        "longitude=13.4094&latitude=52.5208&permanent=true")
                .willRespondWith()
                .status(429)
                .matchHeader("X-Rate-Limit-Reset", "\\d+", reset)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tooManyRequests")
    void after_too_many_requests_nothing_is_sent_until_the_limit_is_reset(MockServer mapbox) {
        var geocoder = MapboxFixture.at(mapbox).geocoder();

        assertThatThrownBy(() -> geocoder.addressAt(MapboxFixture.EAST))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refused ->
                                assertThat(refused.retryAfter().notBefore()).isEqualTo(Examples.NOW.plusSeconds(20)));
        assertThatThrownBy(() -> geocoder.addressAt(MapboxFixture.EAST))
                .isInstanceOf(TooManyRequests.class)
                .hasMessageContaining("(not sent)")
                .hasMessageNotContaining(MapboxFixture.TOKEN);
    }
}
