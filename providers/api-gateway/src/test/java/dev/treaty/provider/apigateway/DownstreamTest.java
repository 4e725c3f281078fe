package dev.treaty.provider.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.apigateway.http.Done;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Unavailable;
import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.provider.testing.ManualClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DownstreamTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final ServiceResponse<Done> DONE = new ServiceResponse.Success<>(new Done());

    /** Who calls has no patience for more than one call, and so none to wait for a place. */
    private static final GatewaySettings IMPATIENT = GatewaySettings.between(NOWHERE, NOWHERE)
            .withTimeouts(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5)), Duration.ofSeconds(5));

    private final ManualClock clock = ManualClock.now();
    private final Downstream slow =
            new Downstream(new Circuit("workspace-service", clock), IMPATIENT, clock, new SimpleMeterRegistry());

    @Test
    void a_slow_service_holds_up_only_so_many() throws Exception {
        var underWay = new CountDownLatch(Downstream.PLACES);
        var answer = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(Downstream.PLACES);
        try {
            var calls = new ArrayList<Future<ServiceResponse<Done>>>();
            for (var call = 0; call < Downstream.PLACES; call++) {
                calls.add(threads.submit(() -> slow.call(() -> {
                    underWay.countDown();
                    await(answer);
                    return DONE;
                })));
            }
            await(underWay);

            var oneMore = (Unavailable<Done>) slow.call(() -> DONE);

            assertThat(oneMore.retryAfter()).contains("1");
            assertThat(oneMore.explanation()).isEqualTo("""
                    workspace-service is not called because 64 calls to it are under way.
                      where: the gateway's limit of calls to one service
                      fix:   see what keeps workspace-service busy, or start more gateways""");

            answer.countDown();
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
