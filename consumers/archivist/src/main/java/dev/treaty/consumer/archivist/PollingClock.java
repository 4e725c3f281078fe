package dev.treaty.consumer.archivist;

import java.time.Duration;

/** The clock that polling waits by; in a test, time passes without waiting. */
public interface PollingClock {

    /** The time since some fixed moment; it never goes backwards, even if the system clock is changed. */
    Duration elapsed();

    /** Waits for that long. */
    void pause(Duration time) throws InterruptedException;

    /** The clock of this machine. */
    static PollingClock inRealTime() {
        return new PollingClock() {
            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime());
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis());
            }
        };
    }
}
