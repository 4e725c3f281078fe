package dev.treaty.provider.environmentcloner.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times in the API (RFC 3339). */
final class Times {

    private Times() {}

    /** To milliseconds, e.g. {@code 2026-03-01T08:00:00.123Z}. */
    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
