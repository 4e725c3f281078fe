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
import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.clones.Clones;
import dev.treaty.provider.environmentcloner.copy.SourceSnapshot;
import dev.treaty.provider.environmentcloner.environments.Credentials;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.events.WallReports;
import dev.treaty.provider.environmentcloner.http.Problems;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.OperationFilter;
import dev.treaty.provider.environmentcloner.operations.Requester;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Each wall alone keeps production from being written to: the other four are not there. */
class WallsTest {

    private static final Credentials SUPERUSER = new Credentials("postgres", "");

    /** Somebody's operator, which PostgreSQL calls for each row whose age is compared, and which writes. */
    private static final String WRITING_OPERATOR = """
            ALTER TABLE audit.audit_logs ALTER logged_at TYPE text;
            CREATE FUNCTION public.younger(text, timestamptz) RETURNS boolean LANGUAGE plpgsql AS
                'BEGIN DELETE FROM audit.audit_logs; RETURN true; END';
            CREATE OPERATOR public.>= (LEFTARG = text, RIGHTARG = timestamptz, FUNCTION = public.younger);
            """;

    private static final String LOGS = "SELECT xmin, ctid, id FROM audit.audit_logs ORDER BY id";

    /** No clone gets as far as to change it, unless a test says so. */
    private static Environment training;

    @TempDir
    private Path folder;

    private Environment production = TestEnvironments.production();

    @BeforeAll
    static void create() throws SQLException {
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
        var writable = readBySuperuser();

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

    @Test
    void what_would_write_to_a_source_while_it_is_read_is_refused_even_if_its_role_is_a_superuser() throws Exception {
        production = TestEnvironments.production(LoftsDatabases.withRows(100));
        try (var administrator = database(production).getConnection();
                var statement = administrator.createStatement()) {
            statement.execute(WRITING_OPERATOR);
        }
        var writable = readBySuperuser();
        var usual = request("production", "training");
        var aged = new CloneRequest(
                usual.source(),
                usual.target(),
                usual.systems(),
                usual.profile(),
                usual.backup(),
                usual.validate(),
                Map.of("audit", "P90D"));

        var planned = refusal(new TransactionWall(), aged, Clones::plan, writable, training);

        assertThat(planned).isInstanceOf(SourceIsNotReadOnly.class);
        assertThat(planned.wall()).isEqualTo(WallName.READ_ONLY_TRANSACTION);
        assertThat(planned.failure().what())
                .startsWith("Something would have written to production while it was read:")
                .contains("cannot execute DELETE in a read-only transaction");
        var before = rows(database(production), LOGS);
        try (var log = new ReportLog();
                var cloner = start(new TransactionWall(), writable, training)) {
            var failed = cloner.awaitEnd(cloner.start(aged));

            assertThat(failed.failure()).contains(planned.failure());
            assertThat(Problems.of(failed.failure().orElseThrow()))
                    .containsEntry("type", "https://treaty.dev/problems/source-is-not-read-only")
                    .containsEntry("detail", planned.failure().what())
                    .containsKeys("where", "fix");
            requireReported(cloner, log, planned, aged);
            assertThat(rows(database(production), LOGS)).isEqualTo(before);
        }
    }

    @Test
    void every_session_that_reads_a_source_only_reads_from_its_beginning() throws Exception {
        var writable = readBySuperuser();

        for (var way : List.of(
                EnvironmentDatabases.OF_SERVICE.forReading(writable),
                EnvironmentDatabases.OF_SERVICE.forLooking(writable))) {
            try (var connection = way.getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("DELETE FROM audit.audit_logs"))
                        .hasMessageContaining("cannot execute DELETE in a read-only transaction");
            }
        }
    }

