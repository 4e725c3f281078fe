package dev.treaty.consumer.incidentdesk;

/**
 * The clone that an event is about.
 *
 * @param id opaque, e.g. {@code cln_42}
 * @param source the id of the environment that was read
 * @param target the id of the environment that was to be replaced
 */
public record CloneReference(String id, String source, String target) {

    /** As people write it. */
    @Override
    public String toString() {
        return "clone %s of %s into %s".formatted(id, source, target);
    }
}
