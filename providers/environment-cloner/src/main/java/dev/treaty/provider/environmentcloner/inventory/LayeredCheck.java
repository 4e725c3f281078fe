package dev.treaty.provider.environmentcloner.inventory;

import dev.treaty.provider.environmentcloner.checks.RoleRights;
import dev.treaty.provider.environmentcloner.databases.WritePrivileges;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.refusals.EnvironmentUnreachable;
import dev.treaty.provider.environmentcloner.refusals.Failure;
import dev.treaty.provider.environmentcloner.refusals.Refusal;
import dev.treaty.provider.environmentcloner.schemas.SchemaHistory;
import dev.treaty.provider.environmentcloner.walls.Wall;
import dev.treaty.provider.service.database.DatabaseFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Finds out what one environment can be: whether it responds, can be read, can be replaced. All layers are looked at. */
final class LayeredCheck {

    private final Environment environment;
    private final Wall walls;
    private final List<Failure> problems = new ArrayList<>();
    private Optional<String> schemaVersion = Optional.empty();
    private boolean isReachable = true;
    private boolean couldWrite;

    LayeredCheck(Environment environment, Wall walls) {
        this.environment = environment;
        this.walls = walls;
    }

    @FunctionalInterface
    private interface Layer {
        void look(Connection database) throws SQLException;
    }

    EnvironmentCheck run() {
        var databases = EnvironmentDatabases.OF_SERVICE;
        var canRead = environment.canBeSource() && succeeds(databases.forReading(environment), this::lookAtReader);
        var canReplace = environment.canBeTarget()
                && succeeds(databases.forWriting(environment), database -> {
                    schemaVersion = SchemaHistory.of(database).version();
                    walls.admitTarget(environment);
                    walls.admitTarget(environment, database);
                    RoleRights.requireReplacing(environment, database);
                });
        return new EnvironmentCheck(isReachable, canRead, canReplace || couldWrite, schemaVersion, problems);
    }

    /** A role that could write can read nevertheless, although it must not be used. */
    private void lookAtReader(Connection database) throws SQLException {
        couldWrite = !WritePrivileges.of(database).isEmpty();
        try {
            walls.admitReader(environment, database);
        } catch (Refusal refusal) {
            add(refusal);
        }
        RoleRights.requireReading(environment, database);
        schemaVersion = SchemaHistory.of(database).version();
    }

    private boolean succeeds(DataSource source, Layer layer) {
        try (var database = source.getConnection()) {
            layer.look(database);
            return true;
        } catch (SQLException e) {
            isReachable = false;
            add(new EnvironmentUnreachable(environment.id(), DatabaseFailure.reason(e), e));
        } catch (Refusal refusal) {
            add(refusal);
        }
        return false;
    }

    private void add(Refusal refusal) {
        if (!problems.contains(refusal.failure())) {
            problems.add(refusal.failure());
        }
    }
}
