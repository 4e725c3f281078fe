package dev.treaty.stubs.threatsources.abuseipdb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as AbuseIPDB writes them: with the offset of UTC in digits, e.g. {@code "2026-01-15T09:30:00+00:00"}. */
final class AbuseIpDbTime {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private AbuseIpDbTime() {}

    static String write(Instant instant) {
        return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }
}
