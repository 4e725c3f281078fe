package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.copy.CopyCancelled;
import dev.treaty.provider.environmentcloner.copy.CopyProgress;
import dev.treaty.provider.environmentcloner.copy.StopSignal;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationChanges;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationProgress;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One operation while it runs: how far it is, and whether it is to stop. */
final class OperationRun {

    private final Jdbi jdbi;
    private final PhaseListener phases;
    private final Handle owner;
    private final Operation operation;
    private final OperationLog log;
    private final CopyProgress progress = new CopyProgress();
    private final StopSignal stop = new StopSignal();
    private volatile PhaseShare share = PhaseShare.CHECKING;
    private volatile long rowsTotal;
    private volatile int tablesTotal;
    private volatile long rowsValidated;

    /** @param owner the session that holds the lock of the operation: as long as it lives, nobody takes the worker for dead */
    OperationRun(WorkerContext context, Handle owner, Operation operation, OperationLog log) {
        jdbi = context.jdbi();
        phases = context.phases();
        this.owner = owner;
        this.operation = operation;
        this.log = log;
    }

    Operation operation() {
        return operation;
    }

    OperationLog log() {
        return log;
    }

    CopyProgress progress() {
        return progress;
    }

    StopSignal stop() {
        return stop;
    }

    /** Says how much there is to do. */
    void expect(long rows, int tables) {
        rowsTotal = rows;
        tablesTotal = tables;
    }

    void validated(long rows) {
        rowsValidated = rows;
    }

    /**
     * Begins a phase.
     *
     * @throws CopyCancelled if somebody has cancelled
     */
    void enter(OperationPhase phase) {
        stop.requireGoingOn();
        share = PhaseShare.of(phase);
        report();
        if (!OperationChanges.enter(owner, operation.id(), phase)) {
            stop.cancel();
            throw new CopyCancelled();
        }
        phases.entered(operation, phase);
        stop.requireGoingOn();
    }

    /** Stores how far it is, and stops it if that is wanted. Called again and again by another thread than the one that works. */
    void report() {
        var state = jdbi.withHandle(handle -> OperationChanges.progress(handle, operation.id(), current()));
        if (state.orElse(OperationState.FAILED) != OperationState.RUNNING) {
            stop.cancel();
        }
    }

    private OperationProgress current() {
        var rows = progress.rows();
        var done = share == PhaseShare.VALIDATING ? rowsValidated : rows;
        return new OperationProgress(
                share.percent(done, rowsTotal),
                rows,
                Math.max(rowsTotal, rows),
                progress.tables(),
                tablesTotal,
                progress.bytes());
    }
}
