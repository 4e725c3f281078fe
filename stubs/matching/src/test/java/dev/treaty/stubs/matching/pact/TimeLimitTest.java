package dev.treaty.stubs.matching.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.stubs.matching.pact.TimeLimit.TooLong;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void work_that_is_done_in_time_gives_its_result() {
        assertThat(new TimeLimit(PATIENCE).<String>within(() -> "done")).isEqualTo("done");
    }

    @Test
    void the_end_of_the_heap_is_not_a_failed_comparison() {
        var failure = new OutOfMemoryError("as the test wants it");

        assertThatThrownBy(() -> new TimeLimit(PATIENCE).within(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void a_regex_ends_when_nobody_waits_for_it_any_longer() throws Exception {
        var ended = new CountDownLatch(1);
        var limit = new TimeLimit(Duration.ofMillis(20));

        assertThatThrownBy(() -> limit.within(() -> {
                    try {
                        BoundedText.match(
                                Pattern.compile("(a+)+\\1b"), "a".repeat(200), new BoundedText.Steps(Long.MAX_VALUE));
                        return "a match";
                    } finally {
                        ended.countDown();
                    }
                }))
                .isInstanceOf(TooLong.class)
                .hasMessage("Longer than 20 ms");

        ended.await();
    }

    @Test
    void more_work_than_can_be_done_soon_is_refused_at_once() throws Exception {
        var limit = new TimeLimit(PATIENCE);
        var release = new CountDownLatch(1);
        var threads = Executors.newCachedThreadPool();
        try {
            var waiting = new ArrayList<CompletableFuture<Object>>();
            for (var i = 0; i < 20; i++) {
                waiting.add(CompletableFuture.supplyAsync(() -> limit.within(() -> awaited(release)), threads));
            }

            assertThatThrownBy(() -> CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new))
                            .join())
                    .hasCauseInstanceOf(TooLong.class)
                    .hasMessageContaining("Too many requests that take long");
        } finally {
            release.countDown();
            threads.shutdown();
        }
    }

    private static Object awaited(CountDownLatch latch) {
        try {
            latch.await();
            return "done";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
