package dev.treaty.provider.environmentcloner.walls;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.environments.EnvironmentMarker;
import dev.treaty.provider.environmentcloner.refusals.ProductionIsNeverATarget;
import dev.treaty.provider.environmentcloner.refusals.WallName;
import java.sql.Connection;
import java.sql.SQLException;

/** The fifth wall: a database is replaced only if it says itself that it is the target's and not production's. */
public final class MarkerWall implements Wall {

    @Override
    public void admitTarget(Environment target, Connection database) throws SQLException {
        var marker = EnvironmentMarker.read(database).orElse(null);
        if (marker == null) {
            throw refused(
                    target,
                    target.id(),
                    "The database of %s does not say which environment it is.".formatted(target.id()),
                    "if it may be replaced, run there: "
                            + EnvironmentMarker.of(target).sql());
        }
        var isProduction = marker.kind().equals(EnvironmentKind.PRODUCTION.word());
        if (isProduction || !marker.environment().equals(target.id())) {
            throw refused(
                    target,
                    marker.environment(),
                    "The database of %s says that it is the %s environment %s."
                            .formatted(target.id(), marker.kind(), marker.environment()),
                    "give the target its own database in the configuration");
        }
    }

    private static ProductionIsNeverATarget refused(Environment target, String environment, String what, String fix) {
        return new ProductionIsNeverATarget(
                WallName.MARKER, environment, what, "the database of the environment " + target.id(), fix);
    }
}
