package dev.treaty.provider.environmentcloner.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseServerTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DatabaseServer server = new DatabaseServer(LoftsDatabases.maintenance());
    private final String target = "training-" + COUNT.incrementAndGet();

    @BeforeEach
    void create() throws SQLException {
        server.create(target);
        server.create(target + "_next");
        execute(target, "CREATE TABLE old ()");
        execute(target + "_next", "CREATE TABLE new ()");
    }

    @AfterEach
    void drop() throws SQLException {
        server.drop(target);
        server.drop(target + "_next");
        server.drop(target + "_before");
    }

    @Test
    void a_database_takes_the_place_of_another_one_and_back() throws SQLException {
        server.swap(target, target + "_next", target + "_before");
        assertThat(has(target, "new")).isTrue();

        server.swap(target, target + "_before", target + "_next");
        assertThat(has(target, "old")).isTrue();
        assertThat(server.exists(target + "_before")).isFalse();
    }

    @Test
    void the_former_database_lets_nobody_in() throws SQLException {
        server.swap(target, target + "_next", target + "_before");

        assertThatThrownBy(() -> has(target + "_before", "old"))
                .hasMessageContaining("not currently accepting connections");
    }

    @Test
    void sessions_are_ended_for_it() throws SQLException {
        try (var session = database(target).getConnection();
                var statement = session.createStatement()) {
            server.swap(target, target + "_next", target + "_before");

            assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
        }
        assertThat(has(target, "new")).isTrue();
    }

    /** PostgreSQL looks ten times a second whether a session is gone: 40 sessions one after the other take 4 seconds. */
    @Test
    void many_sessions_are_ended_at_once() throws SQLException {
        var sessions = new ArrayList<Connection>();
        try {
            for (var i = 0; i < 40; i++) {
                sessions.add(database(target).getConnection());
            }

            var begun = System.nanoTime();
            server.swap(target, target + "_next", target + "_before");

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        } finally {
            for (var session : sessions) {
                session.close();
            }
        }
    }

    @Test
    void a_role_that_may_signal_sessions_ends_those_of_other_roles() throws SQLException {
        var writer = target + "_writer";
        var application = target + "_application";
        execute(
                target,
                "CREATE ROLE \"%1$s\" LOGIN CREATEDB IN ROLE pg_signal_backend; CREATE ROLE \"%2$s\" LOGIN; ALTER DATABASE \"%3$s\" OWNER TO \"%1$s\"; ALTER DATABASE \"%3$s_next\" OWNER TO \"%1$s\""
                        .formatted(writer, application, target));
        try (var session = as(application, target).getConnection();
                var statement = session.createStatement()) {
            new DatabaseServer(as(writer, "postgres")).swap(target, target + "_next", target + "_before");

            assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
            assertThat(has(target, "new")).isTrue();
        } finally {
            drop();
            execute("postgres", "DROP ROLE \"%s\"; DROP ROLE \"%s\"".formatted(writer, application));
        }
    }

    @Test
    void if_the_successor_is_missing_the_target_is_as_it_was() throws SQLException {
        server.drop(target + "_next");

        assertThatThrownBy(() -> server.swap(target, target + "_next", target + "_before"))
                .hasMessageContaining("does not exist");

        assertThat(has(target, "old")).isTrue();
        assertThat(server.exists(target + "_before")).isFalse();
    }

    @Test
    void if_the_former_name_is_taken_both_are_as_they_were() throws SQLException {
        server.create(target + "_before");

        assertThatThrownBy(() -> server.swap(target, target + "_next", target + "_before"))
                .hasMessageContaining("already exists");

        assertThat(has(target, "old")).isTrue();
    }

    @Test
    void an_identity_is_that_of_the_database_and_not_of_its_name() throws SQLException {
        var before = identity(target);
        server.swap(target, target + "_next", target + "_before");
        var after = identity(target);
        server.swap(target, target + "_before", target + "_next");

        assertThat(after).isNotEqualTo(before);
        assertThat(after.systemIdentifier()).isEqualTo(before.systemIdentifier());
        assertThat(identity(target)).isEqualTo(before);
    }

    private DatabaseIdentity identity(String name) throws SQLException {
        try (var connection = database(name).getConnection()) {
            return DatabaseIdentity.of(connection);
        }
    }

    private static boolean has(String database, String table) throws SQLException {
        try (var connection = database(database).getConnection();
                var query = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            query.setString(1, table);
            var row = query.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void execute(String database, String sql) throws SQLException {
        try (var connection = database(database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PGSimpleDataSource as(String role, String name) {
        var source = database(name);
        source.setUser(role);
        return source;
    }

    private static PGSimpleDataSource database(String name) {
        return LoftsDatabases.named(name);
    }
}