    /** Each connection that reads rows, not only the first. */
    @Test
    void the_walls_look_at_each_transaction_that_reads_a_source() throws Exception {
        var admitted = new AtomicInteger();
        var counting = new Wall() {
            @Override
            public void admitTransaction(Environment source, Connection transaction) {
                admitted.incrementAndGet();
            }
        };
        var target = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.empty());
        try (var cloner = start(counting, production, target)) {
            cloner.cloned(request("production", "training"));

            assertThat(admitted.get()).isEqualTo(1 + cloner.settings().connections());
        }
    }

    /** Production, as an operator must not set it up: the role that reads it could write. */
    private Environment readBySuperuser() {
        return new Environment(
                production.id(),
                production.name(),
                production.kind(),
                production.url(),
                Optional.of(SUPERUSER),
                Optional.empty());
    }

    private TestCloner start(Wall wall, Environment... environments) {
        return TestCloner.start(
                TestCloner.settings(folder, environments), new Walls(List.of(wall)), PhaseListener.NONE);
    }

    private WallRefusal refusal(Wall wall, String source, String target, Environment... environments) {
        return refusal(
                wall,
                request(source, target),
                (clones, request, requester) -> clones.start(request, requester, InTransaction.NOTHING),
                environments);
    }

    /** Something that is asked for and refused. */
    private interface Attempt {
        Object of(Clones clones, CloneRequest request, Requester requester);
    }

    /** The refusal with one wall only; production is as it was, nothing is queued, and a document, an event and a log line tell who tried what. */
    private WallRefusal refusal(Wall wall, CloneRequest request, Attempt attempt, Environment... environments) {
        var before = rows(database(production), LOGS);
        try (var log = new ReportLog();
                var cloner = start(wall, environments)) {
            var refusal = catchThrowableOfType(
                    WallRefusal.class, () -> attempt.of(cloner.cloner().clones(), request, ADA));

            assertThat(refusal).as("with this wall alone").isNotNull();
            assertThat(rows(database(production), LOGS)).isEqualTo(before);
            assertThat(cloner.cloner()
                            .clones()
                            .list(new OperationFilter(Optional.empty(), Optional.empty(), 10, OptionalLong.empty()))
                            .items())
                    .isEmpty();
            requireReported(cloner, log, refusal, request);
            assertThat(Problems.of(refusal))
                    .containsEntry("status", 403)
                    .containsEntry(
                            "type",
                            "https://treaty.dev/problems/" + refusal.failure().slug())
                    .containsEntry("wall", refusal.wall().word())
                    .containsEntry("environment", refusal.environment())
                    .containsEntry("detail", refusal.failure().what())
                    .containsKeys("title", "where", "fix");
            return refusal;
        }
    }

    private static void requireReported(TestCloner cloner, ReportLog log, WallRefusal refusal, CloneRequest request) {
        var what = "a clone of %s into %s".formatted(request.source(), request.target());
        var events = cloner.events("production.access-refused");
        assertThat(events).hasSize(1);
        var event = events.get(0);
        assertThat(event.get("wall").asText()).isEqualTo(refusal.wall().word());
        assertThat(event.get("who").asText()).isEqualTo(ADA.id());
        assertThat(event.get("what").asText()).isEqualTo(what);
        assertThat(event.get("level").asText()).isEqualTo("critical");
        assertThat(event.get("problem").get("type").asText())
                .isEqualTo("https://treaty.dev/problems/" + refusal.failure().slug());
        assertThat(log.errors())
                .anyMatch(line -> line.startsWith("the wall %s around %s refused %s to usr_ada: "
                        .formatted(refusal.wall().word(), refusal.environment(), what)));
    }

    /** What is logged about walls, until it is closed. */
    private static final class ReportLog implements AutoCloseable {

        private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
        private final Logger logger = (Logger) LoggerFactory.getLogger(WallReports.class);

        ReportLog() {
            lines.start();
            logger.addAppender(lines);
        }

        List<String> errors() {
            return List.copyOf(lines.list).stream()
                    .filter(line -> line.getLevel() == Level.ERROR)
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
        }

        @Override
        public void close() {
            logger.detachAppender(lines);
        }
    }
}
