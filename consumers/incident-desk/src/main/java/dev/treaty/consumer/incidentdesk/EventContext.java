package dev.treaty.consumer.incidentdesk;

import java.time.Instant;

/**
 * What every event has besides its data: the context attributes of CloudEvents 1.0.
 *
 * @param id the same in each delivery of the event
 * @param type with its schema version, e.g. {@code dev.treaty.clone.failed.v1}
 * @param subject the id of the clone, environment or backup that it happened to, e.g. {@code cln_42}
 * @param time when it happened
 */
public record EventContext(EventId id, String type, String subject, Instant time) {

    /** Describes this event in error messages. */
    @Override
    public String toString() {
        return "event %s of type %s about %s, from %s".formatted(id.id(), type, subject, id.source());
    }
}
