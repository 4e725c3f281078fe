package dev.treaty.stubs.samsara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.samsara.EventReceiver.Received;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Webhooks, and what is sent to them. */
class WebhooksTest {

    private final Organisation organisation = Organisation.create();

    @Test
    void events_are_signed_over_timestamp_and_body_with_the_decoded_secret() throws GeneralSecurityException {
        try (var application = new EventReceiver()) {
            var webhook = subscribe(application, "EngineFaultOn");
            var vehicle = organisation.newVehicle(37.70, -122.40);

            organisation
                    .post("/__treaty/vehicles/" + vehicle + "/fault", Map.of())
                    .requireSuccess();

            assertThat(application.received()).hasSize(1);
            var sent = application.received().get(0);
            assertThat(sent.header("X-samsara-signature"))
                    .isEqualTo(signature(webhook.path("secretKey").asText(), sent));
            assertThat(sent.event().path("webhookId")).isEqualTo(webhook.path("id"));
            assertThat(sent.event().path("data").path("vehicle").path("id").asText())
                    .isEqualTo(vehicle);
        }
    }

    @Test
    void only_the_events_that_a_webhook_subscribes_to_are_sent() {
        try (var application = new EventReceiver()) {
            subscribe(application, "AlertIncident");

            organisation.newVehicle(37.70, -122.40);
            organisation
                    .post("/__treaty/alerts", Map.of("configurationId", "alert-1"))
                    .requireSuccess();

            assertThat(application.types()).containsExactly("AlertIncident");
        }
    }

    @Test
    void an_event_is_sent_five_times_with_growing_pauses_and_the_same_id() {
        try (var application = new EventReceiver()) {
            application.respond(500);
            subscribe(application, "VehicleCreated");

            organisation.newVehicle(37.70, -122.40);
            organisation.advance("P1D");

            assertThat(application.received()).hasSize(5);
            assertThat(application.received())
                    .extracting(sent -> sent.event().path("eventId").asText())
                    .containsOnly(application
                            .received()
                            .get(0)
                            .event()
                            .path("eventId")
                            .asText());
            assertThat(application.received())
                    .extracting(sent -> Long.parseLong(sent.header("X-samsara-timestamp")))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void an_event_that_was_accepted_the_second_time_is_not_sent_again() {
        try (var application = new EventReceiver()) {
            application.respond(503);
            subscribe(application, "VehicleCreated");
            organisation.newVehicle(37.70, -122.40);
            organisation.advance("PT0S");
            application.respond(200);

            organisation.advance("P1D");

            assertThat(application.received()).hasSize(2);
        }
    }

    @Test
    void a_route_tells_of_geofences_arrivals_and_departures_in_order() {
        try (var application = new EventReceiver()) {
            subscribe(application, "RouteStopArrival", "RouteStopDeparture", "GeofenceEntry", "GeofenceExit");
            var vehicle = organisation.newVehicle(37.70, -122.40);
            var address = newAddress(37.72);

            var stops = List.of(Map.of("addressId", address), Map.of("addressId", newAddress(37.74)));
            organisation
                    .post("/fleet/routes", Map.of("name", "North", "vehicleId", vehicle, "stops", stops))
                    .requireSuccess();
            organisation.advance("PT1H");

            assertThat(application.types())
                    .containsExactly(
                            "GeofenceEntry",
                            "RouteStopArrival",
                            "RouteStopDeparture",
                            "GeofenceExit",
                            "GeofenceEntry",
                            "RouteStopArrival");
            var arrival = application.received().get(1).event().path("data");
            assertThat(arrival.path("operation").asText()).isEqualTo("stop arrived");
            assertThat(arrival.path("vehicle").path("id").asText()).isEqualTo(vehicle);
            assertThat(arrival.path("route").path("stops").path(0).has("_place"))
                    .isFalse();
        }
    }

    @Test
    void a_webhook_has_headers_of_its_own_and_can_be_changed_and_removed() {
        try (var application = new EventReceiver()) {
            var webhook = subscribe(application, "VehicleCreated");
            var path = "/webhooks/" + webhook.path("id").asText();

            organisation
                    .patch(
                            path,
                            Map.of("name", "Other", "customHeaders", List.of(Map.of("key", "X-Team", "value", "7"))))
                    .requireSuccess();
            organisation.newVehicle(37.70, -122.40);
            assertThat(application.received().get(0).header("X-team")).isEqualTo("7");
            assertThat(organisation.get(path).body().path("name").asText()).isEqualTo("Other");

            assertThat(organisation.delete(path).status()).isEqualTo(204);
            organisation.newVehicle(37.70, -122.40);
            assertThat(application.received()).hasSize(1);
            assertThat(organisation.get("/webhooks").data()).isEmpty();
        }
    }

    @Test
    void an_unknown_event_type_is_refused() {
        var body = Map.of("name", "Tracking", "url", "http://127.0.0.1:1", "eventTypes", List.of("vehicle_location"));

        assertThat(organisation.post("/webhooks", body).message())
                .isEqualTo("Invalid value for field eventTypes: vehicle_location.");
    }

    private JsonNode subscribe(EventReceiver application, String... eventTypes) {
        var body = Map.of("name", "Tracking", "url", application.url(), "eventTypes", List.of(eventTypes));
        return organisation.post("/webhooks", body).requireSuccess().body();
    }

    private String newAddress(double latitude) {
        var circle = Map.of("circle", Map.of("latitude", latitude, "longitude", -122.40, "radiusMeters", 200));
        var body = Map.of("name", "Customer", "formattedAddress", "1 Market St", "geofence", circle);
        return organisation
                .post("/addresses", body)
                .requireSuccess()
                .data()
                .path("id")
                .asText();
    }

    private static String signature(String secretKey, Received sent) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secretKey), "HmacSHA256"));
        mac.update(Organisation.bytes("v1:" + sent.header("X-samsara-timestamp") + ":"));
        return "v1=" + HexFormat.of().formatHex(mac.doFinal(Organisation.bytes(sent.body())));
    }
}
