package dev.treaty.provider.environmentcloner.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.anonymise.Anonymiser;
import dev.treaty.provider.environmentcloner.anonymise.ProfileReader;
import dev.treaty.provider.environmentcloner.originals.Originals;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Real rows of three systems, from one PostgreSQL database into another. */
class DatabaseCopyTest {

    private static final int ROWS = 2_000;
    private static final Path PROFILE = Path.of("src/main/resources/sample/training.yaml");

    /** Of the first table: nothing of it may be left. */
    private static final String PEOPLE = "SELECT full_name, email, phone, address FROM people.profiles";

    private static final List<String> EVERYTHING = List.of(
            "SELECT * FROM people.profiles ORDER BY id",
            "SELECT * FROM reservations.reservations ORDER BY id",
            "SELECT * FROM reservations.reservation_payments ORDER BY id",
            "SELECT * FROM conversations.messages ORDER BY id",
            "SELECT * FROM conversations.message_attachments ORDER BY id",
            "SELECT * FROM audit.audit_logs ORDER BY id");

    private static PGSimpleDataSource source;

    @TempDir
    private Path folder;

    @BeforeAll
    static void fill() throws SQLException {
        source = LoftsDatabases.withRows(ROWS);
    }

    @Test
    void copies_all_rows_and_lets_no_trigger_add_to_them() throws Exception {
        var target = LoftsDatabases.empty();

        var copied = copy(source, target, null, Map.of());

        for (var query : EVERYTHING) {
            assertThat(rows(target, query)).isNotEmpty().isEqualTo(rows(source, query));
        }
        assertThat(copied)
                .filteredOn(table -> table.name().toString().equals("audit.audit_logs"))
                .first()
                .extracting(CopiedTable::rows)
                .isEqualTo(Long.valueOf(
                        rows(source, "SELECT count(*) FROM audit.audit_logs").get(0)));
    }

    @Test
    void keys_indexes_triggers_and_sequences_are_as_before() throws Exception {
        var target = LoftsDatabases.empty();

        copy(source, target, null, Map.of());

        for (var query : List.of(
                "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint ORDER BY 1, 2",
                "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname NOT LIKE 'pg%' ORDER BY 1, 2",
                "SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2",
                "SELECT nextval('conversations.messages_id_seq')")) {
            assertThat(rows(target, query)).isEqualTo(rows(source, query));
        }
    }

    @Test
    void nothing_of_a_person_is_left_and_what_belonged_together_still_does() throws Exception {
        var target = LoftsDatabases.empty();

        copy(source, target, "training", Map.of());

        assertThat(rows(target, PEOPLE)).doesNotContainAnyElementsOf(rows(source, PEOPLE));
        var text = String.join(
                "\n",
                EVERYTHING.stream()
                        .flatMap(query -> rows(target, query).stream())
                        .toList());
        for (var column : List.of("full_name", "email", "phone", "address")) {
            assertThat(rows(source, "SELECT %s FROM people.profiles".formatted(column)))
                    .noneMatch(text::contains);
        }
        assertThat(rows(target, """
                SELECT count(*) FROM reservations.reservations r
                  JOIN people.profiles p ON p.id = r.guest_id AND p.email = r.guest_email AND p.full_name = r.guest_name AND p.phone = r.guest_phone
                  JOIN audit.audit_logs l ON l.row_id = r.id::text AND l.action = 'INSERT' AND l.new_values ->> 'guest_email' = p.email""")).isEqualTo(rows(source, "SELECT count(*) FROM reservations.reservations"));
    }

    @Test
    void a_row_that_is_larger_than_every_buffer_is_copied_and_anonymised() throws Exception {
        var large = LoftsDatabases.withRows(100);
        execute(
                large,
                "UPDATE conversations.messages SET content = repeat('Guten Abend, wir kommen spät. ', 100000) WHERE id = 1");
        var same = LoftsDatabases.empty();
        var other = LoftsDatabases.empty();

        copy(large, same, null, Map.of());
        copy(large, other, "training", Map.of());

        var message = "SELECT length(content), md5(content) FROM conversations.messages WHERE id = 1";
        assertThat(rows(same, message)).isEqualTo(rows(large, message));
        assertThat(rows(other, message)).isNotEqualTo(rows(large, message)).hasSize(1);
        assertThat(rows(other, message).get(0)).startsWith("3000000\t");
    }

