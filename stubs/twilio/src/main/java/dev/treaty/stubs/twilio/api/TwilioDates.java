package dev.treaty.stubs.twilio.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as Twilio writes them, always in UTC. */
public final class TwilioDates {

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ISO_8601 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.US).withZone(ZoneOffset.UTC);

    private TwilioDates() {}

    /** As in the API of 2010, e.g. {@code "Thu, 15 Jan 2026 09:30:00 +0000"}. */
    public static String rfc2822(Instant instant) {
        return RFC_2822.format(instant);
    }

    /** What {@link #rfc2822} wrote. */
    public static Instant parseRfc2822(String text) {
        return Instant.from(RFC_2822.parse(text));
    }

    /**
     * What a request says: a day, or a moment, in UTC unless it has an offset. Twilio's SDKs do not all write one.
     *
     * @throws java.time.DateTimeException if it is neither
     */
    public static Instant parseIso8601(String text) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    /** As in the newer APIs, e.g. {@code "2026-01-15T09:30:00Z"}. */
    public static String iso8601(Instant instant) {
        return ISO_8601.format(instant);
    }
}
