package dev.treaty.stubs.vendor.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests are left, when one has been counted. All times are those of the account's clock.
 *
 * @param limit requests in a window
 * @param per how long a window is
 * @param remaining requests that are left in this window, 0 or more
 * @param now when the request arrived
 * @param resetsAt when the next window may begin
 * @param isExceeded whether the request was one too many
 */
public record RateLimitStatus(
        int limit, Duration per, int remaining, Instant now, Instant resetsAt, boolean isExceeded) {

    /** What a vendor says that limits nobody: the first request of a window has just been counted. */
    static RateLimitStatus untouched(RateLimit limit, Instant now) {
        return new RateLimitStatus(
                limit.requests(), limit.per(), Math.max(0, limit.requests() - 1), now, now.plus(limit.per()), false);
    }

    /** How long to wait; positive. */
    public Duration untilReset() {
        return Duration.between(now, resetsAt);
    }

    /** How long to wait in whole seconds, rounded up: who waits that long gets through. */
    public long secondsUntilReset() {
        return ceil(untilReset());
    }

    /** When the next window may begin, in whole seconds since 1970, rounded up. */
    public long resetsAtSeconds() {
        return ceil(Duration.between(Instant.EPOCH, resetsAt));
    }

    private static long ceil(Duration duration) {
        return duration.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
