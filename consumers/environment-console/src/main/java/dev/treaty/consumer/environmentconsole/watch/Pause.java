package dev.treaty.consumer.environmentconsole.watch;

import java.time.Duration;

/** Waits between two looks. */
public interface Pause {

    /** Sleeps. */
    Pause SLEEP = duration -> {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts the console's only thread", e);
        }
    };

    void last(Duration duration);
}
