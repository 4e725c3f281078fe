package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.copy.CopyCancelled;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationChanges;
import dev.treaty.provider.environmentcloner.operations.OperationKind;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationRows;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.refusals.Failure;
import dev.treaty.provider.environmentcloner.refusals.WallRefusal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does queued operations, one after the other. Not for use by several threads, but any thread may stop it. */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final Failure STOPPED = new Failure(
            "service-was-stopped",
            "The service was stopped before the operation was over.",
            "the service",
            "ask for it again");

    private final WorkerContext context;
    private final AtomicReference<@Nullable OperationRun> current = new AtomicReference<>();
    private volatile boolean isStopped;

    Worker(WorkerContext context) {
        this.context = context;
    }

    /** Does the next one; false if there is none, or others have enough to do already. */
    boolean workNext() {
        try (var owner = context.jdbi().open()) {
            var operation = owner.<Optional<Operation>, RuntimeException>inTransaction(this::claim);
            if (operation.isEmpty()) {
                return false;
            }
            try {
                work(owner, operation.get());
            } finally {
                OperationLock.unlock(owner, operation.get());
            }
            return true;
        }
    }

    private Optional<Operation> claim(Handle owner) {
        if (isStopped || !context.queue().hasRoom(owner)) {
            return Optional.empty();
        }
        return OperationRows.nextQueued(owner)
                .filter(operation -> OperationLock.tryLock(owner, operation))
                .filter(operation -> OperationChanges.begin(
                        owner, operation.id(), context.clock().instant()))
                .map(operation -> OperationRows.find(owner, operation.id()));
    }

    private void work(Handle owner, Operation operation) {
        var log = new OperationLog(context.jdbi(), operation.id(), context.clock());
        var run = new OperationRun(context, owner, operation, log);
        current.set(run);
        if (isStopped) {
            run.stop().cancel();
        }
        var failure = execute(run);
        current.set(null);
        try {
            if (failure == null) {
                new Completion(context, operation, log).complete();
            } else {
                new Ending(context, log).end(operation, failure);
            }
        } catch (Exception e) {
            // Its lock is free in a moment, and whoever takes it up then tries again.
            LOG.error("{} is not over, and is taken up again", operation.id(), e);
        }
    }

    private @Nullable Failure execute(OperationRun run) {
        try (var reporter = new ProgressReporter(run)) {
            reporter.start();
            run.enter(OperationPhase.CHECKING);
            if (run.operation().kind() == OperationKind.CLONE) {
                CloneRun.execute(context, run);
            } else {
                RestorationRun.execute(context, run);
            }
            return null;
        } catch (Exception e) {
            return failure(e, run);
        }
    }

    private Failure failure(Exception exception, OperationRun run) {
        var operation = run.operation();
        if (exception instanceof WallRefusal refusal) { // which is told even if somebody cancels at the same moment
            context.reports().report(refusal, new Requester(operation.requestedBy()), what(operation));
        }
        if (exception instanceof CopyCancelled || run.stop().isCancelled()) {
            return STOPPED; // or somebody cancelled it, which the operation itself says
        }
        return RunFailures.of(exception, phase(operation));
    }

    private static String what(Operation operation) {
        return operation
                .source()
                .map(source -> "a clone of %s into %s".formatted(source, operation.target()))
                .orElseGet(() -> "a restoration of %s to %s"
                        .formatted(operation.restored().orElse(""), operation.target()));
    }

    private OperationPhase phase(Operation operation) {
        return context.jdbi()
                .withHandle(handle -> OperationRows.find(handle, operation.id()))
                .phase()
                .orElse(OperationPhase.CHECKING);
    }

    /** Takes on no more, and stops what it is doing. */
    void stop() {
        isStopped = true;
        var run = current.get();
        if (run != null) {
            run.stop().cancel();
        }
    }
}
