package dev.treaty.consumer.fleettracking;

import static dev.treaty.consumer.fleettracking.SamsaraExamples.TOKEN;
import static dev.treaty.consumer.fleettracking.vehicle.StatType.ENGINE_STATES;
import static dev.treaty.consumer.fleettracking.vehicle.StatType.FUEL_PERCENTS;
import static dev.treaty.consumer.fleettracking.vehicle.StatType.GPS;
import static dev.treaty.consumer.fleettracking.vehicle.StatType.OBD_ODOMETER_METERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.treaty.consumer.fleettracking.connection.ExternalId;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.Rejected;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.TooManyRequests;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.Unavailable;
import dev.treaty.consumer.fleettracking.route.NewRoute;
import dev.treaty.consumer.fleettracking.route.NewStop;
import dev.treaty.consumer.fleettracking.route.StopPlace;
import dev.treaty.consumer.fleettracking.vehicle.Vehicle;
import dev.treaty.consumer.http.HttpApiException.UnreadableReply;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.ScriptedServer;
import dev.treaty.consumer.recording.ScriptedServer.Request;
import dev.treaty.consumer.recording.ScriptedServer.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the official SDKs do in another way, and what a contract cannot express. */
class SamsaraClientTest {

    private static final String LAST_PAGE_WITH_CURSOR =
            "{\"data\":[{\"id\":\"2\",\"name\":\"Truck 2\"}],\"pagination\":{\"endCursor\":\"end\",\"hasNextPage\":false}}";

    @Test
    void a_list_is_read_page_by_page_and_ends_in_spite_of_a_cursor() {
        try (var samsara = ScriptedServer.respondingWith(
                "{\"data\":[{\"id\":\"1\",\"name\":\"Truck 1\"}],\"pagination\":{\"endCursor\":\"a/b=\",\"hasNextPage\":true}}",
                LAST_PAGE_WITH_CURSOR)) {
            assertThat(at(samsara).vehicles().all()).extracting(Vehicle::id).containsExactly("1", "2");
            assertThat(samsara.requests())
                    .extracting(Request::toString)
                    .containsExactly("GET /fleet/vehicles?limit=512", "GET /fleet/vehicles?limit=512&after=a%2Fb%3D");
        }
    }

    @Test
    void lists_in_a_query_have_commas() {
        try (var samsara = ScriptedServer.respondingWith(LAST_PAGE_WITH_CURSOR)) {
            at(samsara).stats().snapshot(List.of(GPS, ENGINE_STATES), List.of("1", "2"));

            assertThat(samsara.requests())
                    .singleElement()
                    .hasToString("GET /fleet/vehicles/stats?types=gps%2CengineStates&vehicleIds=1%2C2");
        }
    }

    @Test
    void more_than_three_types_are_refused_before_samsara_does() {
        try (var samsara = ScriptedServer.respondingWith()) {
            var stats = at(samsara).stats();
            var four = List.of(GPS, ENGINE_STATES, FUEL_PERCENTS, OBD_ODOMETER_METERS);

            assertThatThrownBy(() -> stats.feed(four, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "Samsara returns one to three types of statistics a call, but 4 are requested.");
            assertThat(samsara.requests()).isEmpty();
        }
    }

    @Test
    void a_post_is_sent_once_and_the_next_attempt_looks_first() {
        try (var samsara = ScriptedServer.sending(
                Response.of(404, ""),
                Response.of(503, ""),
                Response.ok("{\"data\":{\"id\":\"342341\",\"name\":\"Tuesday, north\"}}"))) {
            var routes = at(samsara).routes();

            assertThatThrownBy(() -> routes.createOnce(route()))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageEndingWith("fix:   check whether it was carried out before you send it again");
            assertThat(routes.createOnce(route()).id()).isEqualTo("342341");
            assertThat(samsara.requests())
                    .extracting(Request::toString)
                    .containsExactly(
                            "GET /fleet/routes/tour:north", "POST /fleet/routes", "GET /fleet/routes/tour:north");
        }
    }

    @Test
    void a_pause_that_cannot_be_read_is_a_second() {
        try (var samsara =
                ScriptedServer.sending(Response.of(429, "").header("Retry-After", "soon"), Response.of(429, ""))) {
            var vehicles = at(samsara).vehicles();

            var unreadable = catchThrowableOfType(TooManyRequests.class, () -> vehicles.find("1"));
            var missing = catchThrowableOfType(TooManyRequests.class, () -> vehicles.find("1"));

            assertThat(List.of(unreadable.retryAfter(), missing.retryAfter()))
                    .allSatisfy(
                            pause -> assertThat(pause.remaining(Examples.NOW)).isEqualTo(Duration.ofSeconds(1)));
        }
    }

    @Test
    void what_samsara_does_not_accept_is_rejected_with_its_reason() {
        try (var samsara = ScriptedServer.failing(
                400, "{\"message\":\"Invalid value for parameter types\",\"requestId\":\"c3a8\"}")) {
            var vehicles = at(samsara).vehicles();

            assertThatThrownBy(() -> vehicles.find("1"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageStartingWith(
                            "Samsara rejected the request (HTTP 400): Invalid value for parameter types");
        }
    }

    @Test
    void a_reply_without_an_id_is_unreadable_and_says_so() {
        try (var samsara = ScriptedServer.respondingWith("{\"data\":{\"name\":\"Truck 1\"}}")) {
            var vehicles = at(samsara).vehicles();

            assertThatThrownBy(() -> vehicles.find("1"))
                    .isInstanceOf(UnreadableReply.class)
                    .hasMessageStartingWith(
                            "Samsara responded with status 200, but its body has no valid value at $.data.id.");
        }
    }

    @Test
    void the_address_of_the_legacy_api_is_refused() {
        var legacy = URI.create("https://api.samsara.com/v1/");

        assertThatThrownBy(() -> SamsaraExamples.at(legacy, TOKEN)).hasMessage("""
                Samsara's address is that of its legacy API, which has other paths.
                  where: https://api.samsara.com/v1/
                  fix:   leave out /v1""");
    }

    @Test
    void a_token_is_never_shown() {
        assertThat(TOKEN).hasToString("SamsaraToken[not shown]");
    }

    private static Samsara at(ScriptedServer samsara) {
        return SamsaraExamples.at(samsara.address(), TOKEN);
    }

    private static NewRoute route() {
        var depot = new NewStop("Depot", new StopPlace.KnownAddress("494123"), Examples.NOW);
        return new NewRoute(new ExternalId("tour", "north"), "Tuesday, north", "1", List.of(depot));
    }
}
