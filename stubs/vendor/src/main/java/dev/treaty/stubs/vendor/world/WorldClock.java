package dev.treaty.stubs.vendor.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A world's time, in milliseconds: the real one, and what tests have advanced it by. */
final class WorldClock {

    private final Numbers numbers;
    private final Instant realNow;
    private @Nullable Instant set;

    WorldClock(Numbers numbers, Instant realNow) {
        this.numbers = numbers;
        this.realNow = Instant.ofEpochMilli(realNow.toEpochMilli());
    }

    Instant now() {
        var now = set;
        if (now == null) {
            now = actual();
            set = now;
        }
        return now;
    }

    /** The time that no one has set for a unit of work. */
    Instant actual() {
        return realNow.plusMillis(offsetMillis());
    }

    /** Has the rest of the unit of work see another time. */
    void set(Instant time) {
        set = Instant.ofEpochMilli(time.toEpochMilli());
    }

    /** Advances the clock for good, unless it is later already. */
    void advanceTo(Instant time) {
        if (time.isAfter(actual())) {
            numbers.put(Keys.CLOCK, Duration.between(realNow, time).toMillis());
        }
        set = null;
    }

    long realMillis() {
        return realNow.toEpochMilli();
    }

    /** When the real clock shows what this clock will show then. */
    long realMillis(long epochMillis) {
        return epochMillis - offsetMillis();
    }

    private long offsetMillis() {
        return numbers.get(Keys.CLOCK);
    }
}
