package dev.treaty.provider.environmentcloner.clones;

import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.checks.CheckedClone;
import dev.treaty.provider.environmentcloner.checks.CloneChecks;
import dev.treaty.provider.environmentcloner.events.ClonerEvent;
import dev.treaty.provider.environmentcloner.events.WallReports;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.LogEntry;
import dev.treaty.provider.environmentcloner.operations.LogLevel;
import dev.treaty.provider.environmentcloner.operations.LogRows;
import dev.treaty.provider.environmentcloner.operations.NewOperation;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationChanges;
import dev.treaty.provider.environmentcloner.operations.OperationFilter;
import dev.treaty.provider.environmentcloner.operations.OperationKind;
import dev.treaty.provider.environmentcloner.operations.OperationOptions;
import dev.treaty.provider.environmentcloner.operations.OperationQueue;
import dev.treaty.provider.environmentcloner.operations.OperationRows;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.operations.Page;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.operations.Statistics;
import dev.treaty.provider.environmentcloner.operations.StatisticsRows;
import dev.treaty.provider.environmentcloner.refusals.CloneIsOver;
import dev.treaty.provider.service.RandomId;
import dev.treaty.provider.service.outbox.Outbox;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/** What can be done with clones. Whatever is not done is a {@link dev.treaty.provider.environmentcloner.refusals.Refusal}. */
public final class Clones {

    private final Jdbi jdbi;
    private final CloneChecks checks;
    private final ClonePlanner planner;
    private final OperationQueue queue;
    private final WallReports reports;
    private final Runnable wake;
    private final Clock clock;

    /** @param wake has a worker look for what is queued */
    public Clones(Jdbi jdbi, CloneChecks checks, OperationQueue queue, Runnable wake, Clock clock) {
        this.jdbi = jdbi;
        this.checks = checks;
        this.queue = queue;
        this.clock = clock;
        this.wake = wake;
        planner = new ClonePlanner(jdbi, checks, clock);
        reports = new WallReports(jdbi, clock);
    }

    /** Finds out what a clone would do, and changes nothing. */
    public ClonePlan plan(CloneRequest request, Requester requester) {
        return reports.attempt(requester, request.description(), () -> planner.plan(checks.check(request.requested())));
    }

    /**
     * Checks a request on both sides and queues it; a worker does it later.
     *
     * @param together what is stored in the same transaction, e.g. an idempotency key
     */
    public Operation start(CloneRequest request, Requester requester, InTransaction together) {
        var checked = checked(request, requester);
        var options = new OperationOptions(
                checked.systems(),
                request.profile(),
                request.backup().map(BackupKind::word),
                request.validate(),
                request.maxAge());
        var operation = new NewOperation(
                RandomId.withPrefix("cln_"),
                OperationKind.CLONE,
                Optional.of(request.source()),
                request.target(),
                options,
                Optional.empty(),
                requester,
                clock.instant());
        var queued = jdbi.inTransaction(handle -> {
            var added = queue.add(handle, operation);
            LogRows.append(
                    handle,
                    added.id(),
                    LogLevel.INFO,
                    "%s asked for %s.".formatted(requester.id(), request.description()),
                    Optional.empty(),
                    clock.instant());
            together.run(handle, added);
            return added;
        });
        wake.run();
        return queued;
    }

    private CheckedClone checked(CloneRequest request, Requester requester) {
        return reports.attempt(requester, request.description(), () -> checks.check(request.requested()));
    }

    /** A clone or restoration. */
    public Operation find(String id) {
        return jdbi.withHandle(handle -> OperationRows.find(handle, id));
    }

    /** Those that a filter lets through, the newest first. */
    public Page<Operation> list(OperationFilter filter) {
        return jdbi.withHandle(handle -> OperationRows.list(handle, filter));
    }

    /** Has it stop; it is over when its state says so. Asking again changes nothing. */
    public Operation cancel(String id, Requester requester) {
        return jdbi.inTransaction(handle -> {
            var operation = OperationRows.lock(handle, id);
            if (operation.cancelledBy().isPresent() && !operation.state().isFinal()) {
                return operation;
            }
            if (!OperationChanges.cancel(handle, id, requester, clock.instant())) {
                throw operation.kind() == OperationKind.CLONE
                        ? CloneIsOver.ofClone(id, stateOf(operation))
                        : CloneIsOver.ofRestoration(id, stateOf(operation));
            }
            LogRows.append(
                    handle,
                    id,
                    LogLevel.WARNING,
                    "%s cancelled it.".formatted(requester.id()),
                    Optional.empty(),
                    clock.instant());
            var cancelled = OperationRows.find(handle, id);
            if (cancelled.state() == OperationState.CANCELLED) {
                Outbox.append(handle, ClonerEvent.cancelled(cancelled, clock.instant()));
            }
            return cancelled;
        });
    }

    /** As people say it: what swaps its databases already cannot be stopped. */
    private static String stateOf(Operation operation) {
        return operation.state() == OperationState.RUNNING
                ? "swapping the databases"
                : operation.state().word();
    }

    /**
     * What it logged, the oldest first.
     *
     * @param least only entries of this level and above
     * @param after {@link Page#next} of the page before, or the number of the last entry that is known; empty for the beginning
     * @param limit how many entries at most
     */
    public Page<LogEntry> log(String id, LogLevel least, OptionalLong after, int limit) {
        return jdbi.withHandle(handle -> {
            OperationRows.find(handle, id);
            return LogRows.list(handle, id, least, after, limit);
        });
    }

    /** What it did, when it is over. */
    public Statistics statistics(String id) {
        return jdbi.withHandle(handle -> StatisticsRows.find(handle, id));
    }
}
