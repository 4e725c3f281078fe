package dev.treaty.consumer.routeplanning;

import static dev.treaty.consumer.routeplanning.MapboxFixture.DEPOT;
import static dev.treaty.consumer.routeplanning.MapboxFixture.ISLAND;
import static dev.treaty.consumer.routeplanning.MapboxFixture.NORTH;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.http.HttpApiException;
import dev.treaty.consumer.http.HttpApiException.UnreadableReply;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.ScriptedServer;
import dev.treaty.consumer.recording.ScriptedServer.Response;
import dev.treaty.consumer.routeplanning.connection.MapboxException.Rejected;
import dev.treaty.consumer.routeplanning.connection.MapboxException.TooManyRequests;
import dev.treaty.consumer.routeplanning.connection.MapboxException.Unavailable;
import dev.treaty.consumer.routeplanning.connection.MapboxToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a contract cannot express: how stops are split, several shapes of errors, and that the token stays secret. */
class MapboxErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\": \"InvalidInput\", \"message\": \"Bad\"}                      | InvalidInput  | Bad",
                "{\"message\": \"Bad\", \"error_code\": \"VALIDATION\"}                  | VALIDATION    | Bad",
                "{\"message\": \"Bad\"}                                                  | unknown       | Bad",
                "<html>                                                                  | unknown       | ''"
            })
    void both_shapes_of_errors_are_read(String body, String code, String message) {
        try (var server = ScriptedServer.failing(422, body)) {
            var geocoder = at(server).geocoder();

            assertThatThrownBy(() -> geocoder.locate("Main St 1"))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.code()).isEqualTo(code))
                    .hasMessageStartingWith("Mapbox rejected the request (HTTP 422, %s): %s".formatted(code, message));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 422})
    void that_there_is_no_way_is_an_answer_with_any_status(int status) {
        try (var server = ScriptedServer.failing(status, "{\"code\": \"NoRoute\", \"message\": \"No route\"}")) {
            assertThat(at(server).navigator(Profile.DRIVING).way(List.of(DEPOT, ISLAND), Side.ANY))
                    .isEqualTo(new Navigation.NoRoute());
        }
    }

    @Test
    void thirteen_stops_are_two_trips_and_never_one_request() {
        try (var server = ScriptedServer.respondingWith(trip(6), trip(7))) {
            var stops = IntStream.range(0, 13)
                    .mapToObj(i -> new Coordinate(13.3 + i * 0.01, 52.4 + (i * 5 % 13) * 0.01))
                    .toList();

            var plan = at(server).trips(Profile.DRIVING).plan(DEPOT, stops);

            assertThat(plan)
                    .isInstanceOfSatisfying(
                            TripPlan.Planned.class,
                            planned -> assertThat(planned.trips().stream()
                                            .flatMap(trip -> trip.stops().stream())
                                            .collect(toSet()))
                                    .hasSize(13)
                                    .containsAll(stops));
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.target()
                                    .chars()
                                    .filter(character -> character == ';')
                                    .count())
                            .isLessThan(12));
        }
    }

    @Test
    void eleven_stops_are_one_trip() {
        try (var server = ScriptedServer.respondingWith(trip(11))) {
            var stops = IntStream.range(0, 11)
                    .mapToObj(i -> new Coordinate(13.3 + i * 0.01, 52.4))
                    .toList();

            assertThat(at(server).trips(Profile.DRIVING).plan(DEPOT, stops))
                    .isInstanceOfSatisfying(
                            TripPlan.Planned.class,
                            planned -> assertThat(planned.trips()).hasSize(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\": \"Ok\", \"waypoints\": [{\"waypoint_index\": 0}], \"trips\": []}",
                "{\"code\": \"Ok\", \"waypoints\": [{\"waypoint_index\": 0}, {\"waypoint_index\": 2}], \"trips\": []}",
                "{\"code\": \"Ok\", \"waypoints\": [{\"waypoint_index\": 0}, {\"waypoint_index\": 1}], \"trips\": []}",
                "{\"code\": \"Maybe\"}",
                "{}"
            })
    void an_answer_that_makes_no_sense_is_unreadable(String body) {
        try (var server = ScriptedServer.respondingWith(body)) {
            var trips = at(server).trips(Profile.DRIVING);

            assertThatThrownBy(() -> trips.plan(DEPOT, List.of(NORTH))).isInstanceOf(UnreadableReply.class);
        }
    }

    @Test
    void without_a_time_to_wait_for_the_client_waits_a_minute() {
        try (var server = ScriptedServer.sending(Response.of(429, "").header("X-Rate-Limit-Reset", "soon"))) {
            var geocoder = at(server).geocoder();

            assertThatThrownBy(() -> geocoder.locate("Main St 1"))
                    .isInstanceOfSatisfying(
                            TooManyRequests.class,
                            refused -> assertThat(refused.retryAfter().notBefore())
                                    .isEqualTo(Examples.NOW.plusSeconds(60)));
        }
    }

    @Test
    void no_message_shows_the_token() throws IOException {
        var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        var nobody = MapboxFixture.at(
                URI.create("http://127.0.0.1:" + closed.getLocalPort()), MapboxFixture.TOKEN, Examples.CLOCK);
        assertThatThrownBy(() -> nobody.geocoder().locate("Main St 1"))
                .isInstanceOf(HttpApiException.class)
                .hasMessageContaining("access_token=…")
                .hasMessageNotContaining(MapboxFixture.TOKEN)
                .satisfies(failure -> assertThat(causes(failure))
                        .noneMatch(cause -> String.valueOf(cause).contains(MapboxFixture.TOKEN)));
        try (var server = ScriptedServer.sending(Response.of(503, ""), Response.ok("nonsense"))) {
            var geocoder = at(server).geocoder();

            assertThatThrownBy(() -> geocoder.locate("Main St 1"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageNotContaining(MapboxFixture.TOKEN);
            assertThatThrownBy(() -> geocoder.locate("Main St 1"))
                    .isInstanceOf(UnreadableReply.class)
                    .hasMessageNotContaining(MapboxFixture.TOKEN);
            assertThat(server.requests())
                    .allSatisfy(
                            request -> assertThat(request.target()).contains("access_token=" + MapboxFixture.TOKEN));
        }
        assertThat(new MapboxToken(MapboxFixture.TOKEN)).hasToString("MapboxToken[…]");
        assertThatThrownBy(() -> new MapboxToken("secret-of-another-vendor"))
                .hasMessageNotContaining("secret-of-another-vendor");
    }

    @Test
    void latitude_and_longitude_in_the_wrong_order_are_noticed_where_that_is_possible() {
        assertThatThrownBy(() -> new Coordinate(38.9, -122.4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Coordinate.path(List.of(new Coordinate(-122.4619971234567, 0))))
                .isEqualTo("-122.461997,0");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String trip(int stops) {
        var waypoints = IntStream.rangeClosed(0, stops)
                .mapToObj("{\"waypoint_index\": %d}"::formatted)
                .toList();
        return "{\"code\": \"Ok\", \"waypoints\": %s, \"trips\": [{\"distance\": 10, \"duration\": 1.5}]}"
                .formatted(waypoints);
    }

    private static Mapbox at(ScriptedServer server) {
        return MapboxFixture.at(server.address(), MapboxFixture.TOKEN, Examples.CLOCK);
    }
}
