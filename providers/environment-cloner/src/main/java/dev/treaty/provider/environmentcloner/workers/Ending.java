package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.environments.EnvironmentMarker;
import dev.treaty.provider.environmentcloner.events.ClonerEvent;
import dev.treaty.provider.environmentcloner.operations.LogLevel;
import dev.treaty.provider.environmentcloner.operations.LogRows;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationChanges;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationRows;
import dev.treaty.provider.environmentcloner.refusals.Failure;
import dev.treaty.provider.service.outbox.Outbox;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Ends an operation that did not come to its end by itself, after its own worker failed or was killed: if the databases are swapped, it is
 * completed; if not, nothing of it is left and the target is as it was.
 */
final class Ending {

    private final WorkerContext context;
    private final OperationLog log;

    Ending(WorkerContext context, OperationLog log) {
        this.context = context;
        this.log = log;
    }

    /** @param failure why it did not come to its end, unless somebody cancelled it */
    void end(Operation begun, Failure failure) throws SQLException, IOException {
        var operation = current(begun);
        var removal = new Removal(context, operation);
        removal.endSessions();
        if (!isSwapped(operation)) {
            context.jdbi().useHandle(handle -> OperationChanges.rollBack(handle, operation.id()));
            removal.remove();
        }
        if (isSwapped(operation)) {
            new Completion(context, operation, log).complete();
        } else {
            context.jdbi().useTransaction(handle -> end(handle, current(operation), failure));
        }
    }

    private Operation current(Operation operation) {
        return context.jdbi().withHandle(handle -> OperationRows.find(handle, operation.id()));
    }

    private void end(Handle handle, Operation operation, Failure failure) {
        var now = context.clock().instant();
        if (operation.cancelledBy().isPresent()) {
            if (OperationChanges.cancelled(handle, operation.id(), now)) {
                log(handle, operation, LogLevel.WARNING, "It is cancelled, and the target is as it was.");
                Outbox.append(handle, ClonerEvent.cancelled(operation, now));
            }
        } else if (OperationChanges.fail(handle, operation.id(), failure, true, now)) {
            log(handle, operation, LogLevel.ERROR, failure.what() + " The target is as it was.");
            Outbox.append(handle, ClonerEvent.failed(operation, failure, true, now));
        }
    }

    private void log(Handle handle, Operation operation, LogLevel level, String message) {
        LogRows.append(
                handle,
                operation.id(),
                level,
                message,
                Optional.empty(),
                context.clock().instant());
    }

    /** Only a swap gives a database the name of the former one, and what was built for the operation says so itself. */
    private boolean isSwapped(Operation operation) throws SQLException {
        if (!operation.phase().equals(Optional.of(OperationPhase.SWAPPING))) {
            return false;
        }
        var target = context.settings().environment(operation.target(), "the operation " + operation.id());
        var server = EnvironmentDatabases.OF_SERVICE.server(target);
        var names = DatabaseNames.of(operation, target);
        server.admit(names.target());
        return server.exists(names.former()) || isBuiltFor(operation, target);
    }

    private static boolean isBuiltFor(Operation operation, Environment target) throws SQLException {
        try (var database = EnvironmentDatabases.OF_SERVICE.forWriting(target).getConnection()) {
            return EnvironmentMarker.read(database)
                    .flatMap(EnvironmentMarker::operation)
                    .equals(Optional.of(operation.id()));
        }
    }
}
