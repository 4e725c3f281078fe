package dev.treaty.consumer.notifications;

/** The result of a delivery, and so what its deliverer is to do with the message. All of it is expected, so none is thrown. */
public sealed interface Delivery {

    /** Somebody was told. Acknowledge the message. */
    record Sent(Notification notification) implements Delivery {}

    /** The same event was delivered before, and told. Acknowledge the message. */
    record Repeated(EventId event) implements Delivery {}

    /**
     * The owner was told of a later change of the same workspace; this one comes too late to be news, as it does when somebody
     * publishes again what lay in a dead-letter queue. Acknowledge the message.
     */
    record Outdated(EventId event) implements Delivery {}

    /** An event that notifications has nothing to say about. Acknowledge the message. */
    record OfNoConcern(EventId event, String type) implements Delivery {}

    /**
     * Nobody could be told yet. Deliver the message again later.
     *
     * @param explanation what happened, where, and what may fix it, in three lines
     */
    record Postponed(String explanation) implements Delivery {}

    /** The message is of no use, however often it is delivered. Put it where a person looks at it. */
    record Refused(Reading.Refused reason) implements Delivery {}
}
