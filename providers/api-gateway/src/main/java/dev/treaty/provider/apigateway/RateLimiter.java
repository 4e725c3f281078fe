package dev.treaty.provider.apigateway;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts what each caller has left of the quota.
 *
 * <p>Callers are remembered in two generations, and the older is forgotten when a window is over. Who has not called for a
 * whole window has the whole quota again, so nothing that matters is forgotten, and the memory that this takes is bounded
 * by how many callers there are in two windows.
 */
final class RateLimiter {

    private final Quota quota;
    private final Clock clock;
    private Map<String, Bucket> recent = new HashMap<>();
    private Map<String, Bucket> older = new HashMap<>();
    private Instant turn;

    /** @param clock what windows are measured by */
    RateLimiter(Quota quota, Clock clock) {
        this.quota = quota;
        this.clock = clock;
        this.turn = clock.instant().plus(quota.window());
    }

    /**
     * What a caller has after asking for one request.
     *
     * @param admitted whether the request may go on
     * @param remaining requests in this window
     * @param reset seconds until the whole quota is there again, at least 1
     */
    record Allowance(boolean admitted, long remaining, long reset) {

        /** The {@code RateLimit} field, e.g. {@code "default";r=0;t=30} (draft-ietf-httpapi-ratelimit-headers). */
        String field() {
            return "\"default\";r=%d;t=%d".formatted(remaining, reset);
        }
    }

    Quota quota() {
        return quota;
    }

    /** Takes one request from a caller's quota, if there is one left. */
    Allowance take(String caller) {
        var taken = bucket(caller).tryConsumeAndReturnRemaining(1);
        var reset = TimeUnit.NANOSECONDS.toMillis(taken.getNanosToWaitForReset()) / 1000.0;
        return new Allowance(taken.isConsumed(), taken.getRemainingTokens(), Math.max(1, (long) Math.ceil(reset)));
    }

    /** Takes all that a caller has left. */
    void takeAll(String caller) {
        bucket(caller).tryConsumeAsMuchAsPossible();
    }

    /** Gives a caller the whole quota again. */
    synchronized void forget(String caller) {
        recent.remove(caller);
        older.remove(caller);
    }

    /** How many callers are remembered. */
    synchronized int callers() {
        return recent.size() + older.size();
    }

    private synchronized Bucket bucket(String caller) {
        var now = clock.instant();
        if (!now.isBefore(turn)) {
            older = recent;
            recent = new HashMap<>();
            turn = now.plus(quota.window());
        }
        return recent.computeIfAbsent(caller, unseen -> {
            var known = older.remove(unseen);
            return known == null ? fresh() : known;
        });
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota.requests()).refillIntervally(quota.requests(), quota.window()))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
