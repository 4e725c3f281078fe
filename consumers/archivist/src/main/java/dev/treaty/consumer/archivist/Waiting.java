package dev.treaty.consumer.archivist;

import java.time.Duration;

/** Time as who waits sees it; in a test it passes without anybody waiting. */
public interface Waiting {

    /** How long it is since some fixed moment; it never goes back, whatever is done to the clock. */
    Duration elapsed();

    /** Lets that much time pass. */
    void pause(Duration time) throws InterruptedException;

    /** The time of this machine. */
    static Waiting inRealTime() {
        return new Waiting() {
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
