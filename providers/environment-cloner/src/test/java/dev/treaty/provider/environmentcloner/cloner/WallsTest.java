package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.ADA;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.database;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.request;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.copy.SourceSnapshot;
import dev.treaty.provider.environmentcloner.environments.Credentials;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.events.WallReports;
import dev.treaty.provider.environmentcloner.operations.OperationFilter;
import dev.treaty.provider.environmentcloner.refusals.ProductionIsNeverATarget;
import dev.treaty.provider.environmentcloner.refusals.SourceIsNotReadOnly;
import dev.treaty.provider.environmentcloner.refusals.WallName;
import dev.treaty.provider.environmentcloner.refusals.WallRefusal;
import dev.treaty.provider.environmentcloner.walls.IdentityWall;
import dev.treaty.provider.environmentcloner.walls.KindWall;
import dev.treaty.provider.environmentcloner.walls.MarkerWall;
import dev.treaty.provider.environmentcloner.walls.PrivilegeWall;
import dev.treaty.provider.environmentcloner.walls.TransactionWall;
import dev.treaty.provider.environmentcloner.walls.Wall;
import dev.treaty.provider.environmentcloner.walls.Walls;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Each wall alone keeps production from being written to: the other four are not there. */
class WallsTest {

    private static final Credentials SUPERUSER = new Credentials("postgres", "");

    @TempDir
    private Path folder;

    private Environment production;
    private Environment training;

