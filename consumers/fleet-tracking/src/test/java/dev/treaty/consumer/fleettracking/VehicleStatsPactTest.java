package dev.treaty.consumer.fleettracking;

import static dev.treaty.consumer.fleettracking.SamsaraBody.news;
import static dev.treaty.consumer.fleettracking.SamsaraBody.page;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.OTHER_VEHICLE;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.VEHICLE;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.at;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.request;
import static dev.treaty.consumer.fleettracking.vehicle.StatType.ENGINE_STATES;
import static dev.treaty.consumer.fleettracking.vehicle.StatType.GPS;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.fleettracking.connection.Cursor;
import dev.treaty.consumer.fleettracking.vehicle.EngineState;
import dev.treaty.consumer.fleettracking.vehicle.FuelLevel;
import dev.treaty.consumer.fleettracking.vehicle.Position;
import dev.treaty.consumer.fleettracking.vehicle.VehicleSnapshot;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class VehicleStatsPactTest {

    private static final String STATS = "/fleet/vehicles/stats";
    private static final String CURSOR = "cursor-of-the-last-call";

    private static final Position SAN_FRANCISCO =
            new Position(Examples.NOW, 37.7749, -122.4194, 120, 27.5, Optional.empty());

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact positions(PactDslWithProvider samsara) {
        return request(
                        samsara.given("a vehicle is on the road", Map.of("id", VEHICLE))
                                .given("a vehicle is on the road", Map.of("id", OTHER_VEHICLE))
                                .uponReceiving("a request for the positions of vehicles"),
                        "GET",
                        STATS)
                .query("types=gps&vehicleIds=" + VEHICLE + "," + OTHER_VEHICLE)
                .willRespondWith()
                .status(200)
                .body(page(
                        vehicles -> {
                            located(vehicles, VEHICLE);
                            located(vehicles, OTHER_VEHICLE);
                        },
                        "cursor-of-the-end",
                        false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "positions")
    void positions_of_several_vehicles_are_one_call(MockServer samsara) {
        var vehicles = at(samsara).stats().positions(List.of(VEHICLE, OTHER_VEHICLE));

        assertThat(vehicles).extracting(VehicleSnapshot::id).containsExactly(VEHICLE, OTHER_VEHICLE);
        assertThat(vehicles.get(0).position()).contains(SAN_FRANCISCO);
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact enginesAndFuel(PactDslWithProvider samsara) {
        return request(
                        samsara.given("a vehicle is on the road", Map.of("id", VEHICLE))
                                .uponReceiving("a request for the engine state and the fuel level of a vehicle"),
                        "GET",
                        STATS)
                .query("types=engineStates,fuelPercents&vehicleIds=" + VEHICLE)
                .willRespondWith()
                .status(200)
                .body(page(
                        vehicles -> vehicles.object(vehicle -> {
                            vehicle.stringValue("id", VEHICLE);
                            vehicle.stringType("name", "Truck 1");
                            vehicle.object("engineState", SamsaraBody::engine);
                            vehicle.object("fuelPercent", SamsaraBody::fuel);
                        }),
                        "cursor-of-the-end",
                        false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "enginesAndFuel")
    void a_snapshot_names_its_values_in_the_singular(MockServer samsara) {
        var vehicles = at(samsara).stats().enginesAndFuel(List.of(VEHICLE));

        assertThat(vehicles)
                .containsExactly(new VehicleSnapshot(
                        VEHICLE,
                        "Truck 1",
                        Optional.empty(),
                        Optional.of(new EngineState(Examples.NOW, EngineState.Value.ON)),
                        Optional.of(new FuelLevel(Examples.NOW, 54))));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact firstCallOfFeed(PactDslWithProvider samsara) {
        return request(
                        samsara.given("a vehicle is on the road", Map.of("id", VEHICLE))
                                .uponReceiving("the first request to follow the vehicles"),
                        "GET",
                        STATS + "/feed")
                .query("types=gps,engineStates")
                .willRespondWith()
                .status(200)
                .body(news(VehicleStatsPactTest::update, CURSOR))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "firstCallOfFeed")
    void a_feed_names_its_values_in_the_plural_and_always_has_a_cursor(MockServer samsara) {
        var first = at(samsara).stats().feed(List.of(GPS, ENGINE_STATES), Optional.empty());

        assertThat(first.items()).singleElement().satisfies(vehicle -> {
            assertThat(vehicle.positions()).containsExactly(SAN_FRANCISCO);
            assertThat(vehicle.engineStates()).containsExactly(new EngineState(Examples.NOW, EngineState.Value.ON));
            assertThat(vehicle.fuel()).isEmpty();
        });
        assertThat(first.cursor()).isEqualTo(new Cursor(CURSOR));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact nextCallOfFeed(PactDslWithProvider samsara) {
        return request(
                        samsara.given(
                                        "a vehicle has moved since a request to follow the vehicles",
                                        Map.of("id", VEHICLE, "cursor", CURSOR))
                                .uponReceiving("the next request to follow the vehicles"),
                        "GET",
                        STATS + "/feed")
                .query("types=gps&after=" + CURSOR)
                .willRespondWith()
                .status(200)
                .body(news(VehicleStatsPactTest::movement, "cursor-of-this-call"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "nextCallOfFeed")
    void a_feed_goes_on_where_the_last_call_ended(MockServer samsara) {
        var next = at(samsara).stats().feed(List.of(GPS), Optional.of(new Cursor(CURSOR)));

        assertThat(next.items())
                .singleElement()
                .satisfies(vehicle -> assertThat(vehicle.positions()).containsExactly(SAN_FRANCISCO));
        assertThat(next.cursor()).isEqualTo(new Cursor("cursor-of-this-call"));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact feedWithoutNews(PactDslWithProvider samsara) {
        return request(
                        samsara.given(
                                        "no vehicle has moved since a request to follow the vehicles",
                                        Map.of("cursor", CURSOR))
                                .uponReceiving("a request to follow the vehicles when there is nothing new"),
                        "GET",
                        STATS + "/feed")
                .query("types=gps&after=" + CURSOR)
                .willRespondWith()
                .status(200)
                .body(page(vehicles -> {}, CURSOR, false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "feedWithoutNews")
    void without_news_the_next_call_waits_five_seconds(MockServer samsara) {
        var nothing = at(samsara).stats().feed(List.of(GPS), Optional.of(new Cursor(CURSOR)));

        assertThat(nothing.items()).isEmpty();
        assertThat(nothing.pause()).isEqualTo(Duration.ofSeconds(5));
        assertThat(nothing.cursor()).isEqualTo(new Cursor(CURSOR));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact history(PactDslWithProvider samsara) {
        return request(
                        samsara.given(
                                        "a vehicle was on the road",
                                        Map.of(
                                                "id", VEHICLE,
                                                "from", "2026-01-15T09:00:00Z",
                                                "to", "2026-01-15T09:30:00Z"))
                                .uponReceiving("a request for where vehicles were"),
                        "GET",
                        STATS + "/history")
                .query("startTime=2026-01-15T09:00:00Z&endTime=2026-01-15T09:30:00Z&types=gps")
                .willRespondWith()
                .status(200)
                .body(news(VehicleStatsPactTest::movement, "cursor-of-the-end"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "history")
    void the_history_is_read_like_a_feed(MockServer samsara) {
        var from = Examples.NOW.minusSeconds(1_800);
        var page = at(samsara).stats().history(List.of(GPS), from, Examples.NOW, Optional.empty());

        assertThat(page.items())
                .singleElement()
                .satisfies(vehicle -> assertThat(vehicle.positions()).containsExactly(SAN_FRANCISCO));
        assertThat(page.next()).isEmpty();
    }

    private static void located(LambdaDslJsonArray vehicles, String id) {
        vehicles.object(vehicle -> {
            vehicle.stringValue("id", id);
            vehicle.stringType("name", "Truck " + id.charAt(id.length() - 1));
            vehicle.object("gps", SamsaraBody::position);
        });
    }

    private static void update(LambdaDslObject vehicle) {
        movement(vehicle);
        vehicle.minArrayLike("engineStates", 1, SamsaraBody::engine);
    }

    private static void movement(LambdaDslObject vehicle) {
        vehicle.stringType("id", VEHICLE);
        vehicle.stringType("name", "Truck 1");
        vehicle.minArrayLike("gps", 1, SamsaraBody::position);
    }
}
