package dev.treaty.provider.environmentcloner.events;

import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.refusals.WallRefusal;
import dev.treaty.provider.service.outbox.Outbox;
import java.time.Clock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each attempt that a wall around production prevented: in the service's log, and by an event. */
public final class WallReports {

    private static final Logger LOG = LoggerFactory.getLogger(WallReports.class);

    private final Jdbi jdbi;
    private final Clock clock;

    public WallReports(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Does something that walls may prevent.
     *
     * @param what it is, e.g. {@code a clone of training into production}
     * @throws WallRefusal as the wall did
     */
    public <T> T attempt(Requester requester, String what, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (WallRefusal refusal) {
            report(refusal, requester, what);
            throw refusal;
        }
    }

    /** Tells of one. */
    public void report(WallRefusal refusal, Requester requester, String what) {
        LOG.error(
                "the wall {} around {} refused {} to {}: {}",
                refusal.wall().word(),
                refusal.environment(),
                what,
                requester.id(),
                refusal.failure().what());
        jdbi.useTransaction(
                handle -> Outbox.append(handle, ClonerEvent.refused(refusal, requester, what, clock.instant())));
    }
}
