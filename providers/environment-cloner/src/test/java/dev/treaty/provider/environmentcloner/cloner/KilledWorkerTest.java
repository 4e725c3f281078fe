package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.ADA;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.database;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.request;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.checks.CloneChecks;
import dev.treaty.provider.environmentcloner.clones.Clones;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationQueue;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.walls.Walls;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;
import dev.treaty.provider.service.database.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process of a worker with SIGKILL at random moments of a clone: the target is the old one or the new one, whole, and the next start
 * leaves nothing of the rest. Five times in each build, a hundred times at night.
 */
class KilledWorkerTest {

    private static final int ROWS = 2_000;
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
        var production = TestEnvironments.production(LoftsDatabases.withRows(ROWS));
        var training = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.withRows(100));
        var url = LoftsDatabases.withoutTables();
        try (var database = Database.open("environment-cloner", Optional.of(url))) {
            var settings = TestCloner.settings(folder, production, training);
            var walls = Walls.around(settings.environments());
            var clones = new Clones(
                    database.jdbi(),
                    new CloneChecks(settings, walls),
                    new OperationQueue(settings.running(), settings.queued()),
                    () -> {},
                    Clock.systemUTC());
            for (var kill = 0; kill < kills; kill++) {
                var before = content(training);
                var clone = killed(url, production, training, clones, kill, random);
                // the next start, of this or any other replica
                try (var next = TestCloner.start(url, settings, walls, PhaseListener.NONE)) {
                    requireWhole(next.awaitEnd(clone), before, production, training);
                    next.requireNothingLeft(production, training);
                }
                assertThat(folder.resolve("work").toFile().list()).isNullOrEmpty();
            }
        }
    }

    /** A clone whose worker was killed, in one phase after the other, at a random moment of it. */
    private Operation killed(
            String url, Environment production, Environment training, Clones clones, int kill, Random random)
            throws Exception {
        var phases = OperationPhase.values();
        var phase = phases[kill % phases.length];
        try (var worker = ClonerProcess.start(url, folder, production, training)) {
            var clone = clones.start(request("production", "training"), ADA, InTransaction.NOTHING);
            await().atMost(Duration.ofSeconds(60))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> clones.find(clone.id())
                            .phase()
                            .filter(now -> now.compareTo(phase) >= 0)
                            .isPresent());
            worker.kill(random.nextInt(LONGEST_PAUSE_MILLISECONDS));
            return clone;
        }
    }

    private static void requireWhole(
            Operation clone, List<String> before, Environment production, Environment training) {
        var now = content(training);
        if (clone.state() == OperationState.COMPLETED) {
            assertThat(now).isNotEqualTo(before);
            assertThat(counts(now)).isEqualTo(counts(content(production)));
            assertThat(clone.backup()).isPresent();
        } else {
            assertThat(clone.state()).isEqualTo(OperationState.FAILED);
            assertThat(clone.failure().orElseThrow().slug()).isEqualTo("worker-died");
            assertThat(clone.rolledBack()).isTrue();
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
