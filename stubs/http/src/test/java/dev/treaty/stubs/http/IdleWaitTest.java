package dev.treaty.stubs.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdleWaitTest {

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicLong requests = new AtomicLong();
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Test
    void waits_while_requests_are_completed() throws Exception {
        var wait = new IdleWait(() -> Math.min(requests.incrementAndGet(), 10), stopped);

        assertThat(wait.await(SHORT, LONG)).isTrue();
        assertThat(requests).hasValueGreaterThanOrEqualTo(10);
    }

    @Test
    void goes_on_after_the_longest_wait_although_there_are_requests() throws Exception {
        assertThat(new IdleWait(requests::incrementAndGet, stopped).await(SHORT, SHORT))
                .isTrue();
    }

    @Test
    void says_that_the_server_was_stopped() throws Exception {
        stopped.countDown();

        assertThat(new IdleWait(requests::get, stopped).await(LONG, LONG)).isFalse();
    }
}