    @Test
    void it_is_told_whether_it_was_the_source_that_failed() throws Exception {
        var failing = LoftsDatabases.withRows(100);
        var target = LoftsDatabases.empty();
        execute(failing, """
                CREATE FUNCTION writes() RETURNS boolean LANGUAGE plpgsql AS
                    'BEGIN DELETE FROM audit.audit_logs; RETURN true; END'""");
        var lofts = new TableName("reservations", "lofts");

        assertThatThrownBy(() -> copy(failing, target, null, Map.of(lofts, "public.writes()")))
                .isInstanceOfSatisfying(
                        SourceFailed.class,
                        error -> assertThat(error.getSQLState()).isEqualTo("25006"));

        var picky = LoftsDatabases.empty();
        execute(picky, "ALTER TABLE reservations.lofts ADD CHECK (name = 'none')");
        assertThatThrownBy(() -> copy(source, picky, null, Map.of()))
                .isInstanceOf(SQLException.class)
                .isNotInstanceOf(SourceFailed.class);
    }

    @Test
    void only_rows_that_satisfy_a_condition_are_copied() throws Exception {
        var target = LoftsDatabases.empty();
        var logs = new TableName("audit", "audit_logs");

        copy(source, target, null, Map.of(logs, "action = 'UPDATE'"));

        assertThat(rows(target, "SELECT DISTINCT action FROM audit.audit_logs")).containsExactly("UPDATE");
    }

    @Test
    void a_row_that_refers_to_nothing_fails_with_the_databases_own_error() throws Exception {
        var target = LoftsDatabases.empty();
        var profiles = new TableName("people", "profiles");

        assertThatThrownBy(() -> copy(source, target, null, Map.of(profiles, "false")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("violates foreign key constraint");
    }

    @Test
    void a_reader_from_whom_rows_are_hidden_gets_an_error_and_not_fewer_rows() throws Exception {
        var target = LoftsDatabases.empty();
        execute(
                source,
                "CREATE ROLE guest LOGIN; GRANT USAGE ON SCHEMA conversations TO guest; GRANT SELECT ON ALL TABLES IN SCHEMA conversations TO guest");
        var guest = new PGSimpleDataSource();
        guest.setUrl(source.getUrl());
        guest.setUser("guest");

        assertThatThrownBy(() -> {
                    try (var snapshot = SourceSnapshot.take(guest);
                            var into = target.getConnection()) {
                        new TableCopy(table(snapshot, "conversations.messages"), null)
                                .run(snapshot.connection(), into, null, new CopyProgress(), new StopSignal());
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_cancelled_copy_ends_and_leaves_both_databases_free() throws Exception {
        var target = LoftsDatabases.empty();
        var stop = new StopSignal();
        stop.cancel();

        try (var snapshot = SourceSnapshot.take(source)) {
            var copy =
                    new DatabaseCopy(snapshot, target, null, Map.of(), 2, new CopyProgress(), stop, CopyListener.NONE);
            assertThatThrownBy(() -> copy.run(Catalogue.tables(snapshot.connection())))
                    .isInstanceOf(CopyCancelled.class);
        }

        // PostgreSQL notices a moment later that a client has gone
        await().until(() -> rows(target, "SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
                        .size()
                == 1);
    }

    @Test
    void the_source_cannot_be_written_to_by_the_connection_that_reads() throws Exception {
        try (var snapshot = SourceSnapshot.take(source);
                var statement = snapshot.connection().createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM audit.audit_logs"))
                    .hasMessageContaining("read-only transaction");
        }
    }

    private List<CopiedTable> copy(
            DataSource from, DataSource to, @Nullable String profile, Map<TableName, String> conditions)
            throws SQLException, InterruptedException {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        try (var snapshot = SourceSnapshot.take(from);
                var originals = Originals.create(folder.resolve("originals"), secret, ROWS)) {
            var anonymiser = profile == null ? null : new Anonymiser(ProfileReader.read(PROFILE), secret, originals);
            return new DatabaseCopy(
                            snapshot,
                            to,
                            anonymiser,
                            conditions,
                            2,
                            new CopyProgress(),
                            new StopSignal(),
                            CopyListener.NONE)
                    .run(Catalogue.tables(snapshot.connection()))
                    .tables();
        }
    }

    private static TableLayout table(SourceSnapshot snapshot, String name) throws SQLException {
        return Catalogue.tables(snapshot.connection()).stream()
                .filter(table -> table.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows as text, a tab between two columns. */
    private static List<String> rows(DataSource database, String query) {
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
}
