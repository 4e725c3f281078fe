package dev.treaty.consumer.customermail.events;

/**
 * The events that were handled, by their id: SendGrid sends an event again if it does not see that it was received, and somebody who saw a
 * webhook can send it again as well.
 *
 * <p>Implementations are called from several threads. They remember an event for as long as {@link EventWebhook} accepts its webhook.
 */
public interface SeenEvents {

    /** Whether nobody has seen this event before; from now on, somebody has. */
    boolean isNew(String id);

    /** Forgets an event, because it could not be handled. */
    void forget(String id);
}
