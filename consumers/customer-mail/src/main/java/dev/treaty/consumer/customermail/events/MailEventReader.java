package dev.treaty.consumer.customermail.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.consumer.customermail.CustomerMail;
import dev.treaty.consumer.customermail.EmailAddress;
import dev.treaty.pacts.errors.ErrorMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the body of a webhook, which SendGrid has signed. */
final class MailEventReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MailEventReader() {}

    /** @throws IllegalArgumentException if it is not a list of events */
    static List<MailEvent> read(byte[] body) {
        var events = new ArrayList<MailEvent>();
        parse(body).forEach(event -> events.add(event(event)));
        return events;
    }

    private static JsonNode parse(byte[] body) {
        try {
            var events = JSON.readTree(body);
            if (events.isArray()) {
                return events;
            }
        } catch (IOException e) {
            // as for what is not a list
        }
        throw unreadable("is not a JSON array");
    }

    private static MailEvent event(JsonNode event) {
        var about = about(event);
        var name = event.path("event").asText();
        var reason = event.path("reason").asText("");
        return switch (name) {
            case "delivered" -> new MailEvent.Delivered(about);
            case "deferred" ->
                new MailEvent.Deferred(
                        about, reason.isEmpty() ? event.path("response").asText("") : reason);
            case "bounce" ->
                new MailEvent.Bounced(
                        about, reason, "blocked".equals(event.path("type").asText()));
            case "dropped" -> new MailEvent.Dropped(about, reason);
            case "unsubscribe" -> new MailEvent.Unsubscribed(about, OptionalInt.empty());
            case "group_unsubscribe" ->
                new MailEvent.Unsubscribed(
                        about, OptionalInt.of(event.path("asm_group_id").asInt()));
            case "spamreport" -> new MailEvent.ReportedAsSpam(about);
            default -> new MailEvent.Other(about, name);
        };
    }

    private static MailEvent.About about(JsonNode event) {
        return new MailEvent.About(
                required(event, "sg_event_id"),
                new EmailAddress(required(event, "email")),
                Instant.ofEpochSecond(event.path("timestamp").asLong()),
                optional(event, CustomerMail.REFERENCE),
                optional(event, "sg_message_id"));
    }

    private static String required(JsonNode event, String field) {
        return optional(event, field).orElseThrow(() -> unreadable("has an event without " + field));
    }

    private static Optional<String> optional(JsonNode event, String field) {
        return Optional.of(event.path(field).asText("")).filter(value -> !value.isEmpty());
    }

    private static IllegalArgumentException unreadable(String why) {
        return new IllegalArgumentException(new ErrorMessage(
                        "A webhook that SendGrid signed %s.".formatted(why),
                        "the body of the request",
                        "use this address at SendGrid for the event webhook only")
                .toString());
    }
}
