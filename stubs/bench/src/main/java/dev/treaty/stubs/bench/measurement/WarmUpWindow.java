package dev.treaty.stubs.bench.measurement;

import java.time.Duration;

/** A part of a server's first seconds under load, in which its JVM still compiles. */
public enum WarmUpWindow {
    /** Mostly interpreted. */
    SECONDS_0_TO_5(0, 5),

    /** Partly compiled. */
    SECONDS_5_TO_10(5, 10),

    /** Nearly as fast as it will be. */
    SECONDS_10_TO_20(10, 20);

    private final int from;
    private final int to;

    WarmUpWindow(int from, int to) {
        this.from = from;
        this.to = to;
    }

    Duration length() {
        return Duration.ofSeconds(to - from);
    }

    /** E.g. {@code "0–5 s"}. */
    @Override
    public String toString() {
        return "%d–%d s".formatted(from, to);
    }
}
