package dev.treaty.consumer.customermail.events;

import java.time.Duration;

/** What a request to the address of the event webhook turned out to be. */
public sealed interface WebhookResult {

    /**
     * SendGrid reported, and the events are handled: respond with 204.
     *
     * @param events how many were handled, without those that were handled before
     */
    record Handled(int events) implements WebhookResult {}

    /** Not from SendGrid, or changed in transit: respond with 403. */
    record Forged() implements WebhookResult {}

    /**
     * SendGrid signed it, but not recently: respond with 403, because somebody may have kept it.
     *
     * @param age negative if its time is in the future
     */
    record Stale(Duration age) implements WebhookResult {}
}
