package dev.treaty.provider.apigateway.ratelimit;

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
 * <p>Callers are kept in two generations, and the older one is dropped when a window ends. A caller who has not called for a whole window has
 * the full quota again, so nothing that matters is lost. A generation of {@value #MOST_CALLERS} ends early, so that callers from very many
 * addresses cannot fill the memory.
 */
public final class RateLimiter {

    /** About 20 MB. */
    static final int MOST_CALLERS = 50_000;

    private final Quota quota;
    private final Clock clock;
    private Map<String, Bucket> recent = new HashMap<>();
    private Map<String, Bucket> older = new HashMap<>();
    private Instant turn;

    /** @param clock measures the windows */
    public RateLimiter(Quota quota, Clock clock) {
        this.quota = quota;
        this.clock = clock;
        this.turn = clock.instant().plus(quota.window());
    }

    /**
     * What a caller has left after a request.
     *
     * @param admitted whether the request may proceed
     * @param remaining number of requests left in this window
     * @param reset seconds until the full quota is available again, at least 1
     */
    public record Allowance(boolean admitted, long remaining, long reset) {

        /** The {@code RateLimit} field, e.g. {@code "default";r=0;t=30} (draft-ietf-httpapi-ratelimit-headers). */
        public String field() {
            return "\"default\";r=%d;t=%d".formatted(remaining, reset);
        }
    }

    /** What it allows. */
    public Quota quota() {
        return quota;
    }

    /** Takes one request from a caller's quota, if any is left. */
    public Allowance take(String caller) {
        var taken = bucket(caller).tryConsumeAndReturnRemaining(1);
        var reset = TimeUnit.NANOSECONDS.toMillis(taken.getNanosToWaitForReset()) / 1000.0;
        return new Allowance(taken.isConsumed(), taken.getRemainingTokens(), Math.max(1, (long) Math.ceil(reset)));
    }

    /** Uses up a caller's quota. */
    public void takeAll(String caller) {
        bucket(caller).tryConsumeAsMuchAsPossible();
    }

    /** Gives a caller the full quota again. */
    public synchronized void forget(String caller) {
        recent.remove(caller);
        older.remove(caller);
    }

    /** The number of callers kept in memory. */
    synchronized int callers() {
        return recent.size() + older.size();
    }

    private synchronized Bucket bucket(String caller) {
        var now = clock.instant();
        if (!now.isBefore(turn) || recent.size() >= MOST_CALLERS) {
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
