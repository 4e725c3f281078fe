package dev.treaty.provider.service.outbox;

/** Sends events to a receiver. */
public interface EventPublisher {

    /**
     * Sends an event. When this returns, the receiver has it.
     *
     * @param id of the event; a receiver ignores an id it has seen
     * @param content the event in the CloudEvents JSON format, {@code application/cloudevents+json}
     * @throws PublishingFailed if the receiver does not have it, or possibly does not
     */
    void publish(String id, String content) throws PublishingFailed, InterruptedException;
}
