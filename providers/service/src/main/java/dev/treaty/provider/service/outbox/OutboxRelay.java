package dev.treaty.provider.service.outbox;

import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the events in the outbox, each at least once and those of one subject in order.
 *
 * <p>An event is published and marked in one transaction that locks its row. If a relay dies in between, the event stays unmarked and is
 * published again under the same id. Any number of relays may run.
 */
public final class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final int DOUBLINGS = 10;

    private final Jdbi jdbi;
    private final EventPublisher publisher;
    private final int attempts;
    private final Clock clock;

    /** @param attempts how often an event is tried before it is set aside */
    public OutboxRelay(Jdbi jdbi, EventPublisher publisher, int attempts, Clock clock) {
        this.jdbi = jdbi;
        this.publisher = publisher;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Publishes until nothing is due, and deletes what was published a week ago. */
    void drain() throws InterruptedException {
        while (relayNext()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        jdbi.useHandle(handle -> Outbox.deletePublished(handle, clock.instant().minus(RETENTION)));
    }

    /** Tries to publish one event; false if none is due. */
    private boolean relayNext() throws InterruptedException {
        return jdbi.inTransaction(handle -> {
            var next = Outbox.take(handle, clock.instant());
            if (next.isPresent()) {
                relay(handle, next.get());
            }
            return next.isPresent();
        });
    }

    private void relay(Handle handle, Outbox.Entry entry) throws InterruptedException {
        try {
            publisher.publish(entry.event().id(), entry.event().content());
        } catch (PublishingFailed e) {
            failed(handle, entry, String.valueOf(e.getMessage()));
            return;
        } catch (RuntimeException e) {
            // A bug in the publisher must not block the subject forever.
            failed(handle, entry, e.toString());
            return;
        }
        Outbox.published(handle, entry, clock.instant());
    }

    private void failed(Handle handle, Outbox.Entry entry, String reason) {
        var now = clock.instant();
        var failures = entry.failures() + 1;
        if (failures >= attempts) {
            LOG.error("{} is set aside after {} attempts: {}", entry.event(), failures, reason);
            Outbox.dead(handle, entry, reason, now);
        } else {
            LOG.warn("{} was not published, attempt {}: {}", entry.event(), failures, reason);
            Outbox.failed(handle, entry, reason, now.plus(pause(failures)));
        }
    }

    /** Twice as long after each failure, but never longer than a minute. */
    private static Duration pause(int failures) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
