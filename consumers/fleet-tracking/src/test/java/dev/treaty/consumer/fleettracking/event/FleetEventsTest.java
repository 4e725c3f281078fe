package dev.treaty.consumer.fleettracking.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.fleettracking.event.FleetEvent.Forged;
import dev.treaty.consumer.fleettracking.event.FleetEvent.Other;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FleetEventsTest {

    private static final String TIMESTAMP = "1768469400";
    private static final String VEHICLE_UPDATED =
            "{\"eventId\":\"evt-1\",\"eventTime\":\"2026-01-15T09:30:00Z\",\"eventType\":\"VehicleUpdated\",\"data\":{}}";

    /** Computed by OpenSSL: {@code printf 'v1:1768469400:{}' | openssl dgst -sha256 -hmac not-a-real-secret}. */
    private static final String SIGNATURE_BY_OPENSSL =
            "v1=c62488185399876ad0b47cf903c4a13d26ee36b6d5bf5db63bd21b584cd45b77";

    private final FleetEvents events = new FleetEvents(EventExample.SECRET);

    @Test
    void the_signature_is_that_of_other_tools_with_the_decoded_secret() {
        assertThat(WebhookSignature.of(EventExample.SECRET, TIMESTAMP, "{}".getBytes(UTF_8)))
                .isEqualTo(SIGNATURE_BY_OPENSSL);
    }

    @Test
    void an_event_of_another_type_is_accepted_and_ignored() {
        assertThat(read(VEHICLE_UPDATED)).isEqualTo(new Other("evt-1", "VehicleUpdated"));
    }

    @Test
    void what_is_unsigned_or_changed_in_transit_is_forged() {
        var body = VEHICLE_UPDATED.getBytes(UTF_8);
        var signature = WebhookSignature.of(EventExample.SECRET, TIMESTAMP, body);

        assertThat(events.read(TIMESTAMP, null, body)).isEqualTo(new Forged());
        assertThat(events.read(null, signature, body)).isEqualTo(new Forged());
        assertThat(events.read("1768469401", signature, body)).isEqualTo(new Forged());
        assertThat(events.read(TIMESTAMP, signature, (VEHICLE_UPDATED + " ").getBytes(UTF_8)))
                .isEqualTo(new Forged());
        assertThat(events.read(TIMESTAMP, signature.replace("v1=", ""), body)).isEqualTo(new Forged());
    }

    @Test
    void an_event_without_what_the_contract_says_is_refused_and_names_it() {
        var arrival = VEHICLE_UPDATED.replace("VehicleUpdated", "RouteStopArrival");

        assertThatThrownBy(() -> read(arrival))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        A webhook that Samsara signed has no valid value at $.data.time.
                          where: the body of the webhook
                          fix:   compare it with the contract fleet-tracking-samsara; webhooks of the first generation are not read""");
    }

    @Test
    void an_event_that_comes_twice_is_handled_once_but_again_if_that_failed() {
        var handled = new HandledEvents();
        var log = new ArrayList<String>();
        var event = read(VEHICLE_UPDATED);

        assertThatThrownBy(() -> handled.handleOnce(event, failing -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");
        assertThat(handled.handleOnce(event, each -> log.add(each.eventId()))).isTrue();
        assertThat(handled.handleOnce(event, each -> log.add(each.eventId()))).isFalse();
        assertThat(log).containsExactly("evt-1");
    }

    @Test
    void a_secret_is_never_shown() {
        assertThat(EventExample.SECRET).hasToString("WebhookSecret[not shown]");
        assertThatThrownBy(() -> new WebhookSecret("not base64!"))
                .hasMessage("The secret key of a webhook is Base64, but this one (not shown) is not");
    }

    private FleetEvent read(String body) {
        var bytes = body.getBytes(UTF_8);
        return events.read(TIMESTAMP, WebhookSignature.of(EventExample.SECRET, TIMESTAMP, bytes), bytes);
    }
}
