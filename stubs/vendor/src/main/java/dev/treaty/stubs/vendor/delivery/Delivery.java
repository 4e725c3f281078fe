package dev.treaty.stubs.vendor.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/**
 * A request that the vendor sends to the application, as often as its policy says. Kept in the world, so that tests can look at it.
 */
public final class Delivery {

    private final ObjectNode stored;

    Delivery(ObjectNode stored) {
        this.stored = stored;
    }

    /** A delivery that has not been attempted. */
    static Delivery of(String id, DeliveryRequest request, Instant created) {
        var stored = Json.object()
                .put("id", id)
                .put("purpose", request.purpose())
                .put("channel", request.channel())
                .put("method", request.method())
                .put("url", request.url().toString())
                .put("contentType", request.contentType())
                .put("body", request.body())
                .put("status", Status.PENDING.text)
                .put("created", created.toString());
        stored.set("data", request.data());
        stored.putArray("attempts");
        return new Delivery(stored);
    }

    /** Opaque. */
    public String id() {
        return stored.path("id").asText();
    }

    /** By which the vendor knows its policy. */
    public String purpose() {
        return stored.path("purpose").asText();
    }

    /** What it must not overtake. */
    public String channel() {
        return stored.path("channel").asText();
    }

    /** E.g. {@code "POST"}. */
    public String method() {
        return stored.path("method").asText();
    }

    /** Where it is sent. */
    public URI url() {
        return URI.create(stored.path("url").asText());
    }

    /** Of the body; empty if there is none. */
    public String contentType() {
        return stored.path("contentType").asText();
    }

    /** Sent in UTF-8. */
    public String body() {
        return stored.path("body").asText();
    }

    /** What the vendor wanted to remember. */
    public ObjectNode data() {
        return (ObjectNode) stored.path("data");
    }

    /** How many attempts are over. */
    public int attempts() {
        return stored.path("attempts").size();
    }

    /** What became of it. */
    public Status status() {
        return Status.valueOf(stored.path("status").asText().toUpperCase(Locale.ROOT));
    }

    /** As JSON, for people and tests. */
    public JsonNode toJson() {
        return stored;
    }

    ObjectNode stored() {
        return stored;
    }

    Delivery attempted(Instant at, DeliveryResult result, Status status) {
        var copy = stored.deepCopy();
        var attempt = Json.object().put("at", at.toString());
        if (result.status() > 0) {
            attempt.put("status", result.status());
        } else {
            attempt.put("error", result.error());
        }
        copy.withArray("attempts").add(attempt);
        copy.put("status", status.text);
        return new Delivery(copy);
    }

    /** What became of a delivery. */
    public enum Status {
        /** It will be attempted, for the first time or again. */
        PENDING("pending"),
        /** The application accepted it. */
        DELIVERED("delivered"),
        /** The last attempt failed. */
        FAILED("failed");

        private final String text;

        Status(String text) {
            this.text = text;
        }
    }
}
