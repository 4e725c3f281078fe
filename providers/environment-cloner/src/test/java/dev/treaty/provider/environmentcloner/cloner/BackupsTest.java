package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.ADA;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.database;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.request;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.backups.BackupState;
import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationFilter;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.refusals.BackupIsCorrupt;
import dev.treaty.provider.environmentcloner.refusals.BackupIsExpired;
import dev.treaty.provider.environmentcloner.refusals.BackupIsRestored;
import dev.treaty.provider.environmentcloner.refusals.ProductionIsNeverATarget;
import dev.treaty.provider.environmentcloner.refusals.Refusal;
import dev.treaty.provider.environmentcloner.refusals.TargetIsBeingCloned;
import dev.treaty.provider.environmentcloner.walls.Walls;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is restored as it was, or not at all. */
class BackupsTest {

    private static final List<String> EVERYTHING = List.of(
            "SELECT * FROM people.profiles ORDER BY id",
            "SELECT * FROM reservations.reservations ORDER BY id",
            "SELECT * FROM conversations.messages ORDER BY id",
            "SELECT * FROM conversations.message_attachments ORDER BY id",
            "SELECT * FROM audit.audit_logs ORDER BY id",
            "SELECT last_value, is_called FROM conversations.messages_id_seq",
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' ORDER BY 1, 2");

    @TempDir
    private Path folder;

    private final PhaseGate gate = new PhaseGate(OperationPhase.SWAPPING);
    private Environment training;
    private Environment production;
    private TestCloner cloner;

    @BeforeEach
    void start() throws Exception {
        gate.open();
        production = TestEnvironments.production();
        training = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.withRows(200));
        var settings = TestCloner.settings(folder, production, training);
        cloner = TestCloner.start(settings, Walls.around(settings.environments()), gate);
    }

    @AfterEach
    void stop() {
        cloner.close();
    }

    private List<List<String>> everything() {
        return EVERYTHING.stream().map(query -> rows(database(training), query)).toList();
    }

    private Operation cloned(BackupKind kind) {
        var usual = request("production", "training");
        return cloner.cloned(new CloneRequest(
                usual.source(),
                usual.target(),
                usual.systems(),
                usual.profile(),
                Optional.of(kind),
                usual.validate(),
                usual.maxAge()));
    }

    @Test
    void a_file_outlives_the_former_database_and_can_be_restored_more_than_once() throws Exception {
        var before = everything();
        var backup = cloned(BackupKind.FILE).backup().orElseThrow();

        var stored = cloner.cloner().backups().find(backup);
        assertThat(stored.checksum().orElseThrow()).matches("sha-256:[0-9a-f]{64}");
        assertThat(rows(
                        LoftsDatabases.maintenance(),
                        "SELECT datname FROM pg_database WHERE datname LIKE '%s\\_before\\_%%'"
                                .formatted(database(training).getDatabaseName())))
                .isEmpty();
        assertThat(everything()).isNotEqualTo(before);

        for (var time = 1; time <= 2; time++) {
            var restoration = cloner.restored(backup);
            assertThat(everything()).isEqualTo(before);
            assertThat(restoration.progress().rows()).isGreaterThan(100);
            cloner.requireNothingLeft(production, training);
        }
        assertThat(cloner.events("environment.restored"))
                .hasSize(2)
                .allMatch(event -> event.get("backup").asText().equals(backup)
                        && event.get("restoredBy").asText().equals("usr_ada"));
    }

    @Test
    void a_file_with_one_changed_byte_is_found_out_before_anything_changes() throws Exception {
        var backup = cloned(BackupKind.FILE).backup().orElseThrow();
        var before = everything();
        Path file;
        try (var files = Files.list(folder.resolve("backups"))) {
            file = files.findFirst().orElseThrow();
        }
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            var changed = bytes.read() ^ 1;
            bytes.seek(bytes.length() / 2);
            bytes.write(changed);
        }

        var refusal = refusal(BackupIsCorrupt.class, backup);

