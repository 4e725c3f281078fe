package dev.treaty.consumer.fleettracking;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.fleettracking.SamsaraBody.data;
import static dev.treaty.consumer.fleettracking.SamsaraBody.news;
import static dev.treaty.consumer.fleettracking.SamsaraBody.page;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.NOW;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.OTHER_VEHICLE;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.ROUTE;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.STOP;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.TIME;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.VEHICLE;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.at;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.fleettracking.connection.Cursor;
import dev.treaty.consumer.fleettracking.route.Route;
import dev.treaty.consumer.fleettracking.route.RouteNews;
import dev.treaty.consumer.fleettracking.route.StopState;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class RoutesPactTest {

    private static final String CURSOR = "cursor-of-the-last-call";

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact vehicleHasArrived(PactDslWithProvider samsara) {
        return request(
                        samsara.given(
                                        "a vehicle has arrived at a stop of a route",
                                        Map.of("routeId", ROUTE, "stopId", STOP, "vehicleId", VEHICLE))
                                .uponReceiving("a request for a route"),
                        "GET",
                        "/fleet/routes/" + ROUTE)
                .willRespondWith()
                .status(200)
                .body(data(route -> {
                    route.stringValue("id", ROUTE);
                    route.stringType("name", "Tuesday, north");
                    route.object("vehicle", vehicle -> vehicle.stringValue("id", VEHICLE));
                    route.array(
                            "stops",
                            stops -> stops.object(stop -> {
                                stop.stringValue("id", STOP);
                                stop.stringType("name", "Depot");
                                stop.stringValue("state", "arrived");
                                stop.stringMatcher("actualArrivalTime", TIME, NOW);
                            }));
                }))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "vehicleHasArrived")
    void a_route_shows_how_far_its_stops_are(MockServer samsara) {
        assertThat(at(samsara).routes().find(ROUTE).stops())
                .containsExactly(
                        new Route.Stop(STOP, "Depot", StopState.ARRIVED, Optional.of(Examples.NOW), Optional.empty()));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact routesOfADay(PactDslWithProvider samsara) {
        return request(
                        samsara.given(
                                        "a route exists",
                                        Map.of(
                                                "id",
                                                ROUTE,
                                                "vehicleId",
                                                VEHICLE,
                                                "scheduledFor",
                                                "2026-01-15T10:30:00Z"))
                                .uponReceiving("a request for the routes of a day"),
                        "GET",
                        "/fleet/routes")
                .query("startTime=2026-01-15T00:00:00Z&endTime=2026-01-16T00:00:00Z")
                .willRespondWith()
                .status(200)
                .body(page(
                        routes -> routes.object(route -> SamsaraBody.route(route, VEHICLE)),
                        "cursor-of-the-end",
                        false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "routesOfADay")
    void routes_of_a_day_are_listed(MockServer samsara) {
        var day = Instant.parse("2026-01-15T00:00:00Z");

        assertThat(at(samsara).routes().between(day, day.plusSeconds(86_400)))
                .extracting(Route::id)
                .containsExactly(ROUTE);
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact routeIsAssigned(PactDslWithProvider samsara) {
        return request(
                        samsara.given("a route exists", Map.of("id", ROUTE, "vehicleId", VEHICLE))
                                .given("a vehicle exists", Map.of("id", OTHER_VEHICLE))
                                .uponReceiving("a request to assign a route to another vehicle"),
                        "PATCH",
                        "/fleet/routes/" + ROUTE)
                .headers(Map.of("Content-Type", "application/json"))
                .body(newJsonBody(route -> route.stringValue("vehicleId", OTHER_VEHICLE))
                        .build())
                .willRespondWith()
                .status(200)
                .body(data(route -> SamsaraBody.route(route, OTHER_VEHICLE)))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "routeIsAssigned")
    void a_route_is_given_to_another_vehicle(MockServer samsara) {
        assertThat(at(samsara).routes().assign(ROUTE, OTHER_VEHICLE).vehicle())
                .contains(new Route.AssignedVehicle(OTHER_VEHICLE));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact routeIsRemoved(PactDslWithProvider samsara) {
        return request(
                        samsara.given("a route exists", Map.of("id", ROUTE, "vehicleId", VEHICLE))
                                .uponReceiving("a request to remove a route"),
                        "DELETE",
                        "/fleet/routes/" + ROUTE)
                .willRespondWith()
                .successStatus()
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "routeIsRemoved")
    void a_route_is_removed(MockServer samsara) {
        var routes = at(samsara).routes();

        assertThatCode(() -> routes.remove(ROUTE)).doesNotThrowAnyException();
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact routeNews(PactDslWithProvider samsara) {
        return request(
                        samsara.given(
                                        "a vehicle has arrived at a stop of a route",
                                        Map.of("routeId", ROUTE, "stopId", STOP, "vehicleId", VEHICLE))
                                .uponReceiving("the first request to follow the routes"),
                        "GET",
                        "/fleet/routes/audit-logs/feed")
                .query("expand=route")
                .willRespondWith()
                .status(200)
                .body(news(
                        update -> {
                            update.stringMatcher("time", TIME, NOW);
                            update.stringType("operation", "stop arrived");
                            update.stringType("source", "automatic");
                            update.object("route", route -> SamsaraBody.route(route, VEHICLE));
                            update.object(
                                    "changes",
                                    changes -> changes.object(
                                            "after",
                                            after -> after.minArrayLike("stops", 1, stop -> {
                                                stop.stringType("id", STOP);
                                                stop.stringMatcher(
                                                        "state",
                                                        "unassigned|scheduled|en route|skipped|arrived|departed",
                                                        "arrived");
                                            })));
                        },
                        CURSOR))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "routeNews")
    void news_say_which_stop_changed_and_how(MockServer samsara) {
        var news = at(samsara).routes().news(Optional.empty());

        assertThat(news.items()).singleElement().satisfies(update -> {
            assertThat(update.time()).isEqualTo(Examples.NOW);
            assertThat(update.operation()).contains("stop arrived");
            assertThat(update.route().id()).isEqualTo(ROUTE);
            assertThat(update.changedStops()).containsExactly(new RouteNews.Stop(STOP, Optional.of(StopState.ARRIVED)));
        });
        assertThat(news.cursor()).isEqualTo(new Cursor(CURSOR));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact noRouteNews(PactDslWithProvider samsara) {
        return request(
                        samsara.given(
                                        "nothing has happened since a request to follow the routes",
                                        Map.of("cursor", CURSOR))
                                .uponReceiving("a request to follow the routes when there is nothing new"),
                        "GET",
                        "/fleet/routes/audit-logs/feed")
                .query("expand=route&after=" + CURSOR)
                .willRespondWith()
                .status(200)
                .body(page(updates -> {}, CURSOR, false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "noRouteNews")
    void without_news_the_cursor_stays(MockServer samsara) {
        var nothing = at(samsara).routes().news(Optional.of(new Cursor(CURSOR)));

        assertThat(nothing.items()).isEmpty();
        assertThat(nothing.cursor()).isEqualTo(new Cursor(CURSOR));
    }
}
