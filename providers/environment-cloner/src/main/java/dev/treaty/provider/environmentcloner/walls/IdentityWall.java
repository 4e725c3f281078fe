package dev.treaty.provider.environmentcloner.walls;

import dev.treaty.provider.environmentcloner.databases.DatabaseIdentity;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.refusals.EnvironmentUnreachable;
import dev.treaty.provider.environmentcloner.refusals.ProductionIsNeverATarget;
import dev.treaty.provider.environmentcloner.refusals.WallName;
import dev.treaty.provider.service.database.DatabaseFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The second wall: a target that is the database of a production environment is recognised, under whatever name and address it is configured. If a
 * production environment cannot be asked, nothing is a target.
 */
public final class IdentityWall implements Wall {

    private final List<Environment> productions;

    /** @param environments all that are configured */
    public IdentityWall(List<Environment> environments) {
        productions = environments.stream()
                .filter(environment -> environment.kind() == EnvironmentKind.PRODUCTION)
                .toList();
    }

    @Override
    public void admitTarget(Environment target, Connection database) throws SQLException {
        var identity = DatabaseIdentity.of(database);
        for (var production : productions) {
            if (identity.equals(identity(production))) {
                throw new ProductionIsNeverATarget(
                        WallName.SERVER_IDENTITY,
                        production.id(),
                        "The target %s is the database of %s under another name: both are number %d of the server %d."
                                .formatted(target.id(), production.id(), identity.oid(), identity.systemIdentifier()),
                        "the address of the environment " + target.id(),
                        "give the target its own database in the configuration");
            }
        }
    }

    private static DatabaseIdentity identity(Environment production) {
        try (var connection =
                EnvironmentDatabases.OF_SERVICE.forLooking(production).getConnection()) {
            return DatabaseIdentity.of(connection);
        } catch (SQLException e) {
            throw new EnvironmentUnreachable(production.id(), DatabaseFailure.reason(e), e);
        }
    }
}
