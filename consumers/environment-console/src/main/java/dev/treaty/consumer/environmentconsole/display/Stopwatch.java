package dev.treaty.consumer.environmentconsole.display;

import java.time.Duration;

/** How much time has passed since any moment. */
public interface Stopwatch {

    /** Never less than before. */
    Duration elapsed();

    /** One that starts now, and that nobody who sets the clock can stop. */
    static Stopwatch started() {
        var start = System.nanoTime();
        return () -> Duration.ofNanos(System.nanoTime() - start);
    }
}
