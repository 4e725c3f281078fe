package dev.treaty.provider.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is advanced. */
public final class ManualClock extends Clock {

    private Instant now;

    private ManualClock(Instant now) {
        this.now = now;
    }

    /** Starts now. */
    public static ManualClock now() {
        return at(Instant.now());
    }

    /** Starts at the given time. */
    public static ManualClock at(Instant time) {
        return new ManualClock(time);
    }

    /** Moves the clock forward. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("an instant has no zone");
    }
}
