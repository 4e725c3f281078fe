package dev.treaty.stubs.airtable.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as Airtable writes them: in UTC, with milliseconds. */
public final class AirtableTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private AirtableTime() {}

    /** E.g. {@code "2026-01-15T09:30:00.000Z"}. */
    public static String write(Instant time) {
        return FORMAT.format(time);
    }
}
