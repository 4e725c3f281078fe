package dev.treaty.stubs.mapbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.treaty.stubs.junit.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@StubServer("mapbox")
class MapboxNavigationTest {

    private static final String WAY = "/directions/v5/mapbox/driving/13.3,52.5;13.4,52.6";

    private final MapboxClient mapbox;

    MapboxNavigationTest(String mapbox) {
        this.mapbox = MapboxClient.withNewToken(mapbox);
    }

    @Test
    void a_way_is_the_great_circle_and_a_detour_the_same_each_time_and_says_that_it_is_made_up() {
        var way = mapbox.get(WAY + "?steps=true&geometries=geojson&overview=full&annotations=duration,distance");

        var route = way.body().at("/routes/0");
        assertThat(route.path("distance").asDouble()).isCloseTo(13_015 * 1.3, within(30.0));
        assertThat(route.path("duration").asDouble())
                .isCloseTo(route.path("distance").asDouble() / (40_000 / 3_600.0), within(0.1));
        assertThat(route.at("/legs/0/steps")).hasSize(3);
        assertThat(route.at("/legs/0/steps/1/maneuver/instruction").asText()).isEqualTo("Turn left.");
        assertThat(route.at("/legs/0/annotation/distance")).hasSize(2);
        assertThat(route.at("/geometry/coordinates")).hasToString("[[13.3,52.5],[13.4,52.5],[13.4,52.6]]");
        assertThat(way.header("Treaty-Made-Up")).isEqualTo("roads");
        assertThat(mapbox.get(WAY).body().at("/routes/0/distance")).isEqualTo(route.path("distance"));
    }

    @Test
    void a_polyline_is_encoded_as_its_algorithm_says() {
        var way = mapbox.get("/directions/v5/mapbox/cycling/-120.2,38.5;-120.95,40.7");

        assertThat(way.body().at("/routes/0/geometry").asText()).isEqualTo("_p~iF~ps|U?nnqC_ulL?");
    }

    @Test
    void a_long_way_may_be_asked_for_with_a_form() {
        var way = mapbox.post(
                "/directions/v5/mapbox/walking",
                "application/x-www-form-urlencoded",
                "coordinates=13.3%2C52.5%3B13.4%2C52.6&overview=false");

        assertThat(way.code()).isEqualTo("200 Ok");
        assertThat(way.body().at("/routes/0").has("geometry")).isFalse();
    }

    @Test
    void a_matrix_has_a_row_for_each_source() {
        var matrix = mapbox.get("/directions-matrix/v1/mapbox/driving/13.3,52.5;13.4,52.5;13.5,52.5"
                        + "?annotations=duration,distance&sources=0;2&destinations=1")
                .body();

        assertThat(matrix.path("distances")).hasSize(2);
        assertThat(matrix.at("/distances/0/0")).isEqualTo(matrix.at("/distances/1/0"));
        assertThat(matrix.at("/durations/0/0").asDouble()).isPositive();
        assertThat(matrix.path("sources")).hasSize(2);
        assertThat(matrix.at("/destinations/0/location")).hasToString("[13.4,52.5]");
    }

    @Test
    void the_best_order_is_found_and_told_in_the_order_of_the_request() {
        var trips = mapbox.get("/optimized-trips/v1/mapbox/driving/13.0,52;13.3,52;13.1,52;13.2,52"
                        + "?roundtrip=false&source=first&destination=last")
                .body();

        assertThat(trips.findValuesAsText("waypoint_index")).containsExactly("0", "2", "1", "3");
        assertThat(trips.at("/trips/0/legs")).hasSize(3);
    }

    @Test
    void what_is_picked_up_comes_before_it_is_dropped_off() {
        var path = "/optimized-trips/v1/mapbox/driving/13.0,52;13.1,52;13.2,52";

        assertThat(mapbox.get(path + "?source=first&distributions=2,1").body().findValuesAsText("waypoint_index"))
                .containsExactly("0", "2", "1");
        assertThat(mapbox.get(path + "?source=first&distributions=2,1;1,2").code())
                .isEqualTo("200 NoTrips");
    }

    @Test
    void there_is_no_way_where_a_test_says_so() {
        mapbox.control("/roads", "{\"longitude\": 13.4, \"latitude\": 52.6, \"roads\": \"island\"}");
        mapbox.control("/roads", "{\"longitude\": 9.0, \"latitude\": 50.0, \"roads\": \"none\"}");

        assertThat(mapbox.get(WAY).code()).isEqualTo("200 NoRoute");
        assertThat(mapbox.get("/directions-matrix/v1/mapbox/driving/13.3,52.5;13.4,52.6")
                        .body()
                        .at("/durations/0/1")
                        .isNull())
                .isTrue();
        assertThat(mapbox.get("/optimized-trips/v1/mapbox/driving/13.3,52.5;13.4,52.6")
                        .code())
                .isEqualTo("200 NoTrips");
        assertThat(mapbox.get("/directions/v5/mapbox/driving/13.3,52.5;9.0,50.0")
                        .code())
                .isEqualTo("200 NoSegment");
        assertThat(mapbox.get("/directions/v5/mapbox/driving/13.3,52.5;-74,40.7")
                        .code())
                .isEqualTo("200 NoRoute");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/directions/v5/mapbox/flying/13.3,52.5;13.4,52.6                            | 404 ProfileNotFound",
                "/directions/v5/mapbox/driving/13.3,52.5                                     | 422 InvalidInput",
                "/directions/v5/mapbox/driving/13.3,52.5;north                               | 422 InvalidInput",
                "/directions/v5/mapbox/driving/13.3,152.5;13,52                              | 422 InvalidInput",
                "/directions/v5/mapbox/driving/13.3,52.5;13.4,52.6?geometries=wkt            | 422 InvalidInput",
                "/directions/v5/mapbox/driving/13.3,52.5;13.4,52.6?banner_instructions=true  | 422 NotImplemented",
                "/directions-matrix/v1/mapbox/driving/13.3,52.5;13.4,52.6?sources=2          | 422 InvalidInput",
                "/directions-matrix/v1/mapbox/driving/13.3,52.5;13.4,52.6?annotations=speed  | 422 InvalidInput",
                "/optimized-trips/v1/mapbox/driving/13.3,52.5;13.4,52.6?distributions=1,1    | 422 InvalidInput",
                "/optimized-trips/v1/mapbox/driving/13.3,52.5;13.4,52.6?roundtrip=false      | 422 NotImplemented",
                "/optimized-trips/v1/mapbox/driving/1,1;1,2;1,3;1,4;1,5;1,6;1,7;1,8;1,9;2,1;2,2;2,3;2,4 | 422 InvalidInput"
            })
    void what_navigation_does_not_accept_has_a_code(String path, String code) {
        assertThat(mapbox.get(path).code()).isEqualTo(code);
    }
}