        assertThat(refusal.failure().what())
                .isEqualTo("The file of the backup has another checksum than the one that was stored.");
        assertThat(cloner.cloner().backups().find(backup).state()).isEqualTo(BackupState.CORRUPT);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_database_that_somebody_removed_or_replaced_is_no_backup() throws Exception {
        var first = cloned(BackupKind.DATABASE);
        var second = cloned(BackupKind.DATABASE);
        var target = database(training).getDatabaseName();
        execute("DROP DATABASE %s_before_%d".formatted(target, first.number()));
        execute("DROP DATABASE %s_before_%d".formatted(target, second.number()));
        execute("CREATE DATABASE %s_before_%d".formatted(target, second.number()));

        assertThat(refusal(BackupIsCorrupt.class, first.backup().orElseThrow())
                        .failure()
                        .what())
                .isEqualTo("The database of the backup is gone.");
        assertThat(refusal(BackupIsCorrupt.class, second.backup().orElseThrow())
                        .failure()
                        .what())
                .isEqualTo("Another database has the name of the backup's.");
    }

    @Test
    void its_end_is_announced_and_then_it_is_deleted() {
        var file = cloned(BackupKind.FILE).backup().orElseThrow();
        var database = cloned(BackupKind.DATABASE);
        assertThat(cloner.events("backup.expires")).isEmpty();

        cloner.clock().advance(Duration.ofDays(6).plusMinutes(1));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cloner.events("backup.expires").size() == 2);
        assertThat(cloner.events("backup.expires").get(0).get("id").asText()).isEqualTo(file);
        assertThat(cloner.cloner().backups().find(file).state()).isEqualTo(BackupState.USABLE);

        cloner.clock().advance(Duration.ofDays(1));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cloner.cloner().backups().list(Optional.of("training")).stream()
                        .allMatch(backup -> backup.state() == BackupState.EXPIRED));
        refusal(BackupIsExpired.class, file);
        refusal(BackupIsExpired.class, database.backup().orElseThrow());
        assertThat(folder.resolve("backups").toFile().list()).isEmpty();
        assertThat(rows(
                        LoftsDatabases.maintenance(),
                        "SELECT datname FROM pg_database WHERE datname LIKE '%s\\_before\\_%%'"
                                .formatted(database(training).getDatabaseName())))
                .isEmpty();
        assertThat(cloner.events("backup.expires")).as("each once").hasSize(2);
    }

    @Test
    void a_database_is_restored_once_and_what_it_replaced_is_a_backup_too() {
        var backup = cloned(BackupKind.DATABASE).backup().orElseThrow();
        cloner.restored(backup);

        refusal(BackupIsRestored.class, backup);
        assertThat(cloner.cloner().backups().list(Optional.of("training")))
                .extracting(found -> found.state())
                .containsExactly(BackupState.USABLE, BackupState.RESTORED);
    }

    @Test
    void nothing_is_restored_while_the_target_is_being_cloned_into() throws Exception {
        var backup = cloned(BackupKind.DATABASE).backup().orElseThrow();
        var closed = new PhaseGate(OperationPhase.COPYING);
        cloner = cloner.restarted(cloner.settings(), closed);
        var clone = cloner.start(request("production", "training"));
        closed.awaitReached();

        assertThat(refusal(TargetIsBeingCloned.class, backup).operation()).isEqualTo(clone.id());

        closed.open();
        cloner.awaitEnd(clone);
    }

    @Test
    void nothing_is_restored_to_production() throws Exception {
        var backup = cloned(BackupKind.DATABASE).backup().orElseThrow();
        var promoted = new Environment(
                "training",
                "Training",
                EnvironmentKind.PRODUCTION,
                training.url(),
                training.reader(),
                training.writer());
        cloner = cloner.restarted(TestCloner.settings(folder, promoted), gate);

        var refusal = refusal(ProductionIsNeverATarget.class, backup);

        assertThat(refusal.environment()).isEqualTo("training");
        assertThat(cloner.events("production.access-refused").get(0).get("what").asText())
                .isEqualTo("a restoration of %s to training".formatted(backup));
    }

    /** A restoration that is refused; none is queued. */
    private <R extends Refusal> R refusal(Class<R> type, String backup) {
        var before = operations();
        var refusal =
                catchThrowableOfType(type, () -> cloner.cloner().backups().restore(backup, ADA, InTransaction.NOTHING));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(operations()).isEqualTo(before);
        return refusal;
    }

    private int operations() {
        return cloner.cloner()
                .clones()
                .list(new OperationFilter(Optional.empty(), Optional.empty(), 100, OptionalLong.empty()))
                .items()
                .size();
    }

    private static void execute(String sql) throws Exception {
        try (var connection = LoftsDatabases.maintenance().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
