package dev.treaty.consumer.fleettracking;

import static dev.treaty.consumer.fleettracking.SamsaraBody.data;
import static dev.treaty.consumer.fleettracking.SamsaraBody.error;
import static dev.treaty.consumer.fleettracking.SamsaraBody.page;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.OTHER_VEHICLE;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.VEHICLE;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.at;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.fleettracking.connection.ExternalId;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.NotFound;
import dev.treaty.consumer.fleettracking.vehicle.Vehicle;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class VehiclesPactTest {

    private static final String NO_VEHICLE = "281474976710999";
    private static final String SECOND_PAGE = "cursor-of-the-second-page";

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact vehiclesInTwoPages(PactDslWithProvider samsara) {
        var threeVehicles = Map.<String, Object>of("count", 3, "secondPage", SECOND_PAGE);
        return request(
                        samsara.given("vehicles exist", threeVehicles)
                                .uponReceiving("a request for the first page of vehicles"),
                        "GET",
                        "/fleet/vehicles")
                .query("limit=2")
                .willRespondWith()
                .status(200)
                .body(page(
                        vehicles -> vehicles.object(vehicle -> listed(vehicle, VEHICLE, "Truck 1"))
                                .object(vehicle -> listed(vehicle, OTHER_VEHICLE, "Truck 2")),
                        SECOND_PAGE,
                        true))
                .given("vehicles exist", threeVehicles)
                .uponReceiving("a request for the last page of vehicles")
                .method("GET")
                .path("/fleet/vehicles")
                .query("limit=2&after=" + SECOND_PAGE)
                .headers(Map.of("Accept", "application/json", "X-Samsara-Version", "2025-06-11"))
                .matchHeader("Authorization", "Bearer samsara_api_.+", "Bearer samsara_api_test")
                .willRespondWith()
                .status(200)
                .body(page(
                        vehicles -> vehicles.object(vehicle -> listed(vehicle, "281474976710659", "Truck 3")),
                        "cursor-of-the-end",
                        false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "vehiclesInTwoPages")
    void a_list_ends_where_samsara_says_so_even_if_there_is_a_cursor(MockServer samsara) {
        var vehicles = at(samsara).vehicles();

        var first = vehicles.page(2, Optional.empty());
        var last = vehicles.page(2, first.next());

        assertThat(first.items()).extracting(Vehicle::name).containsExactly("Truck 1", "Truck 2");
        assertThat(last.items()).extracting(Vehicle::name).containsExactly("Truck 3");
        assertThat(last.next()).isEmpty();
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact vehicleExists(PactDslWithProvider samsara) {
        return request(
                        samsara.given("a vehicle exists", Map.of("id", VEHICLE))
                                .uponReceiving("a request for a vehicle"),
                        "GET",
                        "/fleet/vehicles/" + VEHICLE)
                .willRespondWith()
                .status(200)
                .body(data(vehicle -> {
                    vehicle.stringValue("id", VEHICLE);
                    vehicle.stringType("name", "Truck 1");
                    vehicle.stringType("vin", "1GBJ6P1B2HV112765");
                    vehicle.stringType("licensePlate", "6SAM123");
                }))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "vehicleExists")
    void a_vehicle_has_a_number_and_a_plate(MockServer samsara) {
        assertThat(at(samsara).vehicles().find(VEHICLE))
                .isEqualTo(new Vehicle(
                        VEHICLE, "Truck 1", Optional.of("1GBJ6P1B2HV112765"), Optional.of("6SAM123"), Map.of()));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact noVehicleExists(PactDslWithProvider samsara) {
        return request(
                        samsara.given("no vehicle exists", Map.of("id", NO_VEHICLE))
                                .uponReceiving("a request for a vehicle that does not exist"),
                        "GET",
                        "/fleet/vehicles/" + NO_VEHICLE)
                .willRespondWith()
                .status(404)
                .body(error("Not found."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "noVehicleExists")
    void a_vehicle_that_does_not_exist_is_not_found(MockServer samsara) {
        var vehicles = at(samsara).vehicles();

        assertThatThrownBy(() -> vehicles.find(NO_VEHICLE))
                .isInstanceOf(NotFound.class)
                .hasMessage("""
                Samsara has nothing there (HTTP 404).
                  where: GET %s/fleet/vehicles/281474976710999
                  fix:   check the id; it may have been deleted""".formatted(samsara.getUrl()));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact vehicleHasExternalId(PactDslWithProvider samsara) {
        return request(
                        samsara.given(
                                        "a vehicle has an external ID",
                                        Map.of("id", VEHICLE, "externalId", "fleetNumber:R-17"))
                                .uponReceiving("a request for a vehicle by its external ID"),
                        "GET",
                        "/fleet/vehicles/fleetNumber:R-17")
                .willRespondWith()
                .status(200)
                .body(data(vehicle -> {
                    vehicle.stringValue("id", VEHICLE);
                    vehicle.stringType("name", "Truck 1");
                    vehicle.object("externalIds", ids -> ids.stringValue("fleetNumber", "R-17"));
                }))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "vehicleHasExternalId")
    void a_vehicle_is_found_by_what_another_system_calls_it(MockServer samsara) {
        var vehicle = at(samsara).vehicles().find(new ExternalId("fleetNumber", "R-17"));

        assertThat(vehicle.id()).isEqualTo(VEHICLE);
        assertThat(vehicle.externalIds()).containsEntry("fleetNumber", "R-17");
    }

    private static void listed(LambdaDslObject vehicle, String id, String name) {
        vehicle.stringType("id", id);
        vehicle.stringType("name", name);
    }
}
