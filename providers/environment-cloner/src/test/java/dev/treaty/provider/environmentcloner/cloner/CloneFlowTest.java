package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.database;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.request;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.backups.BackupState;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.inventory.EnvironmentStatus;
import dev.treaty.provider.environmentcloner.operations.LogEntry;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.TableStatistics;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a clone, with rows in all three systems, and back. */
class CloneFlowTest {

    private static final int ROWS = 1_500;

    private static final String PEOPLE =
            "SELECT v FROM people.profiles, LATERAL (VALUES (full_name), (email), (phone), (address)) AS p (v)";

    private static final List<String> COUNTS = List.of(
            "SELECT count(*) FROM people.profiles",
            "SELECT count(*) FROM reservations.reservations",
            "SELECT count(*) FROM reservations.reservation_payments",
            "SELECT count(*) FROM conversations.messages",
            "SELECT count(*) FROM conversations.message_attachments",
            "SELECT count(*) FROM audit.audit_logs");

    /** Everything that a database says, as text. */
    private static final String EVERYTHING = """
            SELECT query_to_xml('SELECT * FROM ' || oid::regclass, false, true, '')::text
              FROM pg_class WHERE relkind = 'r' AND relnamespace IN ('people'::regnamespace, 'reservations'::regnamespace,
                                                                   'conversations'::regnamespace, 'audit'::regnamespace)
            """;

    @TempDir
    private Path folder;

    private Environment production;
    private Environment training;
    private TestCloner cloner;

    @BeforeEach
    void start() throws Exception {
        production = TestEnvironments.production(LoftsDatabases.withRows(ROWS));
        training = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.withRows(100));
        cloner = TestCloner.start(folder, production, training);
    }

    @AfterEach
    void stop() {
        cloner.close();
    }

    @Test
    void a_clone_has_all_rows_and_no_original_and_can_be_taken_back() throws Exception {
        var before = rows(database(training), EVERYTHING);

        var clone = cloner.cloned(request("production", "training"));

        for (var count : COUNTS) {
            assertThat(rows(database(training), count))
                    .isEqualTo(rows(database(production), count))
                    .isNotEqualTo(List.of("0"));
        }
        var text = String.join("\n", rows(database(training), EVERYTHING));
        assertThat(rows(database(production), PEOPLE)).hasSizeGreaterThan(200).noneMatch(text::contains);
        assertThat(clone.progress().percent()).isEqualTo(100);
        assertThat(clone.progress().rows())
                .isEqualTo(clone.progress().rowsTotal())
                .isGreaterThan(1_000);
        cloner.requireNothingLeft(production, training);

        var restoration = cloner.restored(clone.backup().orElseThrow());

        assertThat(rows(database(training), EVERYTHING)).isEqualTo(before);
        cloner.requireNothingLeft(production, training);
        assertThat(cloner.cloner().backups().find(clone.backup().orElseThrow()).state())
                .isEqualTo(BackupState.RESTORED);
        cloner.restored(restoration.backup().orElseThrow());
        assertThat(String.join("\n", rows(database(training), EVERYTHING))).isEqualTo(text);
    }

    @Test
    void a_clone_tells_what_it_did() {
        var clone = cloner.cloned(request("production", "training"));

        var statistics = cloner.cloner().clones().statistics(clone.id());
        assertThat(statistics.tables())
                .filteredOn(table -> table.name().equals("people.profiles"))
                .containsExactly(new TableStatistics("people.profiles", 60, 60, bytes(statistics.tables()), ""));
        assertThat(rows(database(training), "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND convalidated"))
                .containsExactly(String.valueOf(statistics.foreignKeysChecked()));
        assertThat(statistics.survivors()).isZero();
        assertThat(statistics.schemaChanges()).isEmpty();
        assertThat(cloner.log(clone))
                .extracting(LogEntry::message)
                .startsWith("usr_ada asked for a clone of production into training.")
                .contains("All rows are there, and all keys hold.", "No original is left.")
                .endsWith("The new database is in the place of the former one.");
        assertThat(cloner.log(clone))
                .extracting(LogEntry::phase)
                .contains(Optional.of(OperationPhase.CHECKING), Optional.of(OperationPhase.COPYING));
        assertThat(cloner.events("clone.completed")).hasSize(1);
        assertThat(cloner.events("clone.completed").get(0).get("backup").asText())
                .isEqualTo(clone.backup().orElseThrow());
        var status = cloner.cloner().environments().find("training");
        assertThat(status.state()).isEqualTo(EnvironmentStatus.State.READY);
        assertThat(status.schemaVersion()).contains("4");
        assertThat(status.clonedFrom()).contains("production");
    }

    private static long bytes(List<TableStatistics> tables) {
        return tables.stream()
                .filter(table -> table.name().equals("people.profiles"))
                .findFirst()
                .orElseThrow()
                .bytes();
    }
}
