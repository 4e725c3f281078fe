package dev.treaty.provider.vendorwatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that is set. */
final class TestClock implements InstantSource {

    private Instant now = Instant.parse("2026-01-15T09:30:00Z");

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