    @BeforeEach
    void create() throws SQLException {
        production = TestEnvironments.production(LoftsDatabases.withRows(100));
        training = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.empty());
    }

    @Test
    void an_environment_of_the_kind_production_is_no_target_even_if_its_role_could_write() throws Exception {
        var writable = new Environment(
                "production",
                "Production",
                EnvironmentKind.PRODUCTION,
                production.url(),
                Optional.empty(),
                Optional.of(SUPERUSER));

        var refusal = refusal(new KindWall(), "training", "production", training, writable);

        assertThat(refusal).isInstanceOf(ProductionIsNeverATarget.class).hasMessage("""
                The target production is a production environment, which is only ever read.
                  where: the environment production
                  fix:   name another target""");
        assertThat(refusal.wall()).isEqualTo(WallName.KIND);
    }

    @Test
    void production_is_recognised_under_the_name_of_another_environment_and_host() throws Exception {
        var disguised = new Environment(
                "sandbox",
                "Sandbox",
                EnvironmentKind.TEST,
                production.url().replace("localhost", "127.0.0.1"),
                Optional.empty(),
                Optional.of(SUPERUSER));
        var environments = List.of(production, training, disguised);

        var refusal = refusal(
                new IdentityWall(environments), "training", "sandbox", environments.toArray(Environment[]::new));

        assertThat(disguised.url()).isNotEqualTo(production.url());
        assertThat(refusal).isInstanceOf(ProductionIsNeverATarget.class);
        assertThat(refusal.wall()).isEqualTo(WallName.SERVER_IDENTITY);
        assertThat(refusal.failure().what())
                .startsWith("The target sandbox is the database of production under another name");
    }

    @Test
    void a_source_is_not_read_by_a_role_that_could_write() throws Exception {
        var writable = new Environment(
                "production",
                "Production",
                EnvironmentKind.PRODUCTION,
                production.url(),
                Optional.of(SUPERUSER),
                Optional.empty());

        var refusal = refusal(new PrivilegeWall(), "production", "training", writable, training);

        assertThat(refusal).isInstanceOf(SourceIsNotReadOnly.class);
        assertThat(refusal.wall()).isEqualTo(WallName.SOURCE_PRIVILEGES);
        assertThat(refusal.failure().what())
                .startsWith(
                        "The role that reads production could write: it is a superuser, it may advance audit.audit_logs_id_seq");
    }

    @Test
    void a_source_is_read_in_a_transaction_that_cannot_write_even_by_a_superuser() throws Exception {
        var wall = new TransactionWall();
        var source = database(production);
        try (var snapshot = SourceSnapshot.take(source);
                var statement = snapshot.connection().createStatement()) {
            wall.admitTransaction(production, snapshot.connection());

            assertThatThrownBy(() -> statement.execute("SET transaction_read_only = off"))
                    .hasMessageContaining("transaction read-write mode must be set before any query");
        }
        try (var snapshot = SourceSnapshot.take(source);
                var statement = snapshot.connection().createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM audit.audit_logs"))
                    .hasMessageContaining("cannot execute DELETE in a read-only transaction");
        }
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            var refusal = catchThrowableOfType(
                    SourceIsNotReadOnly.class, () -> wall.admitTransaction(production, connection));
            assertThat(refusal.wall()).isEqualTo(WallName.READ_ONLY_TRANSACTION);
            assertThat(refusal).hasMessageStartingWith("The transaction that reads production could write.");
        }
    }

    @Test
    void a_database_that_says_it_is_production_is_no_target_whatever_the_configuration_says() throws Exception {
        var forgotten = new Environment(
                "sandbox", "Sandbox", EnvironmentKind.TEST, production.url(), Optional.empty(), Optional.of(SUPERUSER));

        var refusal = refusal(new MarkerWall(), "training", "sandbox", training, forgotten);

        assertThat(refusal).isInstanceOf(ProductionIsNeverATarget.class);
        assertThat(refusal.wall()).isEqualTo(WallName.MARKER);
        assertThat(refusal.failure().what())
                .isEqualTo("The database of sandbox says that it is the production environment production.");
    }

    @Test
    void a_database_that_says_nothing_is_no_target_until_an_operator_has_marked_it() throws Exception {
        var database = LoftsDatabases.empty();
        var unmarked = new Environment(
                "sandbox",
                "Sandbox",
                EnvironmentKind.TEST,
                database.getUrl(),
                Optional.empty(),
                Optional.of(SUPERUSER));
        var refusal = refusal(new MarkerWall(), "training", "sandbox", training, unmarked);
        assertThat(refusal.failure().what()).isEqualTo("The database of sandbox does not say which environment it is.");

        try (var connection = database(unmarked).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(refusal.failure().fix().replaceFirst(".*run there: ", ""));
            new MarkerWall().admitTarget(unmarked, connection);
        }
    }

    /** The refusal of a clone with one wall only; production is as it was, and an event and a log line tell who tried what. */
    private WallRefusal refusal(Wall wall, String source, String target, Environment... environments) {
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        var logger = (Logger) LoggerFactory.getLogger(WallReports.class);
        logger.addAppender(logged);
        var before = rows(database(production), "SELECT xmin, ctid, id FROM audit.audit_logs ORDER BY id");
        try (var cloner = TestCloner.start(
                LoftsDatabases.withoutTables(),
                TestCloner.settings(folder, environments),
                new Walls(List.of(wall)),
                PhaseListener.NONE)) {
            var refusal = catchThrowableOfType(WallRefusal.class, () -> cloner.start(request(source, target)));

            assertThat(refusal).as("with this wall alone").isNotNull();
            assertThat(rows(database(production), "SELECT xmin, ctid, id FROM audit.audit_logs ORDER BY id"))
                    .isEqualTo(before);
            assertThat(cloner.cloner()
                            .clones()
                            .list(new OperationFilter(Optional.empty(), Optional.empty(), 10, OptionalLong.empty()))
                            .items())
                    .isEmpty();
            var event = cloner.events("production.access-refused").get(0);
            assertThat(event.get("wall").asText()).isEqualTo(refusal.wall().word());
            assertThat(event.get("who").asText()).isEqualTo(ADA.id());
            assertThat(event.get("what").asText()).isEqualTo("a clone of %s into %s".formatted(source, target));
            assertThat(event.get("level").asText()).isEqualTo("critical");
            assertThat(logged.list)
                    .filteredOn(line -> line.getLevel() == Level.ERROR)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(line -> line.contains("the wall %s around"
                                    .formatted(refusal.wall().word()))
                            && line.contains("a clone of %s into %s to usr_ada".formatted(source, target)));
            return refusal;
        } finally {
            logger.detachAppender(logged);
        }
    }
}
