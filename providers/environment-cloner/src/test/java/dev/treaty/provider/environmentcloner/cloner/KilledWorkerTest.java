package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.ADA;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.database;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.request;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.backups.Backups;
import dev.treaty.provider.environmentcloner.checks.CloneChecks;
import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.clones.Clones;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationQueue;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.environmentcloner.walls.Walls;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;
import dev.treaty.provider.service.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process of a worker with SIGKILL at random moments of clones and restorations: the target is the old one or the new one, whole, and
 * the next start leaves nothing of the rest. Five times in each build, a hundred times at night.
 */
class KilledWorkerTest {

    private static final int FEW_ROWS = 500;
    private static final int MANY_ROWS = 2_000;
    private static final int KILLS_BETWEEN_RESTORATIONS = 3;

    /** From the last one on, so that five kills meet the swap. */
    private static final List<OperationPhase> PHASES = List.of(OperationPhase.values());

    private static final int LONGEST_PAUSE_MILLISECONDS = 150;

    /** Of all tables, so that half of a target would show. */
    private static final List<String> CONTENT = List.of(
            "SELECT count(*), md5(string_agg(p::text, '' ORDER BY id)) FROM people.profiles p",
            "SELECT count(*), md5(string_agg(r::text, '' ORDER BY id)) FROM reservations.reservations r",
            "SELECT count(*), md5(string_agg(m::text, '' ORDER BY id)) FROM conversations.messages m",
            "SELECT count(*), md5(string_agg(l::text, '' ORDER BY id)) FROM audit.audit_logs l",
            "SELECT count(*), '' FROM pg_constraint WHERE contype IN ('p', 'u', 'f') AND convalidated",
            "SELECT count(*), '' FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'");

    @TempDir
    private Path folder;

    private Environment production;
    private Environment training;
    private ClonerSettings settings;
    private String url;

    @BeforeEach
    void create(TestInfo test) throws Exception {
        production = TestEnvironments.production(
                LoftsDatabases.withRows(test.getTags().contains("nightly") ? MANY_ROWS : FEW_ROWS));
        training = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.withRows(100));
        settings = TestCloner.settings(folder, production, training);
        url = LoftsDatabases.ofService();
    }

    @Test
    void the_target_is_the_old_or_the_new_one_after_five_kills() throws Exception {
        killWorkers(5, new Random(13));
    }

    @Tag("nightly")
    @Test
    void the_target_is_the_old_or_the_new_one_after_a_hundred_kills() throws Exception {
        killWorkers(100, new Random());
    }

    private void killWorkers(int kills, Random random) throws Exception {
        var checks = new CloneChecks(settings, Walls.around(settings.environments()));
        var queue = new OperationQueue(settings.running(), settings.queued());
        var worker = launch();
        try (var database = Database.open("environment-cloner", Optional.of(url))) {
            var clones = new Clones(database.jdbi(), checks, queue, () -> {}, Clock.systemUTC());
            var backups = new Backups(database.jdbi(), settings, checks, queue, () -> {}, Clock.systemUTC());
            Optional<Former> former = Optional.empty();
            for (var kill = 0; kill < kills; kill++) {
                var before = content(training);
                var phase = former.isPresent() && former.get().kind() == BackupKind.DATABASE
                        ? OperationPhase.SWAPPING
                        : PHASES.get(PHASES.size() - 1 - kill % PHASES.size());
                worker.work();
                var operation = former.isPresent()
                        ? backups.restore(former.get().backup(), ADA, InTransaction.NOTHING)
                        : clones.start(request("production", "training"), ADA, InTransaction.NOTHING);
                awaitPhase(clones, operation, phase, kill + 1);
                worker.kill(random.nextInt(LONGEST_PAUSE_MILLISECONDS));
                if (kill + 1 < kills) {
                    worker = launch();
                }
                former = takenUp(operation, before, former, kill + 1);
            }
        } finally {
            worker.close();
        }
    }

    /**
     * A former database of the target.
     *
     * @param backup its id
     */
    private record Former(String backup, BackupKind kind, List<String> content) {}

    private ClonerProcess launch() throws IOException {
        return ClonerProcess.launch(url, folder, production, training);
    }

    private static void awaitPhase(Clones clones, Operation operation, OperationPhase phase, int kill) {
        await("the phase %s, for kill %d".formatted(phase.word(), kill))
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    var now = clones.find(operation.id());
                    return now.state().isFinal()
                            || now.phase()
                                    .filter(reached -> reached.compareTo(phase) >= 0)
                                    .isPresent();
                });
    }

    /** The next start, of this or any other replica, leaves nothing of it; returns what is restored next, if anything is. */
    private Optional<Former> takenUp(Operation operation, List<String> before, Optional<Former> former, int nextKill)
            throws Exception {
        try (var next = TestCloner.start(url, settings, Walls.around(settings.environments()), PhaseListener.NONE)) {
            requireWhole(next.awaitEnd(operation), before, former);
            next.requireNothingLeft(production, training);
            assertThat(folder.resolve("work").toFile().list()).isNullOrEmpty();
            if (nextKill % KILLS_BETWEEN_RESTORATIONS != KILLS_BETWEEN_RESTORATIONS - 1) {
                return Optional.empty();
            }
            var kind = nextKill % 2 == 0 ? BackupKind.FILE : BackupKind.DATABASE;
            var content = content(training);
            var usual = request("production", "training");
            var clone = next.cloned(new CloneRequest(
                    usual.source(),
                    usual.target(),
                    usual.systems(),
                    usual.profile(),
                    Optional.of(kind),
                    usual.validate(),
                    usual.maxAge()));
            return Optional.of(new Former(clone.backup().orElseThrow(), kind, content));
        }
    }

    private void requireWhole(Operation operation, List<String> before, Optional<Former> former) {
        var now = content(training);
        if (operation.state() == OperationState.COMPLETED) {
            assertThat(now).isNotEqualTo(before);
            if (former.isPresent()) {
                assertThat(now).isEqualTo(former.get().content());
            } else {
                assertThat(counts(now)).isEqualTo(counts(content(production)));
            }
            assertThat(operation.backup()).isPresent();
        } else {
            assertThat(operation.state()).isEqualTo(OperationState.FAILED);
            assertThat(operation.failure().orElseThrow().slug()).isEqualTo("worker-died");
            assertThat(operation.rolledBack()).isTrue();
            assertThat(now).isEqualTo(before);
        }
    }

    private static List<String> content(Environment environment) {
        return CONTENT.stream()
                .flatMap(query -> rows(database(environment), query).stream())
                .toList();
    }

    private static List<String> counts(List<String> content) {
        return content.stream().map(row -> row.replaceFirst("\t.*", "")).toList();
    }
}
