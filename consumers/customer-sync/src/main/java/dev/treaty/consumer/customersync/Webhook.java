package dev.treaty.consumer.customersync;

import java.time.Instant;

/**
 * A webhook that was created.
 *
 * @param id by which it is refreshed, and its changes are read, e.g. {@code "achCustomers00001"}
 * @param secret signs its pings; Airtable shows it this once
 * @param expires when it dies unless it is refreshed
 */
public record Webhook(String id, WebhookSecret secret, Instant expires) {

    /** A webhook as Airtable sends it. */
    record OnWire(String id, String macSecretBase64, Instant expirationTime) {

        Webhook toWebhook() {
            return new Webhook(id, new WebhookSecret(macSecretBase64), expirationTime);
        }
    }
}
