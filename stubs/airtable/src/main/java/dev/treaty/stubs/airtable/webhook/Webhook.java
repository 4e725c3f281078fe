package dev.treaty.stubs.airtable.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableTime;
import java.time.Duration;
import java.time.Instant;

/**
 * A webhook as it is kept.
 *
 * @param stored not copied
 */
public record Webhook(ObjectNode stored) {

    private static final Duration LIFETIME = Duration.ofDays(7);

    String id() {
        return stored.path("id").asText();
    }

    String base() {
        return stored.path("base").asText();
    }

    /** Where pings go; empty for a webhook whose payloads are only fetched. */
    String notificationUrl() {
        return stored.path("notificationUrl").asText("");
    }

    String secretBase64() {
        return stored.path("macSecretBase64").asText();
    }

    /** What it is to be told of: {@code dataTypes}, {@code recordChangeScope}, {@code changeTypes}, {@code watchDataInFieldIds}. */
    JsonNode filters() {
        return stored.at("/specification/options/filters");
    }

    /** What payloads have beyond what has changed. */
    JsonNode includes() {
        return stored.at("/specification/options/includes");
    }

    boolean sendsPings() {
        return stored.path("areNotificationsEnabled").asBoolean()
                && !notificationUrl().isEmpty();
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(Instant.parse(expirationTime()));
    }

    String expirationTime() {
        return stored.path("expirationTime").asText();
    }

    /** It lives for another week. */
    Webhook refreshed(Instant now) {
        stored.put("expirationTime", AirtableTime.write(now.plus(LIFETIME)));
        return this;
    }
}
