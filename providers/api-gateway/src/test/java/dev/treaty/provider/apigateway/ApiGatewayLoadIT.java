package dev.treaty.provider.apigateway;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.testing.ServiceProcess;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The packaged gateway under load: a thousand connections that are open at the same time, all asking at once, ten to a
 * user. Each user asks more often than the quota allows, so how many are refused is known beforehand.
 *
 * <p>{@code -Dload.requests=40} makes each connection ask that often; otherwise it is twice, which shows that all are answered,
 * but measures a gateway that has not warmed up.
 */
@Isolated("what others do on the same cores would be measured, too")
class ApiGatewayLoadIT {

    private static final int CONNECTIONS = 1_000;
    private static final int USERS = 100;
    private static final int REQUESTS = Integer.getInteger("load.requests", 2);

    /** Of a user, whose ten connections ask for more. */
    private static final long QUOTA = REQUESTS * 6L;

    @Test
    void a_thousand_connections_are_answered_or_refused_by_the_quota_and_nothing_else() throws Exception {
        try (var services = StubbedServices.start();
                var gateway = ServiceProcess.start("api-gateway", environment(services))) {
            var answers = load(gateway.url());

            var statuses = answers.stream().collect(groupingBy(Answer::status, TreeMap::new, counting()));
            report(answers, statuses);
            assertThat(statuses)
                    .containsOnly(
                            Map.entry(200, USERS * QUOTA),
                            Map.entry(429, (long) CONNECTIONS * REQUESTS - USERS * QUOTA));
        }
    }

    private record Answer(int status, long nanos) {}

    private static List<Answer> load(URI gateway) throws Exception {
        var connected = new CountDownLatch(CONNECTIONS);
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        var tokens = IntStream.range(0, USERS)
                .mapToObj(user -> TestKey.USUAL.token("usr_" + user))
                .toList();
        try {
            var tasks = new ArrayList<Callable<List<Answer>>>();
            for (var connection = 0; connection < CONNECTIONS; connection++) {
                var token = tokens.get(connection % USERS);
                tasks.add(() -> ask(gateway, token, connected));
            }
            var answers = new ArrayList<Answer>();
            for (var asked : threads.invokeAll(tasks)) {
                answers.addAll(asked.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError("a connection was not answered", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Answer> ask(URI gateway, String token, CountDownLatch connected)
            throws IOException, InterruptedException {
        try (var connection = LoadConnection.open(gateway, "/v1/workspaces/ws_42", token)) {
            connected.countDown();
            connected.await();
            var answers = new ArrayList<Answer>();
            for (var request = 0; request < REQUESTS; request++) {
                var start = System.nanoTime();
                var status = connection.status();
                answers.add(new Answer(status, System.nanoTime() - start));
            }
            return answers;
        }
    }

    private static void report(List<Answer> answers, Map<Integer, Long> statuses) {
        var sorted = answers.stream().mapToLong(Answer::nanos).sorted().toArray();
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

    /** What is measured is the gateway, not how long callers are willing to wait for a stub on the same two cores. */
    private static Map<String, String> environment(StubbedServices services) {
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
