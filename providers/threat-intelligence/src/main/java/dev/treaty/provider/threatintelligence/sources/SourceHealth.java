package dev.treaty.provider.threatintelligence.sources;

import dev.treaty.provider.service.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether sources answer. One that fails three times in a row is unavailable, and rests for half a minute after each further failure, so that
 * callers need not wait for it. Each change is an event.
 */
public final class SourceHealth {

    /** How long a source that is unavailable is not asked. */
    public static final Duration REST = Duration.ofSeconds(30);

    private static final int FAILURES = 3;

    private final Jdbi jdbi;
    private final Clock clock;

    public SourceHealth(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A source has answered. */
    public void answered(SourceName source, Optional<Integer> remaining) {
        jdbi.useTransaction(handle -> handle.createQuery("""
                        UPDATE source SET failures = 0, resting_until = NULL, failing_since = NULL, answered_at = :now,
                            remaining = COALESCE(:remaining, source.remaining)
                        FROM (SELECT name, date_trunc('second', failing_since) AS since FROM source
                              WHERE name = :source FOR UPDATE) AS before
                        WHERE source.name = before.name RETURNING before.since""")
                .bind("source", source.value())
                .bind("now", clock.instant())
                .bind("remaining", remaining.orElse(null))
                .mapTo(Instant.class)
                .findOne()
                .ifPresent(since -> append(
                        handle,
                        source,
                        "source.recovered",
                        Map.of("source", source.value(), "unavailableSince", since.toString()))));
    }

    /** A source has failed, or was too slow. */
    public void failed(SourceName source) {
        jdbi.useTransaction(handle -> {
            var wasFailing = lockedFailingSince(handle, source);
            var failures = handle.createQuery(
                            "UPDATE source SET failures = failures + 1 WHERE name = :source RETURNING failures")
                    .bind("source", source.value())
                    .mapTo(Integer.class)
                    .one();
            if (failures >= FAILURES) {
                var now = clock.instant();
                handle.createUpdate("""
                                UPDATE source SET resting_until = :rest, failing_since = COALESCE(failing_since, :now)
                                WHERE name = :source""")
                        .bind("source", source.value())
                        .bind("rest", now.plus(REST))
                        .bind("now", now)
                        .execute();
                if (wasFailing.isEmpty()) {
                    append(
                            handle,
                            source,
                            "source.unavailable",
                            Map.of("source", source.value(), "failures", failures));
                }
            }
        });
    }

    private static Optional<Instant> lockedFailingSince(Handle handle, SourceName source) {
        return handle.createQuery(
                        "SELECT date_trunc('second', failing_since) FROM source WHERE name = :source FOR UPDATE")
                .bind("source", source.value())
                .mapTo(Instant.class)
                .findOne();
    }

    private void append(Handle handle, SourceName source, String what, Map<String, ?> data) {
        Outbox.append(handle, ServiceEvent.about(source.value(), what, data, clock.instant()));
    }
}
