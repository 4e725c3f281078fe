package dev.treaty.provider.workspaceservice;

/** Where events go. */
public interface EventPublisher {

    /**
     * Hands an event over. When this returns, the receiver has it.
     *
     * @param id of the event; a receiver that has had it takes it as done
     * @param content the event in the CloudEvents JSON format, {@code application/cloudevents+json}
     * @throws PublishingFailed if the receiver does not have it, or may not have it
     */
    void publish(String id, String content) throws PublishingFailed, InterruptedException;
}
