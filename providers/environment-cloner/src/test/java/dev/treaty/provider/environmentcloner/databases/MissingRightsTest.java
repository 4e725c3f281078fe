package dev.treaty.provider.environmentcloner.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MissingRightsTest {

    private final PGSimpleDataSource database = LoftsDatabases.empty();
    private final String role = "role_" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void create() throws SQLException {
        execute("CREATE ROLE %s LOGIN".formatted(role));
    }

    @AfterEach
    void drop() throws SQLException {
        execute("REASSIGN OWNED BY %1$s TO postgres; DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    }

    @Test
    void a_role_that_may_read_all_and_sees_all_rows_lacks_nothing() throws SQLException {
        execute("GRANT pg_read_all_data TO %1$s; ALTER ROLE %1$s BYPASSRLS".formatted(role));

        assertThat(toRead()).isEmpty();
    }

    @Test
    void rows_that_policies_hide_are_missing_although_the_role_may_read_every_table() throws SQLException {
        execute("GRANT pg_read_all_data TO " + role);

        assertThat(toRead())
                .containsExactly(
                        "policies hide rows of conversations.conversation_participants from it",
                        "policies hide rows of conversations.messages from it");
    }

    @Test
    void policies_do_not_hold_for_the_owner_of_a_table_unless_they_are_forced() throws SQLException {
        execute(
                "GRANT pg_read_all_data TO %1$s; GRANT CREATE ON SCHEMA conversations TO %1$s; ALTER TABLE conversations.messages OWNER TO %1$s;"
                                .formatted(role)
                        + "ALTER TABLE conversations.conversation_participants OWNER TO %1$s; ALTER TABLE conversations.conversation_participants FORCE ROW LEVEL SECURITY"
                                .formatted(role));

        assertThat(toRead()).containsExactly("policies hide rows of conversations.conversation_participants from it");
    }

    @Test
    void each_schema_table_and_sequence_that_may_not_be_read_is_named() throws SQLException {
        execute("""
                ALTER ROLE %1$s BYPASSRLS;
                GRANT USAGE ON SCHEMA people, reservations, conversations TO %1$s;
                GRANT SELECT ON ALL TABLES IN SCHEMA public, people, reservations, conversations, audit TO %1$s;
                GRANT SELECT ON ALL SEQUENCES IN SCHEMA reservations, conversations, audit TO %1$s;
                REVOKE SELECT ON reservations.lofts, conversations.messages_id_seq FROM %1$s""".formatted(role));

        assertThat(toRead())
                .containsExactly(
                        "it may not read conversations.messages_id_seq",
                        "it may not read reservations.lofts",
                        "it may not use the schema audit");
    }

    @Test
    void a_target_is_replaced_by_its_owner_who_may_create_databases_and_end_sessions() throws SQLException {
        assertThat(toReplace())
                .containsExactly(
                        "it does not own the database",
                        "it may not create databases",
                        "it may not end sessions of other roles");

        execute("ALTER DATABASE %2$s OWNER TO %1$s; ALTER ROLE %1$s CREATEDB; GRANT pg_signal_backend TO %1$s"
                .formatted(role, database.getDatabaseName()));

        assertThat(toReplace()).isEmpty();
        assertThat(phrases("postgres", MissingRights::toReplace)).isEmpty();
    }

    private interface Question {
        List<String> ask(Connection connection) throws SQLException;
    }

    private List<String> toRead() throws SQLException {
        return phrases(role, MissingRights::toRead);
    }

    private List<String> toReplace() throws SQLException {
        return phrases(role, MissingRights::toReplace);
    }

    private List<String> phrases(String role, Question question) throws SQLException {
        try (var connection = database.getConnection(role, "")) {
            return new ArrayList<>(question.ask(connection));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
