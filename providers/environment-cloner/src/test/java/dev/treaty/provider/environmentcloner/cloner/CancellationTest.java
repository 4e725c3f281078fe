package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.ADA;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.database;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.request;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.refusals.CloneIsOver;
import dev.treaty.provider.environmentcloner.refusals.CloneIsRunning;
import dev.treaty.provider.environmentcloner.walls.Walls;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cancelled clone ends in whatever phase it is, leaves nothing behind, and its target is as it was. */
class CancellationTest {

    private static final Requester GRACE = new Requester("usr_grace");
    private static final String LOFTS = "SELECT id, name FROM reservations.lofts ORDER BY id";

    @TempDir
    private Path folder;

    private Environment production;
    private Environment training;

    @BeforeEach
    void create() throws SQLException {
        production = TestEnvironments.production();
        training = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.withRows(50));
    }

    private TestCloner start(PhaseListener phases) {
        var settings = TestCloner.settings(folder, production, training);
        return TestCloner.start(settings, Walls.around(settings.environments()), phases);
    }

    @ParameterizedTest
    @EnumSource(names = "SWAPPING", mode = EnumSource.Mode.EXCLUDE)
    void in_each_phase_before_the_swap(OperationPhase phase) throws Exception {
        var before = rows(database(training), LOFTS);
        var gate = new PhaseGate(phase);
        try (var cloner = start(gate)) {
            var started = cloner.start(request("production", "training"));
            gate.awaitReached();
            assertThatThrownBy(() -> cloner.cloner().clones().statistics(started.id()))
                    .isInstanceOf(CloneIsRunning.class);

            var cancelling = cloner.cloner().clones().cancel(started.id(), GRACE);
            assertThat(cancelling.state()).isEqualTo(OperationState.CANCELLING);
            assertThat(cloner.cloner().clones().cancel(started.id(), ADA).cancelledBy())
                    .as("asking again changes nothing")
                    .contains("usr_grace");
            gate.open();
            var cancelled = cloner.awaitEnd(started);

            assertThat(cancelled.state()).isEqualTo(OperationState.CANCELLED);
            assertThat(cancelled.phase()).contains(phase);
            assertThat(cancelled.rolledBack()).isTrue();
            assertThat(cancelled.failure()).isEmpty();
            assertThat(rows(database(training), LOFTS)).isEqualTo(before);
            cloner.requireNothingLeft(production, training);
            assertThat(folder.resolve("work").toFile().list()).isNullOrEmpty();
            assertThat(cloner.events("clone.cancelled")
                            .get(0)
                            .get("cancelledBy")
                            .asText())
                    .isEqualTo("usr_grace");
            assertThat(cloner.events("clone.failed")).isEmpty();
            assertThatThrownBy(() -> cloner.cloner().clones().cancel(started.id(), ADA))
                    .isInstanceOf(CloneIsOver.class)
                    .hasMessageStartingWith("The clone is over: it is cancelled.");
        }
    }

    @Test
    void not_any_more_when_the_databases_are_being_swapped() throws Exception {
        var gate = new PhaseGate(OperationPhase.SWAPPING);
        try (var cloner = start(gate)) {
            var started = cloner.start(request("production", "training"));
            gate.awaitReached();

            assertThatThrownBy(() -> cloner.cloner().clones().cancel(started.id(), ADA))
                    .isInstanceOf(CloneIsOver.class)
                    .hasMessageStartingWith("The clone is over: it is swapping the databases.");
            gate.open();

            assertThat(cloner.awaitEnd(started).state()).isEqualTo(OperationState.COMPLETED);
        }
    }

    @Test
    void while_a_statement_of_the_source_waits_for_somebody_else() throws Exception {
        production = TestEnvironments.production(LoftsDatabases.withRows(100));
        try (var cloner = start(PhaseListener.NONE);
                var somebody = database(production).getConnection();
                var statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("LOCK TABLE conversations.messages IN ACCESS EXCLUSIVE MODE");
            var started = cloner.start(request("production", "training"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !rows(
                                    LoftsDatabases.maintenance(),
                                    "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = 'environment-cloner "
                                            + started.id() + "'")
                            .isEmpty());

            cloner.cloner().clones().cancel(started.id(), GRACE);

            assertThat(cloner.awaitEnd(started).state())
                    .as("although the table is still locked")
                    .isEqualTo(OperationState.CANCELLED);
        }
    }

    @Test
    void while_it_waits_for_its_turn() throws Exception {
        var gate = new PhaseGate(OperationPhase.CHECKING);
        var test = TestEnvironments.target("test", EnvironmentKind.TEST, LoftsDatabases.empty());
        var usual = TestCloner.settings(folder, production, training, test);
        try (var cloner =
                TestCloner.start(TestCloner.withQueue(usual, 1, 1), Walls.around(usual.environments()), gate)) {
            var first = cloner.start(request("production", "training"));
            gate.awaitReached();
            var second = cloner.start(request("production", "test"));

            var cancelled = cloner.cloner().clones().cancel(second.id(), GRACE);

            assertThat(cancelled.state()).isEqualTo(OperationState.CANCELLED);
            assertThat(cancelled.startedAt()).isEmpty();
            assertThat(cloner.events("clone.cancelled")).hasSize(1);
            gate.open();
            assertThat(cloner.awaitEnd(first).state()).isEqualTo(OperationState.COMPLETED);
        }
    }

    @Test
    void by_the_service_when_it_is_stopped() throws Exception {
        var gate = new PhaseGate(OperationPhase.COPYING);
        var url = LoftsDatabases.ofService();
        var settings = TestCloner.settings(folder, production, training);
        var before = rows(database(training), LOFTS);
        var cloner = TestCloner.start(url, settings, Walls.around(settings.environments()), gate);
        var started = cloner.start(request("production", "training"));
        gate.awaitReached();
        var closing = new Thread(cloner::close);
        closing.start();
        await().until(() -> !cloner.cloner().isTakingOn());
        gate.open();
        closing.join();

        try (var next = TestCloner.start(url, settings, Walls.around(settings.environments()), PhaseListener.NONE)) {
            var failed = next.awaitEnd(started);
            assertThat(failed.state()).isEqualTo(OperationState.FAILED);
            assertThat(failed.failure().orElseThrow().slug()).isEqualTo("service-was-stopped");
            assertThat(rows(database(training), LOFTS)).isEqualTo(before);
            next.requireNothingLeft(production, training);
        }
    }
}
