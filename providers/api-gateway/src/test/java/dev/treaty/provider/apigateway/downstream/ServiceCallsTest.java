package dev.treaty.provider.apigateway.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.apigateway.http.NoContent;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Unavailable;
import dev.treaty.provider.testing.ManualClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ServiceCallsTest {

    private static final ServiceResponse<NoContent> DONE = new ServiceResponse.Success<>(new NoContent());

    /** As long as one call, so that a caller has no patience left to wait for another to finish. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ManualClock clock = ManualClock.now();
    private final ServiceCalls slow = new ServiceCalls(
            new ServiceCircuit("workspace-service", clock), PATIENCE, PATIENCE, clock, new SimpleMeterRegistry());

    @Test
    void calls_to_a_slow_service_are_limited() throws Exception {
        var inProgress = new CountDownLatch(ServiceCalls.PLACES);
        var respond = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(ServiceCalls.PLACES);
        try {
            var calls = new ArrayList<Future<ServiceResponse<NoContent>>>();
            for (var call = 0; call < ServiceCalls.PLACES; call++) {
                calls.add(threads.submit(() -> slow.call(() -> {
                    inProgress.countDown();
                    await(respond);
                    return DONE;
                })));
            }
            await(inProgress);

            var oneMore = (Unavailable<NoContent>) slow.call(() -> DONE);

            assertThat(oneMore.retryAfter()).contains("1");
            assertThat(oneMore.explanation()).isEqualTo("""
                    workspace-service is not called because 64 calls to it are in progress.
                      where: the gateway's limit of calls to one service
                      fix:   see what keeps workspace-service busy, or start more gateways""");

            respond.countDown();
            for (var call : calls) {
                assertThat(call.get()).isEqualTo(DONE);
            }
            assertThat(slow.call(() -> DONE)).isEqualTo(DONE);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
