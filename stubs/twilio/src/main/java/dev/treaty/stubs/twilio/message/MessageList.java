package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/**
 * The filters of a list of messages: {@code To}, {@code From}, {@code DateSent} (on a day), {@code DateSent>} and {@code DateSent<} (from
 * and until a day or a moment, both included).
 */
final class MessageList {

    private MessageList() {}

    /** The messages of an account that a request asks for. */
    static Listing of(Parameters parameters, String accountSid) {
        var to = parameters.text("To");
        var from = parameters.text("From");
        var listing = to.map(number -> Listing.of(Messages.KIND, "to", number))
                .or(() -> from.map(number -> Listing.of(Messages.KIND, "from", number)))
                .map(narrowed -> narrowed.where("account_sid", accountSid))
                .orElseGet(() -> Listing.of(Messages.KIND, "account_sid", accountSid));
        if (from.isPresent()) {
            listing = listing.where("from", from.get());
        }
        for (var name : new String[] {"DateSent", "DateSent>", "DateSent<"}) {
            if (parameters.text(name).isPresent()) {
                listing = listing.where(sent(name, parameters.textOrEmpty(name)));
            }
        }
        return listing;
    }

    private static Predicate<ObjectNode> sent(String name, String text) {
        var isDay = text.length() == "2026-01-15".length();
        var bound = instant(text);
        var first = name.equals("DateSent") ? bound.truncatedTo(ChronoUnit.DAYS) : bound;
        var after = name.equals("DateSent") || isDay
                ? bound.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS)
                : bound.plusSeconds(1);
        return message -> {
            var sent = sentAt(message);
            return (name.equals("DateSent<") || !sent.isBefore(first))
                    && (name.equals("DateSent>") || sent.isBefore(after));
        };
    }

    /** A message that has not been sent counts from its creation. */
    private static Instant sentAt(ObjectNode message) {
        var sent = message.path("date_sent");
        return TwilioDates.parseRfc2822(
                sent.isNull() ? message.path("date_created").asText() : sent.asText());
    }

    private static Instant instant(String text) {
        try {
            return TwilioDates.parseIso8601(text);
        } catch (DateTimeException e) {
            throw TwilioError.INVALID_PARAMETER.with("DateSent");
        }
    }
}
