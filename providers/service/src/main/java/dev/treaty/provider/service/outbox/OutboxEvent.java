package dev.treaty.provider.service.outbox;

/**
 * An event on its way out: a <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvent 1.0</a> in structured
 * content mode. A receiver recognizes a repeated delivery by the id.
 *
 * @param id e.g. {@code "evt_…"}; unique
 * @param type includes the version of its schema, e.g. {@code "dev.treaty.workspace.created.v1"}
 * @param subject the id of what it is about; the events of one subject are published in the order of its changes
 * @param content the event as it is published, in JSON
 */
public record OutboxEvent(String id, String type, String subject, String content) {

    /** The media type of {@link #content}. */
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    /** Without the content, which contains people's addresses. */
    @Override
    public String toString() {
        return "OutboxEvent[%s %s of %s]".formatted(type, id, subject);
    }
}
