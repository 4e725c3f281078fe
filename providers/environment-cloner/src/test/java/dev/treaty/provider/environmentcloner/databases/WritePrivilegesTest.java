package dev.treaty.provider.environmentcloner.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class WritePrivilegesTest {

    @Test
    void a_role_that_reads_all_has_none_and_every_further_grant_is_named() throws SQLException {
        var database = LoftsDatabases.empty();
        execute(database, "CREATE ROLE reader LOGIN; GRANT pg_read_all_data TO reader");
        assertThat(of(database, "reader")).isEmpty();

        execute(
                database,
                "GRANT UPDATE (total) ON reservations.reservations TO reader; GRANT USAGE ON SEQUENCE conversations.messages_id_seq TO reader; GRANT CREATE ON SCHEMA audit TO reader");
        assertThat(of(database, "reader"))
                .containsExactly(
                        "it may advance conversations.messages_id_seq",
                        "it may create tables in audit",
                        "it may write to reservations.reservations");
    }

    @Test
    void a_superuser_has_all() throws SQLException {
        assertThat(of(LoftsDatabases.empty(), "postgres")).contains("it is a superuser", "it may create databases");
    }

    private static List<String> of(PGSimpleDataSource database, String role) throws SQLException {
        try (var connection = database.getConnection(role, "")) {
            return WritePrivileges.of(connection);
        }
    }

    private static void execute(PGSimpleDataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
