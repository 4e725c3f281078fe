package dev.treaty.provider.threatintelligence.sources;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the service within the limits of its sources, whatever is asked of it, however many instances of it run, and through restarts: each
 * request is counted in the database before it is sent.
 */
public final class SourceLimits {

    /** A request arrives at its source a little later than it is counted here, and that little varies. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private static final Duration LONGEST_WINDOW = Duration.ofDays(1).plus(MARGIN);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<SourceName, List<RequestLimit>> limits;

    /** @param limits of the plans that the keys have; none for a source without limits */
    public SourceLimits(Jdbi jdbi, Clock clock, Map<SourceName, List<RequestLimit>> limits) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.limits = Map.copyOf(limits);
    }

    /**
     * Whether a source may be asked.
     *
     * @param notBefore when it may be asked, at the earliest, because its limit is used up; empty if it may be asked now
     * @param isResting whether it is not asked because it has failed
     */
    public record Admission(Optional<Instant> notBefore, boolean isResting) {

        boolean isOpen() {
            return notBefore.isEmpty() && !isResting;
        }
    }

    /** Counts a request that is about to be sent, unless it must not be sent. */
    Admission acquire(SourceName source) {
        if (!limits.containsKey(source)) {
            return admission(source); // nothing to count
        }
        return jdbi.inTransaction(handle -> {
            // Whoever else wants to send a request to this source waits here.
            var admission = admission(handle, source, "FOR UPDATE");
            if (admission.isOpen()) {
                handle.createUpdate("INSERT INTO source_request (source, asked_at) VALUES (:source, :now)")
                        .bind("source", source.value())
                        .bind("now", clock.instant())
                        .execute();
            }
            return admission;
        });
    }

    /** Whether a source may be asked now; counts nothing. */
    public Admission admission(SourceName source) {
        return jdbi.withHandle(handle -> admission(handle, source, ""));
    }

    private Admission admission(Handle handle, SourceName source, String lock) {
        return handle.createQuery("SELECT not_before, resting_until FROM source WHERE name = :source " + lock)
                .bind("source", source.value())
                .map((row, context) -> {
                    var now = clock.instant(); // it may have waited for the lock
                    return new Admission(
                            notBefore(handle, source, row.getTimestamp("not_before"), now),
                            isAfter(row.getTimestamp("resting_until"), now));
                })
                .one();
    }

    private Optional<Instant> notBefore(Handle handle, SourceName source, @Nullable Timestamp said, Instant now) {
        var ofVendor = Stream.ofNullable(said).map(Timestamp::toInstant).filter(now::isBefore);
        var counted = limits.getOrDefault(source, List.of()).stream()
                .flatMap(limit -> full(handle, source, limit, now).stream());
        return Stream.concat(ofVendor, counted).max(Comparator.naturalOrder());
    }

    private static boolean isAfter(@Nullable Timestamp time, Instant now) {
        return time != null && time.toInstant().isAfter(now);
    }

    /** If a window is full, when its oldest request that counts will have left it. */
    private static Optional<Instant> full(Handle handle, SourceName source, RequestLimit limit, Instant now) {
        return handle.createQuery("""
                        SELECT asked_at FROM source_request WHERE source = :source AND asked_at > :from
                        ORDER BY asked_at DESC OFFSET :others LIMIT 1""")
                .bind("source", source.value())
                .bind("from", now.minus(limit.per()).minus(MARGIN))
                .bind("others", limit.requests() - 1)
                .mapTo(Instant.class)
                .findOne()
                .map(oldest -> oldest.plus(limit.per()).plus(MARGIN));
    }

    /** The source itself has said when it wants to be asked again. */
    public void pause(SourceName source, Instant notBefore) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE source SET not_before = :notBefore WHERE name = :source")
                .bind("source", source.value())
                .bind("notBefore", notBefore)
                .execute());
    }

    /** Forgets requests that count no longer. */
    public void deleteOld() {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM source_request WHERE asked_at < :old")
                .bind("old", clock.instant().minus(LONGEST_WINDOW))
                .execute());
    }
}
