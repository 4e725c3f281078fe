package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.ADA;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.database;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.request;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.backups.BackupState;
import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.refusals.CloneIsOver;
import dev.treaty.provider.environmentcloner.walls.Walls;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A restoration that is cancelled or fails leaves nothing behind, its target as it was, and its backup to be restored later. */
@Execution(ExecutionMode.SAME_THREAD)
class RestorationsTest {

    private static final Requester GRACE = new Requester("usr_grace");
    private static final String PEOPLE = "SELECT id, email FROM people.profiles ORDER BY id";

    @TempDir
    private static Path folder;

    private static Environment production;
    private static Environment training;
    private static TestCloner cloner;
    private static volatile PhaseListener phases = PhaseListener.NONE;
    private static String file;
    private static String database;

    @BeforeAll
    static void start() throws Exception {
        production = TestEnvironments.production();
        training = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.withRows(50));
        var settings = TestCloner.settings(folder, production, training);
        cloner = TestCloner.start(
                settings,
                Walls.around(settings.environments()),
                (operation, phase) -> phases.entered(operation, phase));
        var usual = request("production", "training");
        file = cloner.cloned(new CloneRequest(
                        usual.source(),
                        usual.target(),
                        usual.systems(),
                        usual.profile(),
                        Optional.of(BackupKind.FILE),
                        usual.validate(),
                        usual.maxAge()))
                .backup()
                .orElseThrow();
        database = cloner.cloned(usual).backup().orElseThrow();
    }

    @AfterAll
    static void stop() {
        cloner.close();
    }

    @ParameterizedTest
    @EnumSource(names = "SWAPPING", mode = EnumSource.Mode.EXCLUDE)
    void of_a_file_is_cancelled_in_each_phase_before_the_swap(OperationPhase phase) throws Exception {
        cancelled(file, phase);
    }

    @Test
    void of_a_database_is_cancelled_before_the_swap() throws Exception {
        cancelled(database, OperationPhase.CHECKING);
    }

    private static void cancelled(String backup, OperationPhase phase) throws Exception {
        var before = rows(database(training), PEOPLE);
        var events = cloner.events("restoration.cancelled").size();
        var gate = new PhaseGate(phase);
        phases = gate;
        var started = restore(backup);
        gate.awaitReached();

        var cancelling = cloner.cloner().clones().cancel(started.id(), GRACE);
        gate.open();
        var cancelled = cloner.awaitEnd(started);

        assertThat(cancelling.state()).isEqualTo(OperationState.CANCELLING);
        assertThat(cancelled.state()).isEqualTo(OperationState.CANCELLED);
        assertThat(cancelled.phase()).contains(phase);
        assertThat(cancelled.rolledBack()).isTrue();
        requireNothingChanged(before, backup);
        assertThat(cloner.events("restoration.cancelled")).hasSize(events + 1);
        var event = cloner.events("restoration.cancelled").get(events);
        assertThat(event.get("environment").asText()).isEqualTo("training");
        assertThat(event.get("backup").asText()).isEqualTo(backup);
        assertThat(event.get("cancelledBy").asText()).isEqualTo("usr_grace");
    }

    @Test
    void fails_if_its_connections_are_lost() {
        var before = rows(database(training), PEOPLE);
        phases = (operation, entered) -> {
            if (entered == OperationPhase.INDEXING) {
                rows(
                        LoftsDatabases.maintenance(),
                        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'environment-cloner %s'"
                                .formatted(operation.id()));
            }
        };

        var failed = cloner.awaitEnd(restore(file));

        assertThat(failed.state()).isEqualTo(OperationState.FAILED);
        assertThat(failed.phase()).contains(OperationPhase.INDEXING);
        requireNothingChanged(before, file);
        assertThat(cloner.events("restoration.failed")).hasSize(1);
        assertThat(cloner.events("restoration.failed").get(0).get("rolledBack").asBoolean())
                .isTrue();
    }

    @Test
    void is_not_cancelled_any_more_when_the_databases_are_being_swapped() throws Exception {
        var before = rows(database(training), PEOPLE);
        var gate = new PhaseGate(OperationPhase.SWAPPING);
        phases = gate;
        var started = restore(file);
        gate.awaitReached();

        assertThatThrownBy(() -> cloner.cloner().clones().cancel(started.id(), GRACE))
                .isInstanceOf(CloneIsOver.class)
                .hasMessageStartingWith("The restoration is over: it is swapping the databases.");
        gate.open();

        assertThat(cloner.awaitEnd(started).state()).isEqualTo(OperationState.COMPLETED);
        assertThat(rows(database(training), PEOPLE)).isNotEqualTo(before);
    }

    private static Operation restore(String backup) {
        return cloner.cloner().backups().restore(backup, ADA, InTransaction.NOTHING);
    }

    private static void requireNothingChanged(List<String> before, String backup) {
        assertThat(rows(database(training), PEOPLE)).isEqualTo(before);
        cloner.requireNothingLeft(production, training);
        assertThat(cloner.cloner().backups().find(backup).state()).isEqualTo(BackupState.USABLE);
    }
}
