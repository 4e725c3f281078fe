package dev.treaty.provider.environmentcloner.schemas;

import dev.treaty.provider.environmentcloner.refusals.SchemaRefused;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** The migrations that the targets' application knows. */
public final class ApplicationMigrations {

    private static final String CLASS_PATH = "classpath:";

    private final String location;
    private final AtomicReference<@Nullable Map<String, Integer>> known = new AtomicReference<>();

    /** @param location where Flyway finds them, e.g. {@code classpath:db/lofts} */
    public ApplicationMigrations(String location) {
        this.location = location;
    }

    /**
     * Returns if the application knows all that a source has.
     *
     * @param target any database to which Flyway can connect; it is only looked at
     * @throws SchemaRefused if it does not
     */
    public void requireKnown(SchemaHistory source, String environment, DataSource target) {
        if (source.migrations().isEmpty()) {
            throw new SchemaRefused(
                    "The source has no schema: no migration has run there.",
                    "the database of " + environment,
                    "let its application migrate it first");
        }
        var known = known(target);
        for (var migration : source.migrations()) {
            var checksum = known.get(migration.version());
            if (!known.containsKey(migration.version())) {
                throw new SchemaRefused(
                        "The source has the migration %s, which the application of the target does not know."
                                .formatted(migration),
                        "the database of " + environment,
                        "give the cloner the migrations of a newer version of the application");
            }
            if (!Objects.equals(checksum, migration.checksum())) {
                throw new SchemaRefused(
                        "The source has another migration %s than the application of the target.".formatted(migration),
                        "the database of " + environment,
                        "find out which of the two scripts was changed after it had run, and repair it");
            }
        }
    }

    /** The checksums by version. Those on the class path stay as they are as long as the service runs; a folder may get more. */
    private Map<String, Integer> known(DataSource target) {
        var before = known.get();
        if (before != null && location.startsWith(CLASS_PATH)) {
            return before;
        }
        var found = find(target);
        known.set(found);
        return found;
    }

    private Map<String, Integer> find(DataSource target) {
        var found = new LinkedHashMap<String, Integer>();
        Arrays.stream(flyway(target).load().info().all())
                .filter(migration -> migration.getVersion() != null && isResolved(migration))
                .forEach(migration -> found.put(migration.getVersion().getVersion(), migration.getResolvedChecksum()));
        return found;
    }

    private static boolean isResolved(MigrationInfo migration) {
        return migration.getState().isResolved();
    }

    /** Gives an empty database the schema of a version. */
    public void migrate(DataSource database, String version) {
        flyway(database).target(version).load().migrate();
    }

    private FluentConfiguration flyway(DataSource database) {
        return Flyway.configure().dataSource(database).locations(location);
    }
}
