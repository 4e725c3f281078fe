package dev.treaty.consumer.notifications;

/** The result of a delivery, and what to do with the message. All results are expected, so none is thrown. */
public sealed interface DeliveryResult {

    /** A notification was sent. Acknowledge the message. */
    record Sent(Notification notification) implements DeliveryResult {}

    /** The same event was delivered and notified before. Acknowledge the message. */
    record Repeated(EventId event) implements DeliveryResult {}

    /**
     * The owner was already notified of a later change of the same workspace, for instance because somebody
     * republished the contents of a dead-letter queue. Acknowledge the message.
     */
    record Outdated(EventId event) implements DeliveryResult {}

    /** An event that requires no notification. Acknowledge the message. */
    record Irrelevant(EventId event, String type) implements DeliveryResult {}

    /**
     * Nobody could be notified yet. Deliver the message again later.
     *
     * @param explanation what happened, where, and how to fix it, in three lines
     */
    record Postponed(String explanation) implements DeliveryResult {}

    /** The message is unusable, however often it is delivered. Put it where a person will look at it. */
    record Refused(EventReadResult.Refused reason) implements DeliveryResult {}
}
