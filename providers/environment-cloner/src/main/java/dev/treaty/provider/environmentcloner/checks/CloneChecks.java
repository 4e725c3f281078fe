package dev.treaty.provider.environmentcloner.checks;

import dev.treaty.provider.environmentcloner.anonymise.AnonymisationProfile;
import dev.treaty.provider.environmentcloner.copy.Catalogue;
import dev.treaty.provider.environmentcloner.databases.DatabaseIdentity;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.refusals.EnvironmentUnreachable;
import dev.treaty.provider.environmentcloner.schemas.ApplicationMigrations;
import dev.treaty.provider.environmentcloner.schemas.SchemaHistory;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.environmentcloner.systems.RowFilter;
import dev.treaty.provider.environmentcloner.walls.Wall;
import dev.treaty.provider.service.database.DatabaseFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Checks a clone in layers, from what the request says to what the databases are: the first layer that something is wrong in refuses it. Nothing
 * is changed.
 */
public final class CloneChecks {

    private final ClonerSettings settings;
    private final Wall walls;
    private final ApplicationMigrations migrations;
    private final Profiles profiles;

    /** @param walls all that there are */
    public CloneChecks(ClonerSettings settings, Wall walls) {
        this.settings = settings;
        this.walls = walls;
        migrations = new ApplicationMigrations(settings.application().migrations());
        profiles = new Profiles(settings.profiles());
    }

    /** What a source was found to be. */
    private record Found(DatabaseIdentity identity, SchemaHistory history, Optional<AnonymisationProfile> profile) {}

    /** A check of one database. */
    @FunctionalInterface
    private interface Check<T> {
        T on(Connection database) throws SQLException;
    }

    /**
     * The clone, if it can be made.
     *
     * @throws dev.treaty.provider.environmentcloner.refusals.Refusal if it cannot
     */
    public CheckedClone check(RequestedClone request) {
        var source = settings.environment(request.source(), "/source");
        var target = settings.environment(request.target(), "/target");
        walls.admitTarget(target);
        var rules = new RequestRules(settings.application());
        rules.environments(source, target);
        rules.anonymisation(source, request);
        rules.systems(request.systems());
        var ages = rules.ages(request.maxAge());
        rules.check();
        var databases = EnvironmentDatabases.OF_SERVICE;
        var found = with(
                source,
                databases.forReading(source),
                database -> reader(source).read(() -> source(source, request, database)));
        var changes =
                with(target, databases.forWriting(target), database -> target(target, request, found, rules, database));
        migrations.requireKnown(found.history(), source.id(), databases.forWriting(target));
        return new CheckedClone(
                source,
                target,
                request.systems().stream().distinct().toList(),
                found.profile(),
                ages,
                found.history(),
                changes);
    }

    private Found source(Environment source, RequestedClone request, Connection database) throws SQLException {
        walls.admitReader(source, database);
        RoleRights.requireReading(source, database);
        var columns = Catalogue.tables(database).stream()
                .flatMap(table -> table.columns().stream())
                .toList();
        var profile = request.profile().map(name -> profiles.find(name, columns));
        return new Found(DatabaseIdentity.of(database), SchemaHistory.of(database), profile);
    }

    private List<String> target(
            Environment target, RequestedClone request, Found source, RequestRules rules, Connection database)
            throws SQLException {
        walls.admitTarget(target, database);
        if (DatabaseIdentity.of(database).equals(source.identity())) {
            rules.add("/target", "is the same database as the source, under another name");
            rules.check();
        }
        RoleRights.requireReplacing(target, database);
        if (request.isKeptAsFile()) {
            RoleRights.requireKeeping(target, database);
        }
        return SchemaHistory.of(database).changesTo(source.history());
    }

    /** Reads a source behind the walls. */
    public SourceReader reader(Environment source) {
        return new SourceReader(source, walls);
    }

    /** Which rows a clone copies, by age at a moment. */
    public RowFilter filter(CheckedClone clone, Instant now) {
        return new RowFilter(
                settings.application(),
                clone.systems(),
                clone.maxAge().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, age -> age.getValue().before(now))));
    }

    private static <T> T with(Environment environment, DataSource source, Check<T> check) {
        try (var database = source.getConnection()) {
            return check.on(database);
        } catch (SQLException e) {
            throw new EnvironmentUnreachable(environment.id(), DatabaseFailure.reason(e), e);
        }
    }

    /**
     * Returns if the database of a target may be replaced by a backup.
     *
     * @throws dev.treaty.provider.environmentcloner.refusals.Refusal if not
     */
    public void checkRestoration(Environment target) {
        walls.admitTarget(target);
        if (!target.canBeTarget()) {
            var rules = new RequestRules(settings.application());
            rules.add("/environment", "has no role that may replace its database");
            rules.check();
        }
        with(target, EnvironmentDatabases.OF_SERVICE.forWriting(target), database -> {
            walls.admitTarget(target, database);
            RoleRights.requireReplacing(target, database);
            return target;
        });
    }
}
