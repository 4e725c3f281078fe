package dev.treaty.stubs.twilio.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days in UTC, both included. */
record UsageRange(LocalDate start, LocalDate end) {

    /** What of it is between two days, both included. */
    UsageRange within(LocalDate from, LocalDate until) {
        return new UsageRange(start.isBefore(from) ? from : start, end.isAfter(until) ? until : end);
    }

    boolean contains(Instant time) {
        var day = time.atOffset(ZoneOffset.UTC).toLocalDate();
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
