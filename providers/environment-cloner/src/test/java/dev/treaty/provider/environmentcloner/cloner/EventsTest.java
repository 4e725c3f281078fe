package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.ADA;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.walls.Walls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change and the event that tells of it happen both, or neither does: here, the database of the service breaks off every transaction that has
 * stored an event, at its very end, until it is repaired.
 */
class EventsTest {

    /** A sequence counts also what is rolled back. */
    private static final String BREAK = """
            CREATE SEQUENCE broken_off;
            CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS
                $$BEGIN PERFORM nextval('broken_off'); RAISE EXCEPTION 'broken off'; END$$;
            CREATE CONSTRAINT TRIGGER break_off AFTER INSERT ON outbox DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION break_off();
            """;

    private static final String REPAIR = "DROP TRIGGER break_off ON outbox";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final PhaseGate gate = new PhaseGate(OperationPhase.COPYING);
    private TestCloner cloner;

    @BeforeEach
    void start() throws Exception {
        var production = TestEnvironments.production();
        var training = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.empty());
        var test = TestEnvironments.target("test", EnvironmentKind.TEST, LoftsDatabases.empty());
        var usual = TestCloner.settings(folder, production, training, test);
        cloner = TestCloner.start(
                LoftsDatabases.ofService(),
                TestCloner.withQueue(usual, 1, 1),
                Walls.around(usual.environments()),
                gate);
    }

    @AfterEach
    void stop() {
        gate.open();
        cloner.close();
    }

    @Test
    void a_clone_is_completed_when_its_event_is_stored() {
        gate.open();
        execute(BREAK);
        var clone = cloner.start(request("production", "training"));

        requireBrokenOff(clone, OperationState.RUNNING, "clone.completed");
        assertThat(cloner.cloner().backups().list(Optional.of("training")))
                .as("a backup is part of it")
                .isEmpty();
        execute(REPAIR);

        requireOnce(clone, OperationState.COMPLETED, "clone.completed");
        assertThat(cloner.cloner().backups().list(Optional.of("training"))).hasSize(1);
    }

    @Test
    void a_clone_has_failed_when_its_event_is_stored() throws Exception {
        var clone = cloner.start(request("production", "training"));
        gate.awaitReached();
        execute(BREAK);
        terminate(clone);
        gate.open();

        requireBrokenOff(clone, OperationState.ROLLING_BACK, "clone.failed");
        execute(REPAIR);

        requireOnce(clone, OperationState.FAILED, "clone.failed");
    }

    @Test
    void a_running_clone_is_cancelled_when_its_event_is_stored() throws Exception {
        var clone = cloner.start(request("production", "training"));
        gate.awaitReached();
        execute(BREAK);
        cloner.cloner().clones().cancel(clone.id(), ADA);
        gate.open();

        requireBrokenOff(clone, OperationState.ROLLING_BACK, "clone.cancelled");
        execute(REPAIR);

        requireOnce(clone, OperationState.CANCELLED, "clone.cancelled");
    }

    @Test
    void a_waiting_clone_is_cancelled_when_its_event_is_stored() throws Exception {
        var first = cloner.start(request("production", "training"));
        gate.awaitReached();
        var second = cloner.start(request("production", "test"));
        execute(BREAK);

        assertThatThrownBy(() -> cloner.cloner().clones().cancel(second.id(), ADA))
                .hasStackTraceContaining("broken off");

        requireBrokenOff(second, OperationState.QUEUED, "clone.cancelled");
        execute(REPAIR);
        cloner.cloner().clones().cancel(second.id(), ADA);
        requireOnce(second, OperationState.CANCELLED, "clone.cancelled");
        cloner.cloner().clones().cancel(first.id(), ADA);
    }

    @Test
    void an_environment_is_restored_when_its_event_is_stored() {
        gate.open();
        var backup = cloner.cloned(request("production", "training")).backup().orElseThrow();
        execute(BREAK);
        var restoration = cloner.cloner().backups().restore(backup, ADA, InTransaction.NOTHING);

        requireBrokenOff(restoration, OperationState.RUNNING, "environment.restored");
        execute(REPAIR);

        requireOnce(restoration, OperationState.COMPLETED, "environment.restored");
    }

    @Test
    void the_end_of_a_backup_is_announced_when_its_event_is_stored() {
        gate.open();
        cloner.cloned(request("production", "training"));
        execute(BREAK);
        cloner.clock().advance(Duration.ofDays(6).plusMinutes(1));

        awaitBreak();
        assertThat(cloner.events("backup.expires")).isEmpty();
        execute(REPAIR);

        await().atMost(PATIENCE).until(() -> !cloner.events("backup.expires").isEmpty());
        assertThat(cloner.events("backup.expires")).hasSize(1);
    }

    private void requireBrokenOff(Operation operation, OperationState state, String event) {
        awaitBreak();
        assertThat(cloner.cloner().clones().find(operation.id()).state()).isEqualTo(state);
        assertThat(cloner.events(event)).isEmpty();
    }

    private void awaitBreak() {
        await().atMost(PATIENCE)
                .until(() -> cloner.database()
                        .jdbi()
                        .withHandle(handle -> handle.createQuery("SELECT is_called FROM broken_off")
                                .mapTo(Boolean.class)
                                .one()));
    }

    private void requireOnce(Operation operation, OperationState state, String event) {
        assertThat(cloner.awaitEnd(operation).state()).isEqualTo(state);
        assertThat(cloner.events(event)).hasSize(1);
    }

    /** Ends the sessions in which an operation reads and writes. */
    private static void terminate(Operation operation) {
        TestCloner.rows(
                LoftsDatabases.maintenance(),
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'environment-cloner %s'"
                        .formatted(operation.id()));
    }

    private void execute(String sql) {
        cloner.database().jdbi().useHandle(handle -> handle.execute(sql));
    }
}
