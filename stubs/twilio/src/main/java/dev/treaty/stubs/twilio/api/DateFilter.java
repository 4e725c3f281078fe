package dev.treaty.stubs.twilio.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;

/**
 * The filter of a list by a date: {@code StartTime=2026-01-15} for that day in UTC, {@code StartTime>=…} from then on, {@code
 * StartTime<=…} until then, whose parameters are called {@code StartTime>} and {@code StartTime<}. A time of day may be given as well.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources">Twilio, reading calls</a>
 */
public final class DateFilter {

    private DateFilter() {}

    /**
     * What a request asks for; resources without the date do not pass if it asks for anything.
     *
     * @param name of the parameter, e.g. {@code "StartTime"}
     * @param field with a date as in the API of 2010, e.g. {@code "start_time"}
     * @throws dev.treaty.stubs.vendor.VendorError 20001 if a parameter is not a date
     */
    public static Predicate<ObjectNode> of(Parameters parameters, String name, String field) {
        Predicate<ObjectNode> on = parameters
                .text(name)
                .map(text -> between(field, start(name, text), end(name, text)))
                .orElse(all -> true);
        Predicate<ObjectNode> from = parameters
                .text(name + ">")
                .map(text -> between(field, start(name, text), Instant.MAX))
                .orElse(all -> true);
        Predicate<ObjectNode> until = parameters
                .text(name + "<")
                .map(text -> between(field, Instant.MIN, end(name, text)))
                .orElse(all -> true);
        return on.and(from).and(until);
    }

    private static Predicate<ObjectNode> between(String field, Instant from, Instant until) {
        return resource -> {
            var text = resource.path(field).asText("");
            if (text.isEmpty()) {
                return false;
            }
            var time = TwilioDates.parseRfc2822(text);
            return !time.isBefore(from) && time.isBefore(until);
        };
    }

    private static Instant start(String name, String text) {
        return isDay(text) ? day(name, text).atStartOfDay().toInstant(ZoneOffset.UTC) : time(name, text);
    }

    /** The first instant after it. */
    private static Instant end(String name, String text) {
        return isDay(text)
                ? day(name, text).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)
                : time(name, text).plusSeconds(1);
    }

    private static boolean isDay(String text) {
        return text.length() <= "2026-01-15".length();
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw TwilioError.INVALID_PARAMETER.with(name);
        }
    }

    private static Instant time(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw TwilioError.INVALID_PARAMETER.with(name);
        }
    }
}
