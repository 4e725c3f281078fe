package dev.treaty.consumer.fleettracking.event;

import static dev.treaty.consumer.fleettracking.event.EventExample.NOW;
import static dev.treaty.consumer.fleettracking.event.EventExample.TIME;
import static dev.treaty.consumer.fleettracking.event.EventExample.message;
import static dev.treaty.consumer.fleettracking.event.EventExample.read;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.fleettracking.event.FleetEvent.AlertTriggered;
import dev.treaty.consumer.fleettracking.event.FleetEvent.EngineFaultRaised;
import dev.treaty.consumer.fleettracking.event.FleetEvent.GeofenceEntered;
import dev.treaty.consumer.fleettracking.event.FleetEvent.StopArrived;
import dev.treaty.consumer.fleettracking.event.FleetEvent.StopDeparted;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The webhooks that the tracking reads, as Samsara's pages of event schemas have them.
 *
 * @see <a href="https://developers.samsara.com/docs/routestoparrival">Samsara, RouteStopArrival event schema</a>
 */
@Recording
class FleetEventsPactTest {

    private static final String EVENT = "017db07f-6e95-470e-8cc0-a371f9deed2b";
    private static final String VEHICLE = "281474976710657";
    private static final String ROUTE = "342341";
    private static final String STOP = "324231";
    private static final String ADDRESS = "494123";
    private static final String ALERT = "9814a1fa-f0c6-408b-bf85-51dc3bc71ac7";

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact stopArrival(PactBuilder samsara) {
        return message(
                samsara.given(
                        "a vehicle has arrived at a stop of a route",
                        Map.of("routeId", ROUTE, "stopId", STOP, "vehicleId", VEHICLE)),
                "a RouteStopArrival event",
                "RouteStopArrival",
                data -> stop(data, "arrived"));
    }

    @Test
    @PactTestFor(pactMethod = "stopArrival", providerType = ProviderType.ASYNCH)
    void an_arrival_names_the_stop_and_the_vehicle(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message)).isEqualTo(new StopArrived(EVENT, Examples.NOW, ROUTE, STOP, VEHICLE));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact stopDeparture(PactBuilder samsara) {
        return message(
                samsara.given(
                        "a vehicle has departed from a stop of a route",
                        Map.of("routeId", ROUTE, "stopId", STOP, "vehicleId", VEHICLE)),
                "a RouteStopDeparture event",
                "RouteStopDeparture",
                data -> stop(data, "departed"));
    }

    @Test
    @PactTestFor(pactMethod = "stopDeparture", providerType = ProviderType.ASYNCH)
    void a_departure_names_the_stop_and_the_vehicle(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message)).isEqualTo(new StopDeparted(EVENT, Examples.NOW, ROUTE, STOP, VEHICLE));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact geofenceEntry(PactBuilder samsara) {
        return message(
                samsara.given("a vehicle has entered a geofence", Map.of("vehicleId", VEHICLE, "addressId", ADDRESS)),
                "a GeofenceEntry event",
                "GeofenceEntry",
                data -> {
                    data.object("address", address -> address.stringValue("id", ADDRESS));
                    data.object("vehicle", vehicle -> vehicle.stringValue("id", VEHICLE));
                });
    }

    @Test
    @PactTestFor(pactMethod = "geofenceEntry", providerType = ProviderType.ASYNCH)
    void a_geofence_is_that_of_an_address(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message)).isEqualTo(new GeofenceEntered(EVENT, Examples.NOW, ADDRESS, VEHICLE));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact engineFault(PactBuilder samsara) {
        return message(
                samsara.given("an engine has a fault", Map.of("vehicleId", VEHICLE)),
                "an EngineFaultOn event",
                "EngineFaultOn",
                data -> data.object("vehicle", vehicle -> vehicle.stringValue("id", VEHICLE)));
    }

    @Test
    @PactTestFor(pactMethod = "engineFault", providerType = ProviderType.ASYNCH)
    void an_engine_fault_names_the_vehicle(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message)).isEqualTo(new EngineFaultRaised(EVENT, Examples.NOW, VEHICLE));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact alertIncident(PactBuilder samsara) {
        return message(
                samsara.given("an alert is triggered", Map.of("configurationId", ALERT)),
                "an AlertIncident event",
                "AlertIncident",
                data -> {
                    data.stringValue("configurationId", ALERT);
                    data.stringMatcher("happenedAtTime", TIME, NOW);
                    data.stringType("incidentUrl", "https://cloud.samsara.com/o/20936/fleet/workflows/incidents/1");
                });
    }

    @Test
    @PactTestFor(pactMethod = "alertIncident", providerType = ProviderType.ASYNCH)
    void an_alert_leads_to_where_people_see_it(V4Interaction.AsynchronousMessage message) {
        var incident = URI.create("https://cloud.samsara.com/o/20936/fleet/workflows/incidents/1");

        assertThat(read(message)).isEqualTo(new AlertTriggered(EVENT, Examples.NOW, ALERT, incident));
    }

    private static void stop(LambdaDslObject data, String state) {
        data.stringMatcher("time", TIME, NOW);
        data.object("route", route -> route.stringValue("id", ROUTE));
        data.object("routeStopDetails", stop -> {
            stop.stringValue("id", STOP);
            stop.stringValue("state", state);
        });
        data.object("vehicle", vehicle -> vehicle.stringValue("id", VEHICLE));
    }
}
