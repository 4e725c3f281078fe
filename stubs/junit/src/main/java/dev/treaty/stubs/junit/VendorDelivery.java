package dev.treaty.stubs.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A request that a vendor sent to the application: a webhook, or a callback.
 *
 * @param id opaque
 * @param purpose what it is for, in the vendor's words
 * @param method e.g. {@code "POST"}
 * @param body as text
 * @param isDelivered whether the application accepted it; if not, it may be attempted again
 * @param attempts in the order of time, at least one
 */
public record VendorDelivery(
        String id, String purpose, String method, URI url, String body, boolean isDelivered, List<Attempt> attempts) {

    public VendorDelivery {
        attempts = List.copyOf(attempts);
    }

    static VendorDelivery of(JsonNode delivery) {
        return new VendorDelivery(
                delivery.path("id").asText(),
                delivery.path("purpose").asText(),
                delivery.path("method").asText(),
                URI.create(delivery.path("url").asText()),
                delivery.path("body").asText(),
                delivery.path("status").asText().equals("delivered"),
                StreamSupport.stream(delivery.path("attempts").spliterator(), false)
                        .map(Attempt::of)
                        .toList());
    }

    /**
     * One attempt.
     *
     * @param at the vendor's time
     * @param status of the application's response; 0 if there was none
     * @param error why there was no response; empty if there was one
     */
    public record Attempt(Instant at, int status, String error) {

        static Attempt of(JsonNode attempt) {
            return new Attempt(
                    Instant.parse(attempt.path("at").asText()),
                    attempt.path("status").asInt(),
                    attempt.path("error").asText());
        }
    }
}
