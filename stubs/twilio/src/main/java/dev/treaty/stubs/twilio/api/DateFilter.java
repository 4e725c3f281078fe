package dev.treaty.stubs.twilio.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The filter of a list by a date: {@code StartTime=2026-01-15} for that day in UTC, {@code StartTime>=…} from then on, {@code
 * StartTime<=…} until then, whose parameters are called {@code StartTime>} and {@code StartTime<}. The latter two may be moments as well,
 * both included.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources">Twilio, reading calls</a>
 */
public final class DateFilter {

    private DateFilter() {}

    /**
     * What a request asks for; resources without the date do not pass if it asks for anything.
     *
     * @param name of the parameter, e.g. {@code "StartTime"}
     * @param fields with a date as in the API of 2010, e.g. {@code "start_time"}; the first that is not null counts
     * @throws dev.treaty.stubs.vendor.VendorError 20001 if a parameter is not a date
     */
    public static Predicate<ObjectNode> of(Parameters parameters, String name, String... fields) {
        var dates = List.of(fields);
        Predicate<ObjectNode> on = parameters
                .text(name)
                .map(text -> between(dates, day(name, text), nextDay(name, text)))
                .orElse(all -> true);
        Predicate<ObjectNode> from = parameters
                .text(name + ">")
                .map(text -> between(dates, instant(name, text), Instant.MAX))
                .orElse(all -> true);
        Predicate<ObjectNode> until = parameters
                .text(name + "<")
                .map(text -> between(dates, Instant.MIN, after(name, text)))
                .orElse(all -> true);
        return on.and(from).and(until);
    }

    private static Predicate<ObjectNode> between(List<String> fields, Instant from, Instant until) {
        return resource -> date(resource, fields)
                .filter(time -> !time.isBefore(from) && time.isBefore(until))
                .isPresent();
    }

    private static Optional<Instant> date(ObjectNode resource, List<String> fields) {
        return fields.stream()
                .map(field -> resource.path(field).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(TwilioDates::parseRfc2822);
    }

    private static Instant instant(String name, String text) {
        try {
            return TwilioDates.parseIso8601(text);
        } catch (DateTimeException e) {
            throw TwilioError.INVALID_PARAMETER.with(name);
        }
    }

    private static Instant day(String name, String text) {
        return instant(name, text).truncatedTo(ChronoUnit.DAYS);
    }

    private static Instant nextDay(String name, String text) {
        return day(name, text).plus(1, ChronoUnit.DAYS);
    }

    /** The first instant after a day, or after a second. */
    private static Instant after(String name, String text) {
        return text.contains("T") ? instant(name, text).plusSeconds(1) : nextDay(name, text);
    }
}
