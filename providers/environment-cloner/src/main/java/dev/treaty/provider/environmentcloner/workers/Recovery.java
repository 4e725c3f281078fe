package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationRows;
import dev.treaty.provider.environmentcloner.refusals.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up what dead workers, of whichever replica, have left behind. */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final WorkerContext context;

    Recovery(WorkerContext context) {
        this.context = context;
    }

    /** Ends every operation that nobody works on. */
    void run() {
        for (var operation : context.jdbi().withHandle(OperationRows::active)) {
            try (var session = context.jdbi().open()) {
                if (OperationLock.tryLock(session, operation)) {
                    try {
                        takeUp(operation);
                    } finally {
                        OperationLock.unlock(session, operation);
                    }
                }
            }
        }
    }

    /** It may be over meanwhile: its worker unlocks it only then. */
    private void takeUp(Operation seen) {
        var operation = context.jdbi().withHandle(handle -> OperationRows.find(handle, seen.id()));
        if (operation.state().isFinal()) {
            return;
        }
        LOG.warn("{} has no worker any more and is ended", operation.id());
        var log = new OperationLog(context.jdbi(), operation.id(), context.clock());
        try {
            new Ending(context, log).end(operation, failure(operation));
        } catch (Exception e) {
            LOG.error("{} cannot be ended yet, and is taken up again", operation.id(), e);
        }
    }

    private static Failure failure(Operation operation) {
        var phase = operation.phase().orElse(OperationPhase.CHECKING).word();
        return new Failure(
                "worker-died",
                "The service ended in the phase %s, before the operation was over.".formatted(phase),
                "the process that worked on it",
                "find out from its log why it ended, and ask for the operation again");
    }
}
