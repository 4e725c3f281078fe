package dev.treaty.provider.apigateway;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.testing.ServiceProcess;
import dev.treaty.provider.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The packaged gateway under load: a thousand simultaneous connections, ten per user. Each user sends more requests than the quota allows, so
 * the number of refusals is known in advance.
 *
 * <p>{@code -Dload.requests=40} makes each connection send that many requests. The default of two shows that every request gets a response,
 * but measures a gateway that has not warmed up, so only the other prints how long they took.
 */
@Isolated("would also measure what other tests do on the same cores")
class GatewayLoadIT {

    private static final int CONNECTIONS = 1_000;
    private static final int USERS = 100;
    private static final @Nullable Integer ASKED_FOR = Integer.getInteger("load.requests");
    private static final int REQUESTS = ASKED_FOR == null ? 2 : ASKED_FOR;

    /** Per user; the ten connections of a user send more. */
    private static final long QUOTA = REQUESTS * 6L;

    @Test
    void every_request_of_a_thousand_connections_succeeds_or_is_refused_by_the_quota() throws Exception {
        try (var services = StubServices.start();
                var gateway = ServiceProcess.start("api-gateway", environment(services))) {
            var responses = load(gateway.url());

            var statuses = responses.stream().collect(groupingBy(TimedResponse::status, TreeMap::new, counting()));
            if (ASKED_FOR != null) {
                report(responses, statuses);
            }
            assertThat(statuses)
                    .containsOnly(
                            Map.entry(200, USERS * QUOTA),
                            Map.entry(429, (long) CONNECTIONS * REQUESTS - USERS * QUOTA));
        }
    }

    private record TimedResponse(int status, long nanos) {}

    private static List<TimedResponse> load(URI gateway) throws Exception {
        var connected = new CountDownLatch(CONNECTIONS);
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        var tokens = IntStream.range(0, USERS)
                .mapToObj(user -> TestTokens.USUAL.token("usr_" + user))
                .toList();
        try {
            var tasks = new ArrayList<Callable<List<TimedResponse>>>();
            for (var connection = 0; connection < CONNECTIONS; connection++) {
                var token = tokens.get(connection % USERS);
                tasks.add(() -> ask(gateway, token, connected));
            }
            var responses = new ArrayList<TimedResponse>();
            for (var asked : threads.invokeAll(tasks)) {
                responses.addAll(asked.get());
            }
            return responses;
        } catch (ExecutionException e) {
            throw new AssertionError("a request got no response", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<TimedResponse> ask(URI gateway, String token, CountDownLatch connected)
            throws IOException, InterruptedException {
        try (var connection = LoadConnection.open(gateway, "/v1/workspaces/ws_42", token)) {
            connected.countDown();
            connected.await();
            var responses = new ArrayList<TimedResponse>();
            for (var request = 0; request < REQUESTS; request++) {
                var start = System.nanoTime();
                var status = connection.status();
                responses.add(new TimedResponse(status, System.nanoTime() - start));
            }
            return responses;
        }
    }

    private static void report(List<TimedResponse> responses, Map<Integer, Long> statuses) {
        var sorted = responses.stream().mapToLong(TimedResponse::nanos).sorted().toArray();
        System.out.printf(
                "gateway under load: %d connections, %d requests, %s; p50 %d ms, p99 %d ms, longest %d ms%n",
                CONNECTIONS,
                sorted.length,
                statuses,
                milliseconds(sorted[sorted.length / 2]),
                milliseconds(sorted[sorted.length * 99 / 100]),
                milliseconds(sorted[sorted.length - 1]));
    }

    private static long milliseconds(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    /** With long timeouts: the gateway is measured, not the stub server on the same cores. */
    private static Map<String, String> environment(StubServices services) {
        return Map.of(
                "AUTH_SERVICE_URL",
                services.authService().toString(),
                "WORKSPACE_SERVICE_URL",
                services.workspaceService().toString(),
                "PATIENCE_MILLISECONDS",
                "30000",
                "CALL_TIMEOUT_MILLISECONDS",
                "10000",
                "RATE_LIMIT_REQUESTS",
                String.valueOf(QUOTA),
                "RATE_LIMIT_WINDOW_SECONDS",
                "600",
                "LOG_LEVEL",
                "WARN");
    }
}
