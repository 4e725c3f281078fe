package dev.treaty.stubs.mapbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Geocoding, tokens and limits. */
@StubServer("mapbox")
class MapboxGeocodingTest {

    private final MapboxClient mapbox;

    MapboxGeocodingTest(String mapbox) {
        this.mapbox = MapboxClient.withNewToken(mapbox);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pariser Platz 1, Berlin          | exact",
                "350 5th Avenue, New York         | exact",
                "742 Evergreen Terrace, Springfield | high",
                "Evergreen Terrace, Springfield   | low"
            })
    void an_address_has_a_confidence_and_always_the_same_place(String address, String confidence) {
        var found = mapbox.forward(address);

        var properties = found.body().at("/features/0/properties");
        assertThat(properties.at("/match_code/confidence").asText()).isEqualTo(confidence);
        assertThat(found.header("Treaty-Made-Up")).isEqualTo("addresses");
        assertThat(mapbox.forward(address).body()).isEqualTo(found.body());
    }

    @Test
    void an_address_that_is_made_up_is_in_its_town_and_has_the_postcode_that_was_asked_for() {
        var properties = mapbox.forward("742 Evergreen Terrace, 97403 Springfield")
                .body()
                .at("/features/0/properties");

        assertThat(properties.path("full_address").asText()).isEqualTo("742 Evergreen Terrace, 97403 Springfield");
        assertThat(properties.at("/coordinates/longitude").asDouble()).isBetween(-123.06, -122.98);
        assertThat(properties.at("/coordinates/latitude").asDouble()).isBetween(44.01, 44.08);
    }

    @Test
    void words_without_vowels_are_no_address() {
        assertThat(mapbox.forward("Xqzw 99999").body().path("features")).isEmpty();
    }

    @Test
    void a_test_says_where_an_address_is_or_that_nobody_knows_it() {
        mapbox.control(
                "/places",
                "{\"q\": \"Depot 7, Berlin\", \"longitude\": 13.5, \"latitude\": 52.5, \"confidence\": \"medium\"}");
        mapbox.control("/places", "{\"q\": \"Main Street 1\"}");

        assertThat(mapbox.forward("depot 7,  berlin").body().at("/features/0/geometry/coordinates"))
                .hasToString("[13.5,52.5]");
        assertThat(mapbox.forward("Main Street 1").body().path("features")).isEmpty();
        assertThat(MapboxClient.withNewToken(mapbox.url())
                        .forward("Main Street 1")
                        .body()
                        .path("features"))
                .hasSize(1);
    }

    @Test
    void a_place_has_an_address_that_is_known_or_made_up() {
        assertThat(mapbox.get("/search/geocode/v6/reverse?longitude=13.3789&latitude=52.5167")
                        .body()
                        .at("/features/0/properties/name")
                        .asText())
                .isEqualTo("Pariser Platz 1");
        assertThat(mapbox.get("/search/geocode/v6/reverse?longitude=13.5&latitude=52.4")
                        .body()
                        .at("/features/0/properties/full_address")
                        .asText())
                .endsWith("Example Street, 10117 Berlin");
    }

    @Test
    void a_batch_is_answered_in_its_order() {
        var batch = mapbox.post("/search/geocode/v6/batch", "application/json", """
                [{"q": "Xqzw"}, {"address_number": "10", "street": "Downing Street"}, {"longitude": 13.5, "latitude": 52.4}]""")
                .body()
                .path("batch");

        assertThat(batch.path(0).path("features")).isEmpty();
        assertThat(batch.at("/1/features/0/properties/context/place/name").asText())
                .isEqualTo("London");
        assertThat(batch.at("/2/features")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search/geocode/v6/forward", "/search/geocode/v6/reverse?longitude=13.5"})
    void a_search_without_what_it_needs_is_refused_in_the_shape_of_geocoding(String path) {
        var refused = mapbox.get(path);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("message").asText()).endsWith("required");
        assertThat(refused.body().has("code")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"pk.revoked42,INVALID_TOKEN", "secret,INVALID_TOKEN", "'',INVALID_TOKEN"})
    void a_token_may_be_refused(String token, String code) {
        var refused = new MapboxClient(mapbox.url(), token).forward("Main Street 1");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().path("error_code").asText()).isEqualTo(code);
    }

    @Test
    void too_many_requests_tell_when_the_limit_is_reset() {
        mapbox.control("/limit", "{\"requests\": 1, \"per\": \"PT1M\"}");
        mapbox.forward("Main Street 1");

        var refused = mapbox.forward("Main Street 1");
        mapbox.control(
                "/clock",
                "{\"set\": \"%s\"}"
                        .formatted(Instant.ofEpochSecond(Long.parseLong(refused.header("X-Rate-Limit-Reset")))));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("X-Rate-Limit-Interval")).isEqualTo("60");
        assertThat(refused.header("X-Rate-Limit-Limit")).isEqualTo("1");
        assertThat(mapbox.forward("Main Street 1").status()).isEqualTo(200);
    }

    @Test
    void what_is_not_covered_is_an_error_that_says_so() {
        var refused = mapbox.get("/geocoding/v5/mapbox.places/Berlin.json");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.header("Treaty-Not-Covered")).isNotEmpty();
        assertThat(refused.body().path("message").asText()).contains("does not cover");
    }
}
