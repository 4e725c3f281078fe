package dev.treaty.consumer.incidentdesk;

/**
 * Identifies an event: an id is unique only among the events of one source, and two events of the same source and id are the same
 * event, delivered twice (CloudEvents 1.0, section "id").
 *
 * @param source who published it, e.g. {@code https://treaty.dev/services/environment-cloner}
 * @param id opaque, e.g. {@code evt-42}
 */
public record EventId(String source, String id) {}
