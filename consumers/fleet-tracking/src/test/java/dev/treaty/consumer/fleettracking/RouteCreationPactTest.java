package dev.treaty.consumer.fleettracking;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.fleettracking.SamsaraBody.data;
import static dev.treaty.consumer.fleettracking.SamsaraBody.error;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.ADDRESS;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.ROUTE;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.VEHICLE;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.at;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.request;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.fleettracking.connection.ExternalId;
import dev.treaty.consumer.fleettracking.connection.SamsaraApi;
import dev.treaty.consumer.fleettracking.route.NewRoute;
import dev.treaty.consumer.fleettracking.route.NewStop;
import dev.treaty.consumer.fleettracking.route.StopPlace;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Samsara knows no idempotency key, so the client looks before it creates a route. */
@Recording
class RouteCreationPactTest {

    private static final ExternalId NORTH = new ExternalId("tour", "2026-01-15-north");
    private static final ExternalId SOUTH = new ExternalId("tour", "2026-01-15-south");

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact routeToAddressIsCreated(PactDslWithProvider samsara) {
        var isFree = isFree(samsara, NORTH);
        return create(
                isFree,
                Map.of("id", ADDRESS),
                "a request to create a route with a stop at an address",
                body(NORTH, stop -> stop.stringValue("addressId", ADDRESS)));
    }

    @Test
    @PactTestFor(pactMethod = "routeToAddressIsCreated")
    void a_route_is_created_if_there_is_none_yet(MockServer samsara) {
        var route = at(samsara).routes().createOnce(plan(NORTH, new StopPlace.KnownAddress(ADDRESS)));

        assertThat(route.id()).isEqualTo(ROUTE);
        assertThat(route.stops()).hasSize(1);
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact routeToPlaceIsCreated(PactDslWithProvider samsara) {
        var isFree = isFree(samsara, SOUTH);
        return create(
                isFree,
                Map.of(),
                "a request to create a route with a stop at a place",
                body(
                        SOUTH,
                        stop -> stop.object("singleUseLocation", place -> {
                            place.stringType("address", "1 Market St, San Francisco, CA");
                            place.numberType("latitude", 37.794);
                            place.numberType("longitude", -122.395);
                        })));
    }

    @Test
    @PactTestFor(pactMethod = "routeToPlaceIsCreated")
    void a_stop_may_be_at_a_place_for_this_route_only(MockServer samsara) {
        var place = new StopPlace.SingleUse("1 Market St, San Francisco, CA", 37.794, -122.395);

        assertThat(at(samsara).routes().createOnce(plan(SOUTH, place)).vehicle())
                .hasValueSatisfying(vehicle -> assertThat(vehicle.id()).isEqualTo(VEHICLE));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact routeWasCreatedBefore(PactDslWithProvider samsara) {
        return request(
                        samsara.given(
                                        "a route exists",
                                        Map.of(
                                                "id",
                                                ROUTE,
                                                "vehicleId",
                                                VEHICLE,
                                                "externalId",
                                                "tour:2026-01-15-north"))
                                .uponReceiving("a request for a route by its external ID"),
                        "GET",
                        "/fleet/routes/" + NORTH.segment())
                .willRespondWith()
                .status(200)
                .body(data(route -> SamsaraBody.route(route, VEHICLE)))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "routeWasCreatedBefore")
    void a_route_that_was_created_before_is_not_created_again(MockServer samsara) {
        var route = at(samsara).routes().createOnce(plan(NORTH, new StopPlace.KnownAddress(ADDRESS)));

        assertThat(route.id()).isEqualTo(ROUTE);
    }

    private static PactDslResponse isFree(PactDslWithProvider samsara, ExternalId externalId) {
        return request(
                        samsara.given(
                                        "no route exists",
                                        Map.of("externalId", externalId.key() + ":" + externalId.value()))
                                .uponReceiving("a request for a route by an external ID that no route has"),
                        "GET",
                        "/fleet/routes/" + externalId.segment())
                .willRespondWith()
                .status(404)
                .body(error("Not found."));
    }

    private static V4Pact create(
            PactDslResponse isFree, Map<String, Object> address, String description, DslPart body) {
        var vehicle = isFree.given("a vehicle has no route", Map.of("id", VEHICLE));
        var ready = address.isEmpty() ? vehicle : vehicle.given("an address exists", address);
        return ready.uponReceiving(description)
                .method("POST")
                .path("/fleet/routes")
                .headers(Map.of("Accept", "application/json", "X-Samsara-Version", SamsaraApi.VERSION))
                .matchHeader("Authorization", "Bearer samsara_api_.+", "Bearer samsara_api_test")
                .headers(Map.of("Content-Type", "application/json"))
                .body(body)
                .willRespondWith()
                .successStatus()
                .body(data(route -> SamsaraBody.route(route, VEHICLE)))
                .toPact(V4Pact.class);
    }

    private static DslPart body(ExternalId externalId, Consumer<LambdaDslObject> place) {
        return newJsonBody(route -> {
                    route.stringType("name", "Tuesday, north");
                    route.stringValue("vehicleId", VEHICLE);
                    route.object("externalIds", ids -> ids.stringValue(externalId.key(), externalId.value()));
                    route.minArrayLike("stops", 1, stop -> {
                        stop.stringType("name", "Depot");
                        stop.stringMatcher(
                                "scheduledArrivalTime",
                                SamsaraExamples.TIME,
                                Examples.NOW.plusSeconds(3_600).toString());
                        place.accept(stop);
                    });
                })
                .build();
    }

    private static NewRoute plan(ExternalId externalId, StopPlace place) {
        var depot = new NewStop("Depot", place, Examples.NOW.plusSeconds(3_600));
        return new NewRoute(externalId, "Tuesday, north", VEHICLE, List.of(depot));
    }
}
