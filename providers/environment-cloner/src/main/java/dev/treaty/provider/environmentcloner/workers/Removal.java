package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.databases.DatabaseServer;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.operations.Operation;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what an operation has built and has not put in its place: sessions on both sides, the database beside the target's, files. */
final class Removal {

    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);
    private static final int ATTEMPTS = 3;

    private final WorkerContext context;
    private final Operation operation;

    Removal(WorkerContext context, Operation operation) {
        this.context = context;
        this.operation = operation;
    }

    /** Removes it, and returns when it is gone; the target is as it was. */
    void remove() throws SQLException {
        endSessions();
        var target = target();
        var names = DatabaseNames.of(operation, target);
        var server = EnvironmentDatabases.OF_SERVICE.server(target);
        server.drop(names.next());
        server.admit(names.target());
        WorkFolder.delete(context.settings().work(), operation.id());
    }

    /** Ends what the operation has begun on both sides, and waits until it is over there, too. */
    void endSessions() throws SQLException {
        var sessions = EnvironmentDatabases.ofOperation(operation.id()).application();
        end(sessions, EnvironmentDatabases.OF_SERVICE.server(target()));
        if (operation.source().isPresent()) {
            endReading(sessions, environment(operation.source().get()));
        }
    }

    /** A source that is down has no sessions, and must not keep the target from being tidied up. */
    private static void endReading(String sessions, Environment source) {
        try {
            end(sessions, new DatabaseServer(EnvironmentDatabases.OF_SERVICE.forReading(source)));
        } catch (SQLException e) {
            LOG.warn("it is not known whether {} has sessions in {}", sessions, source.id(), e);
        }
    }

    private static void end(String sessions, DatabaseServer server) throws SQLException {
        for (var attempt = 1; !server.endSessions(sessions); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new SQLException("sessions of %s do not end".formatted(sessions));
            }
        }
    }

    private Environment target() {
        return environment(operation.target());
    }

    private Environment environment(String id) {
        return context.settings().environment(id, "the operation " + operation.id());
    }
}
