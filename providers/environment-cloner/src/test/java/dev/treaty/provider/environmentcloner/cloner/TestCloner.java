package dev.treaty.provider.environmentcloner.cloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.LogEntry;
import dev.treaty.provider.environmentcloner.operations.LogLevel;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.environmentcloner.systems.ClonedApplication;
import dev.treaty.provider.environmentcloner.walls.Wall;
import dev.treaty.provider.environmentcloner.walls.Walls;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;
import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.testing.ManualClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The service without HTTP, with a database of its own, and what tests ask it and the databases around it. */
public final class TestCloner implements AutoCloseable {

    /** Who asks for everything. */
    public static final Requester ADA = new Requester("usr_ada");

    public static final List<String> ALL_SYSTEMS = List.of("audit", "conversations", "reservations");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Cloner cloner;
    private final ManualClock clock;
    private final ClonerSettings settings;

    private final Consumer<Database> release;

    private TestCloner(
            Database database, Cloner cloner, ManualClock clock, ClonerSettings settings, Consumer<Database> release) {
        this.database = database;
        this.cloner = cloner;
        this.clock = clock;
        this.settings = settings;
        this.release = release;
    }

    /** With five walls and the usual settings. */
    public static TestCloner start(Path folder, Environment... environments) {
        var settings = settings(folder, environments);
        return start(settings, Walls.around(settings.environments()), PhaseListener.NONE);
    }

    /** With these walls, and somebody who is told of each phase. */
    public static TestCloner start(ClonerSettings settings, Wall walls, PhaseListener phases) {
        return start(ServiceDatabases.take(), settings, walls, phases, ServiceDatabases::giveBack);
    }

    /** On a database that other replicas may use as well. */
    public static TestCloner start(String url, ClonerSettings settings, Wall walls, PhaseListener phases) {
        return start(Database.open("environment-cloner", Optional.of(url)), settings, walls, phases, Database::close);
    }

    private static TestCloner start(
            Database database, ClonerSettings settings, Wall walls, PhaseListener phases, Consumer<Database> release) {
        var clock = ManualClock.now();
        return new TestCloner(
                database, Cloner.start(database.jdbi(), settings, walls, clock, phases), clock, settings, release);
    }

    /** Stops it, and starts it again on the same database. */
    TestCloner restarted(ClonerSettings other, PhaseListener phases) {
        cloner.close();
        return start(database, other, Walls.around(other.environments()), phases, release);
    }

    /** The usual settings, with the sample's profiles. */
    public static ClonerSettings settings(Path folder, Environment... environments) {
        return ClonerSettings.of(List.of(environments), Path.of("src/main/resources/sample"), folder);
    }

    /** The same settings, with other numbers of operations that may run and wait. */
    public static ClonerSettings withQueue(ClonerSettings settings, int running, int queued) {
        return new ClonerSettings(
                settings.application(),
                settings.environments(),
                settings.profiles(),
                settings.backups(),
                settings.work(),
                running,
                queued,
                settings.connections(),
                settings.backupAge(),
                settings.expiryNotice());
    }

    /** The same settings, with another application. */
    static ClonerSettings withApplication(ClonerSettings settings, ClonedApplication application) {
        return new ClonerSettings(
                application,
                settings.environments(),
                settings.profiles(),
                settings.backups(),
                settings.work(),
                settings.running(),
                settings.queued(),
                settings.connections(),
                settings.backupAge(),
                settings.expiryNotice());
    }

    /** All of production into training, as most tests want it. */
    public static CloneRequest request(String source, String target) {
        return new CloneRequest(
                source, target, ALL_SYSTEMS, Optional.of("training"), Optional.of(BackupKind.DATABASE), true, Map.of());
    }

    public Cloner cloner() {
        return cloner;
    }

    public Database database() {
        return database;
    }

    public ManualClock clock() {
        return clock;
    }

    public ClonerSettings settings() {
        return settings;
    }

    /** Queues a clone. */
    public Operation start(CloneRequest request) {
        return cloner.clones().start(request, ADA, InTransaction.NOTHING);
    }

    /** Makes a clone; fails if it does not complete. */
    public Operation cloned(CloneRequest request) {
        return completed(start(request));
    }

    /** Restores a backup; fails if that does not complete. */
    public Operation restored(String backup) {
        return completed(cloner.backups().restore(backup, ADA, InTransaction.NOTHING));
    }

    private Operation completed(Operation started) {
        var operation = awaitEnd(started);
        assertThat(operation.state())
                .as(() -> operation + "\n" + log(operation))
                .isEqualTo(OperationState.COMPLETED);
        return operation;
    }

    /** Waits until an operation is over. */
    public Operation awaitEnd(Operation operation) {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> cloner.clones().find(operation.id()),
                        found -> found.state().isFinal());
    }

    /** The whole log. */
    public List<LogEntry> log(Operation operation) {
        return cloner.clones()
                .log(operation.id(), LogLevel.DEBUG, OptionalLong.empty(), 10_000)
                .items();
    }

    /** The data of all events of a type, e.g. {@code clone.completed}. */
    public List<JsonNode> events(String type) {
        var contents = database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT content FROM outbox WHERE type = 'dev.treaty.' || :type || '.v1' ORDER BY number")
                        .bind("type", type)
                        .mapTo(String.class)
                        .list());
        var events = new ArrayList<JsonNode>();
        for (var content : contents) {
            events.add(read(content).get("data"));
        }
        return events;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails if an operation has left anything but its result: a database, a session, a lock. */
    public void requireNothingLeft(Environment... environments) {
        for (var environment : environments) {
            assertThat(rows(
                            LoftsDatabases.maintenance(),
                            "SELECT datname FROM pg_database WHERE datname LIKE '%s\\_next\\_%%'"
                                    .formatted(name(environment))))
                    .as("databases beside that of " + environment.id())
                    .isEmpty();
            assertThat(rows(
                            LoftsDatabases.maintenance(),
                            "SELECT datallowconn FROM pg_database WHERE datname = '%s'".formatted(name(environment))))
                    .as("whether somebody is let in")
                    .containsExactly("t");
        }
        // PostgreSQL notices a moment later that a client has gone, and an operation is over a moment before its worker
        // lets go of it
        var operations = String.join("', 'environment-cloner ", rows(database(), "SELECT id FROM operation"));
        await("sessions")
                .atMost(PATIENCE)
                .until(() -> rows(
                                LoftsDatabases.maintenance(),
                                "SELECT application_name FROM pg_stat_activity WHERE application_name IN ('environment-cloner "
                                        + operations + "')")
                        .isEmpty());
        await("locks")
                .atMost(PATIENCE)
                .until(() -> rows(
                                database(),
                                "SELECT objid::text FROM pg_locks WHERE locktype = 'advisory'"
                                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                        .isEmpty());
    }

    private static String name(Environment environment) {
        return environment.url().replaceFirst(".*/([^?]*).*", "$1");
    }

    private static List<String> rows(Database database, String query) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    /** The database of an environment, as a superuser. */
    public static PGSimpleDataSource database(Environment environment) {
        var database = new PGSimpleDataSource();
        database.setUrl(environment.url());
        database.setUser("postgres");
        return database;
    }

    /** The rows as text, a tab between two columns. */
    public static List<String> rows(DataSource database, String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getString(column));
                }
                rows.add(String.join("\t", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        cloner.close();
        release.accept(database);
    }
}
