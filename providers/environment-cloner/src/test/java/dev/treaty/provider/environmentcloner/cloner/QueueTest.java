package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.inventory.EnvironmentStatus;
import dev.treaty.provider.environmentcloner.operations.NewOperation;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationChanges;
import dev.treaty.provider.environmentcloner.operations.OperationFilter;
import dev.treaty.provider.environmentcloner.operations.OperationKind;
import dev.treaty.provider.environmentcloner.operations.OperationOptions;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationRows;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.refusals.TargetIsBeingCloned;
import dev.treaty.provider.environmentcloner.refusals.TooManyClones;
import dev.treaty.provider.environmentcloner.walls.Walls;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several clones at once, of one replica and of two that share a database. */
class QueueTest {

    @TempDir
    private Path folder;

    @Test
    void so_many_run_and_so_many_wait_and_no_more() throws Exception {
        var production = TestEnvironments.emptyProduction();
        var targets = targets(3);
        var usual = TestCloner.settings(folder, with(production, targets));
        var gate = new PhaseGate(OperationPhase.CHECKING);
        try (var cloner =
                TestCloner.start(TestCloner.withQueue(usual, 1, 1), Walls.around(usual.environments()), gate)) {
            var first = cloner.start(request("production", "target-0"));
            gate.awaitReached();
            var second = cloner.start(request("production", "target-1"));

            var full = catchThrowableOfType(TooManyClones.class, () -> cloner.start(request("production", "target-2")));
            var taken = catchThrowableOfType(
                    TargetIsBeingCloned.class, () -> cloner.start(request("production", "target-1")));

            assertThat(full.retryAfter()).isPositive();
            assertThat(taken.operation()).isEqualTo(second.id());
            assertThat(cloner.cloner().environments().find("target-0").state())
                    .isEqualTo(EnvironmentStatus.State.CLONING);
            assertThat(states(cloner)).containsExactly(OperationState.QUEUED, OperationState.RUNNING);
            gate.open();
            assertThat(cloner.awaitEnd(first).state()).isEqualTo(OperationState.COMPLETED);
            assertThat(cloner.awaitEnd(second).state()).isEqualTo(OperationState.COMPLETED);
            assertThat(cloner.cloned(request("production", "target-2")).number())
                    .isGreaterThan(second.number());
        }
    }

    @Test
    void two_replicas_never_clone_into_one_target_at_once_and_share_the_limit() throws Exception {
        var production = TestEnvironments.emptyProduction();
        var targets = targets(3);
        var settings = TestCloner.settings(folder, with(production, targets));
        var url = LoftsDatabases.ofService();
        var watch = new ConcurrencyWatch();
        try (var one = TestCloner.start(url, settings, Walls.around(settings.environments()), watch);
                var other = TestCloner.start(url, settings, Walls.around(settings.environments()), watch)) {
            var callers = Executors.newFixedThreadPool(6);
            var started = new ArrayList<Operation>();
            try {
                var attempts = new ArrayList<Callable<@Nullable Operation>>();
                for (var i = 0; i < 6; i++) {
                    var replica = i % 2 == 0 ? one : other;
                    var target = "target-" + i / 2;
                    attempts.add(() -> attempt(replica, target));
                }
                for (var attempt : callers.invokeAll(attempts)) {
                    var operation = attempt.get();
                    if (operation != null) {
                        started.add(operation);
                    }
                }
            } finally {
                callers.shutdown();
            }

            assertThat(started)
                    .extracting(Operation::target)
                    .containsExactlyInAnyOrder("target-0", "target-1", "target-2");
            for (var operation : started) {
                assertThat(other.awaitEnd(operation).state()).isEqualTo(OperationState.COMPLETED);
            }
            assertThat(watch.most()).isEqualTo(2);
            one.requireNothingLeft(targets.toArray(Environment[]::new));
        }
    }

    @Test
    void an_operation_whose_worker_is_dead_is_ended_by_any_replica_that_runs() throws Exception {
        var production = TestEnvironments.emptyProduction();
        var target = targets(1).get(0);
        try (var cloner = TestCloner.start(folder, production, target)) {
            var options = new OperationOptions(List.of("audit"), Optional.empty(), Optional.empty(), true, Map.of());
            var dead = cloner.database().jdbi().<Operation, RuntimeException>inTransaction(handle -> {
                var now = cloner.clock().instant();
                var added = OperationRows.insert(
                        handle,
                        new NewOperation(
                                "cln_dead",
                                OperationKind.CLONE,
                                Optional.of("production"),
                                target.id(),
                                options,
                                Optional.empty(),
                                TestCloner.ADA,
                                now));
                OperationChanges.begin(handle, added.id(), now);
                return added;
            });

            var ended = cloner.awaitEnd(dead);

            assertThat(ended.failure().orElseThrow().what())
                    .isEqualTo("The service ended in the phase checking, before the operation was over.");
            assertThat(ended.rolledBack()).isTrue();
            assertThat(cloner.events("clone.failed")).hasSize(1);
            assertThat(cloner.cloned(request("production", target.id())).state())
                    .isEqualTo(OperationState.COMPLETED);
        }
    }

    private static @Nullable Operation attempt(TestCloner replica, String target) {
        try {
            return replica.start(request("production", target));
        } catch (TargetIsBeingCloned e) {
            return null;
        }
    }

    /** Counts how many operations are between their first and their last phase, of all replicas. */
    private static final class ConcurrencyWatch implements PhaseListener {

        private final Set<String> running = ConcurrentHashMap.newKeySet();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public void entered(Operation operation, OperationPhase phase) {
            if (phase == OperationPhase.SWAPPING) {
                running.remove(operation.id());
            } else {
                running.add(operation.id());
                most.accumulateAndGet(running.size(), Math::max);
            }
        }

        int most() {
            return most.get();
        }
    }

    private static List<Environment> targets(int number) throws Exception {
        var targets = new ArrayList<Environment>();
        for (var i = 0; i < number; i++) {
            targets.add(TestEnvironments.target("target-" + i, EnvironmentKind.TEST, LoftsDatabases.empty()));
        }
        return targets;
    }

    private static Environment[] with(Environment production, List<Environment> targets) {
        var all = new ArrayList<>(List.of(production));
        all.addAll(targets);
        return all.toArray(Environment[]::new);
    }

    private static List<OperationState> states(TestCloner cloner) {
        return cloner
                .cloner()
                .clones()
                .list(new OperationFilter(Optional.empty(), Optional.empty(), 10, OptionalLong.empty()))
                .items()
                .stream()
                .map(Operation::state)
                .toList();
    }
}
