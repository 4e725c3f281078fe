package dev.treaty.consumer.fleettracking.event;

import java.net.URI;
import java.time.Instant;

/** The bodies of webhooks, as far as they are read. */
final class EventBody {

    private EventBody() {}

    record Envelope(String eventId, Instant eventTime, String eventType) {}

    record Reference(String id) {}

    record StopUpdate(Instant time, Reference route, Reference routeStopDetails, Reference vehicle) {}

    record GeofenceEntry(Reference address, Reference vehicle) {}

    record EngineFault(Reference vehicle) {}

    record AlertIncident(String configurationId, Instant happenedAtTime, URI incidentUrl) {}
}
