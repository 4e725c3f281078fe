package dev.treaty.consumer.customermail;

import java.time.Clock;
import java.time.Duration;

/**
 * What to do about a rate limit: wait until SendGrid's window is over if that is soon, or say when.
 *
 * @param longest for how long a call may wait; zero to say so at once
 * @param clock that tells how long {@code X-RateLimit-Reset} is away
 * @param pause waits
 */
public record RateLimitWait(Duration longest, Clock clock, Pause pause) {

    /** Waits for nothing. */
    public static RateLimitWait none() {
        return upTo(Duration.ZERO);
    }

    /** Waits on the calling thread. */
    public static RateLimitWait upTo(Duration longest) {
        return new RateLimitWait(longest, Clock.systemUTC(), time -> Thread.sleep(time.toMillis()));
    }

    /** How a thread waits. */
    @FunctionalInterface
    public interface Pause {

        /**
         * Waits.
         *
         * @throws InterruptedException if the thread is to stop instead
         */
        void pause(Duration time) throws InterruptedException;
    }
}
