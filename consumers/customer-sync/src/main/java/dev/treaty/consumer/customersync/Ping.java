package dev.treaty.consumer.customersync;

import dev.treaty.consumer.http.Json;
import dev.treaty.consumer.http.UnreadableJson;
import dev.treaty.pacts.errors.ErrorMessage;
import java.time.Instant;

/**
 * Airtable says that something has changed, and not what. A ping that is sent twice does no harm: the changes are read by their cursor.
 *
 * @param base in which
 * @param webhook by which the changes are read
 * @param timestamp when it was sent
 */
public record Ping(String base, String webhook, Instant timestamp) {

    /**
     * Reads a ping.
     *
     * @param body to the byte as it arrived
     * @param signature the value of the header {@code X-Airtable-Content-MAC}
     * @throws IllegalArgumentException if somebody else has sent it, or if it is not a ping
     */
    public static Ping read(byte[] body, String signature, WebhookSecret secret) {
        if (!secret.hasSigned(body, signature)) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A request says that it is a ping of Airtable, and its signature is wrong.",
                            "the header X-Airtable-Content-MAC",
                            "answer 401; if it was Airtable, check that the secret is that of this webhook")
                    .toString());
        }
        try {
            var ping = Json.read(body, OnWire.class);
            return new Ping(ping.base().id(), ping.webhook().id(), ping.timestamp());
        } catch (UnreadableJson e) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A ping of Airtable %s.".formatted(e.complaint()),
                            "the body of the request",
                            "compare it with the contract with Airtable")
                    .toString());
        }
    }

    /** A ping as Airtable sends it. */
    record OnWire(Identified base, Identified webhook, Instant timestamp) {}

    /** What has an id. */
    record Identified(String id) {}
}
