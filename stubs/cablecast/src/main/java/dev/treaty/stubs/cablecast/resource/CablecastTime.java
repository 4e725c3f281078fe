package dev.treaty.stubs.cablecast.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Dates and times in ISO 8601. The station is in UTC: times without a zone are meant so. */
public final class CablecastTime {

    private CablecastTime() {}

    /** A time, or the beginning of a day; empty if it is neither. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(instant(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(String text) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return hasZone(text)
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    /** The same time with its zone, which is part of every time that Cablecast sends. */
    static String withZone(String text) {
        if (!text.contains("T")) {
            return text + "T00:00:00Z";
        }
        return hasZone(text) ? text : text + "Z";
    }

    private static boolean hasZone(String text) {
        return text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)");
    }

    /** A time as Cablecast writes it, to the second. */
    public static String write(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
