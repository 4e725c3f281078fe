package dev.treaty.provider.environmentcloner.inventory;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.environments.EnvironmentMarker;
import dev.treaty.provider.environmentcloner.operations.OperationRows;
import dev.treaty.provider.environmentcloner.schemas.SchemaHistory;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.environmentcloner.walls.Wall;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The environments that an operator configured, as they are now. */
public final class Environments {

    private final Jdbi jdbi;
    private final ClonerSettings settings;
    private final Wall walls;

    public Environments(Jdbi jdbi, ClonerSettings settings, Wall walls) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.walls = walls;
    }

    /** All, in the order of the configuration. */
    public List<EnvironmentStatus> list() {
        return settings.environments().parallelStream().map(this::status).toList();
    }

    /**
     * One of them.
     *
     * @throws dev.treaty.provider.environmentcloner.refusals.EnvironmentNotFound if none has this id
     */
    public EnvironmentStatus find(String id) {
        return status(settings.environment(id, "the id " + id));
    }

    /**
     * Connects to it and finds out whether it can be what it is configured to be.
     *
     * @throws dev.treaty.provider.environmentcloner.refusals.EnvironmentNotFound if none has this id
     */
    public EnvironmentCheck check(String id) {
        return new LayeredCheck(settings.environment(id, "the id " + id), walls).run();
    }

    private EnvironmentStatus status(Environment environment) {
        var isTarget = jdbi.withHandle(handle -> OperationRows.ofTarget(handle, environment.id()))
                .isPresent();
        try (var database =
                EnvironmentDatabases.OF_SERVICE.forLooking(environment).getConnection()) {
            var marker = EnvironmentMarker.read(database);
            return new EnvironmentStatus(
                    environment,
                    isTarget ? EnvironmentStatus.State.CLONING : EnvironmentStatus.State.READY,
                    SchemaHistory.of(database).version(),
                    marker.flatMap(EnvironmentMarker::clonedFrom),
                    marker.flatMap(EnvironmentMarker::clonedAt));
        } catch (SQLException e) {
            return new EnvironmentStatus(
                    environment,
                    isTarget ? EnvironmentStatus.State.CLONING : EnvironmentStatus.State.UNREACHABLE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
