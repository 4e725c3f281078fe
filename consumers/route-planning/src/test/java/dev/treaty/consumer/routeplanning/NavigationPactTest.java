package dev.treaty.consumer.routeplanning;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.routeplanning.MapboxFixture.DEPOT;
import static dev.treaty.consumer.routeplanning.MapboxFixture.EAST;
import static dev.treaty.consumer.routeplanning.MapboxFixture.ISLAND;
import static dev.treaty.consumer.routeplanning.MapboxFixture.NORTH;
import static dev.treaty.consumer.routeplanning.MapboxFixture.SEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import dev.treaty.consumer.routeplanning.connection.MapboxException.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Travel times, the best order of stops, and the way. Whether it is 200 or a refusal that there is no way is not documented for each code, so
 * the contract permits both, and the client decides by the code.
 */
@Recording
class NavigationPactTest {

    private static final String TWO = "13.378919,52.516667;13.376,52.5251";
    private static final String WITH_ISLAND = "13.378919,52.516667;-16.9241,32.6669";
    private static final String WITH_SEA = "13.378919,52.516667;3.5,56.5";
    private static final String WAY = "geometries=polyline6&overview=full&steps=true";
    private static final String TRIP = "roundtrip=true&source=first&overview=false";
    private static final List<Integer> NO_WAY = List.of(200, 404, 422);
    private static final Map<String, Object> CONNECTED = Map.of("region", "Berlin");

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact travelTimes(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("roads connect places", CONNECTED),
                        "a request for the travel times between a depot and stops",
                        "/directions-matrix/v1/mapbox/driving/" + TWO,
                        "annotations=duration")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> body.array("durations", rows -> {
                            rows.array(row -> {
                                row.numberType(0);
                                row.numberType(110.4);
                            });
                            rows.array(row -> {
                                row.numberType(118.2);
                                row.numberType(0);
                            });
                        }))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "travelTimes")
    void travel_times_are_read_by_place(MockServer mapbox) {
        var times = MapboxFixture.at(mapbox).travelTimes(Profile.DRIVING).between(List.of(DEPOT, NORTH));

        assertThat(times.between(0, 1)).contains(Duration.ofMillis(110_400));
        assertThat(times.between(1, 0)).contains(Duration.ofMillis(118_200));
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact unreachableStop(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("a place cannot be reached by road", MapboxFixture.place(ISLAND)),
                        "a request for the travel times to a stop that cannot be reached",
                        "/directions-matrix/v1/mapbox/driving/" + WITH_ISLAND,
                        "annotations=duration")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> body.array("durations", rows -> {
                            rows.array(row -> {
                                row.numberType(0);
                                row.nullValue();
                            });
                            rows.array(row -> {
                                row.nullValue();
                                row.numberType(0);
                            });
                        }))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "unreachableStop")
    void a_stop_that_cannot_be_reached_has_no_travel_time(MockServer mapbox) {
        var times = MapboxFixture.at(mapbox).travelTimes(Profile.DRIVING).between(List.of(DEPOT, ISLAND));

        assertThat(times.between(0, 1)).isEmpty();
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact bestOrder(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("roads connect places", CONNECTED),
                        "a request for the best order of stops",
                        "/optimized-trips/v1/mapbox/driving/" + TWO + ";13.4094,52.5208",
                        TRIP)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> {
                            body.stringValue("code", "Ok");
                            body.array("waypoints", waypoints -> {
                                waypoints.object(depot -> depot.numberValue("waypoint_index", 0));
                                waypoints.object(stop -> stop.integerType("waypoint_index", 2));
                                waypoints.object(stop -> stop.integerType("waypoint_index", 1));
                            });
                            body.array(
                                    "trips",
                                    trips -> trips.object(trip -> {
                                        trip.numberType("distance", 7_512.4);
                                        trip.numberType("duration", 1_204.9);
                                    }));
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "bestOrder")
    void stops_are_put_into_their_best_order(MockServer mapbox) {
        var plan = MapboxFixture.at(mapbox).trips(Profile.DRIVING).plan(DEPOT, List.of(NORTH, EAST));

        assertThat(plan)
                .isEqualTo(new TripPlan.Planned(
                        List.of(new Trip(List.of(EAST, NORTH), 7_512.4, Duration.ofMillis(1_204_900)))));
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact noTrip(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("a place cannot be reached by road", MapboxFixture.place(ISLAND)),
                        "a request for the best order of stops of which one cannot be reached",
                        "/optimized-trips/v1/mapbox/driving/" + WITH_ISLAND,
                        TRIP)
                .willRespondWith()
                .statusCodes(NO_WAY)
                .body(code("NoTrips|NoRoute", "NoTrips"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "noTrip")
    void a_trip_to_a_stop_that_cannot_be_reached_is_impossible(MockServer mapbox) {
        var plan = MapboxFixture.at(mapbox).trips(Profile.DRIVING).plan(DEPOT, List.of(ISLAND));

        assertThat(plan).isEqualTo(new TripPlan.Impossible(List.of(ISLAND)));
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact way(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("roads connect places", CONNECTED),
                        "a request for the way with turns",
                        "/directions/v5/mapbox/driving/" + TWO,
                        WAY)
                .willRespondWith()
                .status(200)
                .body(route())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "way")
    void the_driver_is_told_what_to_do(MockServer mapbox) {
        var navigation = MapboxFixture.at(mapbox).navigator(Profile.DRIVING).way(List.of(DEPOT, NORTH), Side.ANY);

        assertThat(navigation).isInstanceOfSatisfying(Navigation.Found.class, found -> {
            assertThat(found.route().duration()).isEqualTo(Duration.ofMillis(110_400));
            assertThat(found.route().legs())
                    .singleElement()
                    .satisfies(leg ->
                            assertThat(leg.turns()).hasSize(2).contains(new Route.Turn("Drive north.", 1_226.8)));
        });
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact wayAtTheCurb(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("roads connect places", CONNECTED),
                        "a request for the way that stops at the curb",
                        "/directions/v5/mapbox/driving/" + TWO,
                        WAY + "&approaches=curb;curb")
                .willRespondWith()
                .status(200)
                .body(route())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "wayAtTheCurb")
    void a_truck_can_stop_on_the_side_of_the_stop(MockServer mapbox) {
        var navigation = MapboxFixture.at(mapbox).navigator(Profile.DRIVING).way(List.of(DEPOT, NORTH), Side.CURB);

        assertThat(navigation).isInstanceOf(Navigation.Found.class);
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact noRoute(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("a place cannot be reached by road", MapboxFixture.place(ISLAND)),
                        "a request for the way to a stop that cannot be reached",
                        "/directions/v5/mapbox/driving/" + WITH_ISLAND,
                        WAY)
                .willRespondWith()
                .statusCodes(NO_WAY)
                .body(code("NoRoute", "NoRoute"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "noRoute")
    void there_may_be_no_way(MockServer mapbox) {
        var navigation = MapboxFixture.at(mapbox).navigator(Profile.DRIVING).way(List.of(DEPOT, ISLAND), Side.ANY);

        assertThat(navigation).isEqualTo(new Navigation.NoRoute());
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact noRoadNear(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("a place has no road near it", MapboxFixture.place(SEA)),
                        "a request for the way to a stop without a road",
                        "/directions/v5/mapbox/driving/" + WITH_SEA,
                        WAY)
                .willRespondWith()
                .statusCodes(NO_WAY)
                .body(code("NoSegment", "NoSegment"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "noRoadNear")
    void a_stop_may_have_no_road_near_it(MockServer mapbox) {
        var navigation = MapboxFixture.at(mapbox).navigator(Profile.DRIVING).way(List.of(DEPOT, SEA), Side.ANY);

        assertThat(navigation).isEqualTo(new Navigation.NoRoadNear());
    }

    @Pact(consumer = "route-planning", provider = "mapbox")
    V4Pact unknownProfile(PactDslWithProvider mapbox) {
        return MapboxFixture.get(
                        mapbox.given("there is no such profile", Map.of("profile", "mapbox/garbage-truck")),
                        "a request for the way with a profile that does not exist",
                        "/directions/v5/mapbox/garbage-truck/" + TWO,
                        WAY)
                .willRespondWith()
                .clientErrorStatus()
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "unknownProfile")
    void a_profile_that_does_not_exist_is_rejected(MockServer mapbox) {
        var navigator = MapboxFixture.at(mapbox).navigator(new Profile("mapbox/garbage-truck"));

        assertThatThrownBy(() -> navigator.way(List.of(DEPOT, NORTH), Side.ANY)).isInstanceOf(Rejected.class);
    }

    private static DslPart code(String codes, String code) {
        return newJsonBody(body -> body.stringMatcher("code", codes, code)).build();
    }

    private static DslPart route() {
        return newJsonBody(body -> {
                    body.stringValue("code", "Ok");
                    body.array(
                            "routes",
                            routes -> routes.object(route -> {
                                route.numberType("distance", 1_226.8);
                                route.numberType("duration", 110.4);
                                route.stringType("geometry", "_p~iF~ps|U");
                                route.array(
                                        "legs",
                                        legs -> legs.object(leg -> {
                                            leg.numberType("distance", 1_226.8);
                                            leg.numberType("duration", 110.4);
                                            leg.minArrayLike("steps", 2, 2, step -> {
                                                step.numberType("distance", 1_226.8);
                                                step.object(
                                                        "maneuver",
                                                        maneuver -> maneuver.stringType("instruction", "Drive north."));
                                            });
                                        }));
                            }));
                })
                .build();
    }
}
