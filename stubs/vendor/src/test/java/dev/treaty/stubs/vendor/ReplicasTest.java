package dev.treaty.stubs.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.vendor.store.RealRedis;
import dev.treaty.stubs.vendor.world.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two servers, each a process of its own, that share their state in Redis; one is killed half-way. */
@ExtendWith(RealRedis.class)
class ReplicasTest {

    private static final int ORDERS = 10;
    private static final int ACCOUNTS = 200;
    private static final int CLIENTS = 16;
    private static final int ATTEMPTS = 60;

    @Test
    void a_server_that_is_killed_takes_nothing_with_it(String redis) throws Exception {
        run(redis, 50);
    }

    @Test
    @Tag("nightly")
    void a_server_that_is_killed_takes_nothing_of_ten_thousand_flows_with_it(String redis) throws Exception {
        run(redis, 10_000);
    }

    private static void run(String redis, int flows) throws Exception {
        try (var one = ServerProcess.start(redis);
                var other = ServerProcess.start(redis)) {
            var run = UUID.randomUUID().toString();
            var client = new RoundRobin(List.of(one.url(), other.url()));
            var done = new AtomicInteger();
            var threads = Executors.newFixedThreadPool(CLIENTS);
            var all = threads.invokeAll(IntStream.range(0, flows)
                    .mapToObj(flow -> (Callable<Void>) () -> {
                        if (done.incrementAndGet() == flows / 2) {
                            one.kill();
                        }
                        flow(client, run + "-" + flow % ACCOUNTS, String.valueOf(flow));
                        return null;
                    })
                    .toList());
            for (var flow : all) {
                flow.get();
            }
            threads.shutdown();
            for (var account = 0; account < Math.min(flows, ACCOUNTS); account++) {
                var expected = ORDERS * ((flows - account + ACCOUNTS - 1) / ACCOUNTS);
                assertThat(client.get(run + "-" + account, "/orders").path("orders"))
                        .hasSize(expected);
            }
        }
    }

    /** Twelve requests: ten orders of one table, one of them read again, and the list. */
    private static void flow(RoundRobin client, String key, String table) throws InterruptedException {
        var ids = IntStream.range(0, ORDERS)
                .mapToObj(n -> client.put(
                                key, "/orders/%s-%d".formatted(table, n), "{\"table\": \"%s\"}".formatted(table))
                        .path("id")
                        .asText())
                .toList();
        assertThat(client.get(key, "/orders/" + ids.get(0)).path("table").asText())
                .isEqualTo(table);
        assertThat(client.get(key, "/orders?table=" + table).path("orders"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(ids);
    }

    /** Asks the servers in turn, and the next one if one does not respond. */
    private static final class RoundRobin {

        private final List<String> urls;
        private final AtomicInteger turn = new AtomicInteger();
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        RoundRobin(List<String> urls) {
            this.urls = urls;
        }

        JsonNode get(String key, String target) {
            return send(key, target, HttpRequest.newBuilder().GET());
        }

        JsonNode put(String key, String target, String body) {
            return send(key, target, HttpRequest.newBuilder().PUT(HttpRequest.BodyPublishers.ofString(body)));
        }

        private JsonNode send(String key, String target, HttpRequest.Builder request) {
            for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
                var url = urls.get(Math.floorMod(turn.getAndIncrement(), urls.size()));
                try {
                    var response = http.send(
                            request.uri(URI.create(url + target))
                                    .setHeader("Authorization", "Bearer " + key)
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
                    assertThat(response.statusCode()).isBetween(200, 299);
                    return Json.parse(response.body());
                } catch (IOException e) {
                    // it was killed
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            throw new IllegalStateException("No server responds");
        }
    }

    /** A server as a process. Whatever was killed keeps its port, which another process of this machine might take and respond there. */
    private static final class ServerProcess implements AutoCloseable {

        private final Process process;
        private final URI url;
        private ServerSocket portOfKilled = new ServerSocket();

        private ServerProcess(Process process) throws IOException {
            this.process = process;
            url = URI.create(process.inputReader().readLine());
        }

        static ServerProcess start(String store) throws IOException {
            return new ServerProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KioskServer.class.getName(),
                            store)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }

        String url() {
            return url.toString();
        }

        void kill() throws IOException {
            process.destroyForcibly().onExit().join();
            portOfKilled = new ServerSocket(url.getPort(), 50, InetAddress.getByName(url.getHost()));
            var refusing = new Thread(this::refuse, "refuse");
            refusing.setDaemon(true);
            refusing.start();
        }

        private void refuse() {
            try {
                while (true) {
                    portOfKilled.accept().close();
                }
            } catch (IOException e) {
                // the test is over
            }
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            portOfKilled.close();
        }
    }
}
