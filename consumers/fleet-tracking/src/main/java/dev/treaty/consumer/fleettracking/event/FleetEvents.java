package dev.treaty.consumer.fleettracking.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.consumer.fleettracking.event.EventBody.Envelope;
import dev.treaty.consumer.fleettracking.event.FleetEvent.AlertTriggered;
import dev.treaty.consumer.fleettracking.event.FleetEvent.EngineFaultRaised;
import dev.treaty.consumer.fleettracking.event.FleetEvent.Forged;
import dev.treaty.consumer.fleettracking.event.FleetEvent.GeofenceEntered;
import dev.treaty.consumer.fleettracking.event.FleetEvent.Other;
import dev.treaty.consumer.fleettracking.event.FleetEvent.StopArrived;
import dev.treaty.consumer.fleettracking.event.FleetEvent.StopDeparted;
import dev.treaty.consumer.http.Json;
import dev.treaty.consumer.http.UnreadableJson;
import dev.treaty.pacts.errors.ErrorMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the webhooks of Samsara (of the second generation, whose events have an {@code eventTime}), and trusts only those that it signed.
 *
 * @see <a href="https://developers.samsara.com/docs/event-subscriptions">Samsara, event subscriptions</a>
 */
public final class FleetEvents {

    private final WebhookSecret secret;

    /** A reader for one webhook. */
    public FleetEvents(WebhookSecret secret) {
        this.secret = secret;
    }

    /**
     * Reads one webhook.
     *
     * @param timestamp the header {@code X-Samsara-Timestamp}; null if there is none
     * @param signature the header {@code X-Samsara-Signature}; null if there is none
     * @param body as it arrived, to the byte
     * @throws IllegalArgumentException if it is from Samsara, but lacks what the contract says
     */
    public FleetEvent read(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null || signature == null || !WebhookSignature.matches(secret, timestamp, body, signature)) {
            return new Forged();
        }
        try {
            return event(Json.tree(body));
        } catch (UnreadableJson e) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A webhook that Samsara signed %s.".formatted(e.complaint()),
                            "the body of the webhook",
                            "compare it with the contract fleet-tracking-samsara; webhooks of the first generation are not read")
                    .toString());
        }
    }

    private static FleetEvent event(JsonNode body) throws UnreadableJson {
        var event = Json.read(body, "$", Envelope.class);
        return switch (event.eventType()) {
            case "RouteStopArrival" -> {
                var stop = data(body, EventBody.StopUpdate.class);
                yield new StopArrived(
                        event.eventId(),
                        stop.time(),
                        stop.route().id(),
                        stop.routeStopDetails().id(),
                        stop.vehicle().id());
            }
            case "RouteStopDeparture" -> {
                var stop = data(body, EventBody.StopUpdate.class);
                yield new StopDeparted(
                        event.eventId(),
                        stop.time(),
                        stop.route().id(),
                        stop.routeStopDetails().id(),
                        stop.vehicle().id());
            }
            case "GeofenceEntry" -> {
                var entry = data(body, EventBody.GeofenceEntry.class);
                yield new GeofenceEntered(
                        event.eventId(),
                        event.eventTime(),
                        entry.address().id(),
                        entry.vehicle().id());
            }
            case "EngineFaultOn" ->
                new EngineFaultRaised(
                        event.eventId(),
                        event.eventTime(),
                        data(body, EventBody.EngineFault.class).vehicle().id());
            case "AlertIncident" -> {
                var incident = data(body, EventBody.AlertIncident.class);
                yield new AlertTriggered(
                        event.eventId(), incident.happenedAtTime(), incident.configurationId(), incident.incidentUrl());
            }
            default -> new Other(event.eventId(), event.eventType());
        };
    }

    private static <T> T data(JsonNode body, Class<T> type) throws UnreadableJson {
        return Json.read(body.path("data"), "$.data", type);
    }
}
