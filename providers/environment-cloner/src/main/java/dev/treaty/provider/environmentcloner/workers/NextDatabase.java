package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.environments.EnvironmentMarker;
import dev.treaty.provider.environmentcloner.schemas.ApplicationMigrations;
import java.sql.SQLException;

/** The database that is built beside that of a target. */
record NextDatabase(
        WorkerContext context,
        OperationRun run,
        Environment target,
        EnvironmentDatabases databases,
        DatabaseNames names) {

    /** Creates it with the schema of a version and no rows. */
    void create(String version, EnvironmentMarker marker) throws SQLException {
        databases.server(target).create(names.next());
        run.stop().requireGoingOn();
        var next = databases.forWriting(target, names.next());
        new ApplicationMigrations(context.settings().application().migrations()).migrate(next, version);
        run.stop().requireGoingOn();
        try (var connection = next.getConnection()) {
            marker.write(connection);
        }
    }
}
