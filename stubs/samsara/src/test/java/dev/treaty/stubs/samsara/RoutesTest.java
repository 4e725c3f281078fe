package dev.treaty.stubs.samsara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Routes, and how vehicles follow them. */
class RoutesTest {

    private static final String NEWS = "/fleet/routes/audit-logs/feed?expand=route";

    private final Organisation organisation = Organisation.create();

    @Test
    void the_states_of_stops_follow_the_vehicle() {
        var vehicle = organisation.newVehicle(37.70, -122.40);
        var route = newRoute(vehicle, place(37.72), place(37.74));

        organisation.advance("PT1M");
        assertThat(states(route)).containsExactly("en route", "scheduled");
        assertThat(stop(route, 0).path("eta").asText()).isNotEmpty();

        organisation.advance("PT4M");
        assertThat(states(route)).containsExactly("arrived", "scheduled");
        assertThat(latitude(vehicle)).isEqualTo(37.72);

        organisation.advance("PT5M");
        assertThat(states(route)).containsExactly("departed", "en route");

        organisation.advance("PT1H");
        assertThat(states(route)).containsExactly("departed", "arrived");
        assertThat(get(route).path("actualRouteEndTime").asText())
                .isEqualTo(stop(route, 1).path("actualArrivalTime").asText());
    }

    @Test
    void a_vehicle_arrives_when_it_is_scheduled_to() {
        var vehicle = organisation.newVehicle(37.70, -122.40);
        var scheduled = organisation.now().plus(Duration.ofHours(2));
        var stop = Map.of(
                "name", "Depot",
                "scheduledArrivalTime", scheduled.toString(),
                "singleUseLocation", Map.of("latitude", 37.72, "longitude", -122.40));

        var route = newRoute(vehicle, stop);
        organisation.advance("PT2H1M");

        assertThat(Instant.parse(stop(route, 0).path("actualArrivalTime").asText()))
                .isEqualTo(scheduled);
    }

    @Test
    void the_feed_of_routes_tells_each_change_once_and_in_order() {
        var vehicle = organisation.newVehicle(37.70, -122.40);
        newRoute(vehicle, place(37.72), place(37.74));

        var cursor = "";
        var heard = new ArrayList<String>();
        for (var pause : List.of("PT0S", "PT1M", "PT9M", "PT1H")) {
            organisation.advance(pause);
            var page = organisation.get(NEWS + (cursor.isEmpty() ? "" : "&after=" + cursor));
            page.data().forEach(update -> heard.add(update.path("operation").asText()));
            cursor = page.endCursor();
        }

        assertThat(heard)
                .containsExactly(
                        "stop scheduled",
                        "stop scheduled",
                        "stop en route",
                        "stop arrived",
                        "stop departed",
                        "stop en route",
                        "stop arrived");
        assertThat(organisation.get(NEWS + "&after=" + cursor).data()).isEmpty();
    }

    @Test
    void a_route_can_be_given_to_another_vehicle_on_the_way() {
        var slow = organisation.newVehicle(37.70, -122.40);
        var near = organisation.newVehicle(37.73, -122.40);
        var route = newRoute(slow, place(37.74));
        organisation.advance("PT2M");
        var left = latitude(slow);

        organisation.patch("/fleet/routes/" + route, Map.of("vehicleId", near)).requireSuccess();
        organisation.advance("PT10M");

        assertThat(get(route).path("vehicle").path("id").asText()).isEqualTo(near);
        assertThat(states(route)).containsExactly("arrived");
        assertThat(latitude(near)).isEqualTo(37.74);
        assertThat(latitude(slow)).isCloseTo(left, offset(0.001));
    }

    @Test
    void the_vehicle_of_a_route_that_is_removed_stops_where_it_is() {
        var vehicle = organisation.newVehicle(37.70, -122.40);
        var route = newRoute(vehicle, place(37.90));
        organisation.advance("PT5M");

        assertThat(organisation.delete("/fleet/routes/" + route).status()).isEqualTo(204);
        organisation.advance("PT1H");

        assertThat(organisation.get("/fleet/routes/" + route).status()).isEqualTo(404);
        assertThat(latitude(vehicle)).isBetween(37.71, 37.80);
    }

    @Test
    void a_route_is_found_by_its_external_id_which_is_unique() {
        var vehicle = organisation.newVehicle(37.70, -122.40);
        var body = Map.of(
                "name",
                "North",
                "vehicleId",
                vehicle,
                "externalIds",
                Map.of("tour", "7"),
                "stops",
                List.of(place(37.72)));
        var route = organisation
                .post("/fleet/routes", body)
                .requireSuccess()
                .data()
                .path("id")
                .asText();

        assertThat(organisation.get("/fleet/routes/tour:7").data().path("id").asText())
                .isEqualTo(route);
        assertThat(organisation.post("/fleet/routes", body).status()).isEqualTo(400);
    }

    @Test
    void what_a_route_lacks_is_refused() {
        var neither = Map.of("name", "Depot");
        var address = organisation.get("/addresses").data().path(0).path("id").asText();
        var both = Map.of("addressId", address, "singleUseLocation", Map.of("latitude", 1, "longitude", 1));

        for (var stops : List.of(List.of(neither), List.of(both), List.of())) {
            assertThat(organisation
                            .post("/fleet/routes", Map.of("name", "North", "stops", stops))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(organisation
                        .post("/fleet/routes", Map.of("stops", List.of(place(1))))
                        .message())
                .isEqualTo("Missing required field name.");
    }

    @Test
    void a_route_without_a_vehicle_waits_for_one() {
        var body = Map.of("name", "North", "stops", List.of(place(37.72)));
        var route = organisation
                .post("/fleet/routes", body)
                .requireSuccess()
                .data()
                .path("id")
                .asText();

        organisation.advance("P1D");

        assertThat(states(route)).containsExactly("unassigned");
    }

    private static Object place(double latitude) {
        return Map.of("name", "Stop", "singleUseLocation", Map.of("latitude", latitude, "longitude", -122.40));
    }

    private String newRoute(String vehicle, Object... stops) {
        var body = Map.of("name", "North", "vehicleId", vehicle, "stops", List.of(stops));
        return organisation
                .post("/fleet/routes", body)
                .requireSuccess()
                .data()
                .path("id")
                .asText();
    }

    private JsonNode get(String route) {
        return organisation.get("/fleet/routes/" + route).requireSuccess().data();
    }

    private JsonNode stop(String route, int index) {
        return get(route).path("stops").path(index);
    }

    private List<String> states(String route) {
        return StreamSupport.stream(get(route).path("stops").spliterator(), false)
                .map(stop -> stop.path("state").asText())
                .toList();
    }

    private double latitude(String vehicle) {
        return organisation
                .get("/fleet/vehicles/stats?types=gps&vehicleIds=" + vehicle)
                .data()
                .path(0)
                .path("gps")
                .path("latitude")
                .asDouble();
    }
}
