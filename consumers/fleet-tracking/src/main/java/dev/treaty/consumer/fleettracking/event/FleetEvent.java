package dev.treaty.consumer.fleettracking.event;

import java.net.URI;
import java.time.Instant;

/** What Samsara reports. Reports may come twice, and in any order: {@link HandledEvents} tells those that were handled already. */
public sealed interface FleetEvent {

    /** The id of the report, the same each time it is sent; empty if it is forged. */
    String eventId();

    /** A vehicle arrived at a stop of its route. */
    record StopArrived(String eventId, Instant at, String routeId, String stopId, String vehicleId)
            implements FleetEvent {}

    /** A vehicle departed from a stop of its route. */
    record StopDeparted(String eventId, Instant at, String routeId, String stopId, String vehicleId)
            implements FleetEvent {}

    /** A vehicle came into the geofence of an address. */
    record GeofenceEntered(String eventId, Instant at, String addressId, String vehicleId) implements FleetEvent {}

    /** An engine reports a fault. */
    record EngineFaultRaised(String eventId, Instant at, String vehicleId) implements FleetEvent {}

    /**
     * An alert that the organisation has configured was triggered.
     *
     * @param configurationId which alert
     * @param incident where people see it
     */
    record AlertTriggered(String eventId, Instant at, String configurationId, URI incident) implements FleetEvent {}

    /** Something else, or of a form that is unknown; to be answered with 2xx, because it would only be sent again. */
    record Other(String eventId, String type) implements FleetEvent {}

    /** Not from Samsara, or changed in transit: respond with 401 and do nothing. */
    record Forged() implements FleetEvent {

        @Override
        public String eventId() {
            return "";
        }
    }
}
