package dev.treaty.provider.verification.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StateLocksTest {

    private final StateLocks locks = new StateLocks(Integer.MAX_VALUE);

    @Test
    void actions_without_a_common_key_run_in_parallel() throws Exception {
        var both = new CyclicBarrier(2);

        var first = CompletableFuture.supplyAsync(
                () -> locks.holding(List.of("ada", "ws_1"), () -> met(both)), ownThread());
        var second = CompletableFuture.supplyAsync(
                () -> locks.holding(List.of("bob", "ws_2"), () -> met(both)), ownThread());

        assertThat(first.get()).isTrue();
        assertThat(second.get()).isTrue();
    }

    @Test
    void actions_with_a_common_key_run_one_after_the_other_without_deadlock() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(4);
        var done = new CountDownLatch(400);

        for (var i = 0; i < 400; i++) {
            var keys = i % 2 == 0 ? List.of("ada", "bob") : List.of("bob", "ada");
            threads.execute(() -> {
                locks.holding(keys, () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    return inside.decrementAndGet();
                });
                done.countDown();
            });
        }

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
        threads.shutdown();
    }

    private static boolean met(CyclicBarrier both) {
        try {
            both.await(20, TimeUnit.SECONDS);
            return true;
        } catch (Exception e) {
            throw new AssertionError("the other action did not start", e);
        }
    }

    private static java.util.concurrent.Executor ownThread() {
        return task -> new Thread(task).start();
    }
}
