package dev.treaty.stubs.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose heap is used up says so and ends, whichever collector it has; it is not left half alive. */
class OutOfMemoryIT {

    /** As HotSpot's with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int CLIENTS = 4;
    private static final String LARGE = "x".repeat(100_000);

    @TempDir
    private Path folder;

    private Path contract;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger number = new AtomicInteger();

    @BeforeEach
    void write() throws IOException {
        contract = Files.writeString(folder.resolve("web-shop.json"), """
                {"consumer": {"name": "web"}, "provider": {"name": "shop"},
                 "interactions": [{"description": "a greeting", "request": {"method": "GET", "path": "/greeting"}, "response": {"status": 204}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                """);
    }

    /** Nothing bounds the mappings that are added: who may add them may also shut the server down. */
    @ParameterizedTest
    @ValueSource(strings = {"UseSerialGC", "UseG1GC"})
    void a_server_that_runs_out_of_memory_says_so_and_ends(String collector) throws Exception {
        try (var stubs = StubServerProcess.servingWith(
                List.of("-Xmx64m", "-XX:-UseSerialGC", "-XX:+" + collector),
                "--port=0",
                "--listen=shop=0",
                "--pacts=" + contract)) {
            var mappings = URI.create(stubs.url("shop") + "/__admin/mappings");
            var clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> new Thread(() -> addMappings(stubs, mappings)))
                    .toList();
            clients.forEach(Thread::start);

            assertThat(stubs.end()).isEqualTo(OUT_OF_MEMORY);
            assertThat(String.join("\n", stubs.printed())).matches("""
                            (?s)(.*\n)?treaty has run out of memory and ends\\.
                              where: the heap, which may have 6\\d MiB
                              fix:   start it with more: java -Xmx12\\dm -jar …""");
            for (var client : clients) {
                client.join();
            }
        }
    }

    private void addMappings(StubServerProcess stubs, URI mappings) {
        while (stubs.isAlive()) {
            var mapping = """
                    {"request": {"method": "GET", "url": "/%d"}, "response": {"status": 200, "body": "%s"}}""".formatted(number.incrementAndGet(), LARGE);
            try {
                client.send(
                        HttpRequest.newBuilder(mappings)
                                .timeout(Duration.ofSeconds(10))
                                .POST(BodyPublishers.ofString(mapping))
                                .build(),
                        BodyHandlers.discarding());
            } catch (IOException e) {
                // it is ending, or so busy that it does not respond
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
