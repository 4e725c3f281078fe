package dev.treaty.provider.service.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestBodiesTest {

    private static final int LARGEST = 1_000;

    private final BodyMemory memory = new BodyMemory(1_500);
    private final RequestBodies bodies = new RequestBodies(LARGEST, Duration.ofMinutes(1), memory);
    private final Javalin server = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.jetty.modifyServer(jetty -> jetty.insertHandler(bodies));
                bodies.configure(config.routes);
                new ExceptionHandlers().configure(config.routes);
                config.routes.post("/books", context -> context.result(context.body()));
            })
            .start("127.0.0.1", 0);

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void bodies_that_do_not_fit_into_memory_are_refused_until_others_are_done() throws IOException {
        try (var slow = post(LARGEST, "x".repeat(LARGEST - 1))) {
            await().until(() -> memory.taken() == LARGEST - 1);

            try (var another = post(LARGEST, "x".repeat(LARGEST))) {
                assertThat(response(another))
                        .startsWith("HTTP/1.1 503 ")
                        .contains("\r\nRetry-After: 1\r\n", "\"type\":\"https://treaty.dev/problems/too-busy\"");
            }

            slow.getOutputStream().write('x');
            assertThat(response(slow)).startsWith("HTTP/1.1 200 ").endsWith("x".repeat(LARGEST));
        }
        await().until(() -> memory.taken() == 0);
    }

    @Test
    void a_client_that_goes_leaves_nothing_in_memory() throws IOException {
        try (var client = post(LARGEST, "x".repeat(600))) {
            await().until(() -> memory.taken() == 600);
            assertThat(client.isConnected()).isTrue();
        }

        await().until(() -> memory.taken() == 0);
    }

    @Test
    void a_chunked_body_is_counted() throws IOException {
        try (var client =
                sent("Transfer-Encoding: chunked", "3e8\r\n" + "x".repeat(1_000) + "\r\n1\r\nx\r\n0\r\n\r\n")) {
            assertThat(response(client)).startsWith("HTTP/1.1 413 ").contains("\"limit\":1000");
        }
        await().until(() -> memory.taken() == 0);
    }

    private Socket post(int length, String body) throws IOException {
        return sent("Content-Length: " + length, body);
    }

    private Socket sent(String framing, String body) throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), server.port());
        client.setSoTimeout(10_000);
        client.getOutputStream()
                .write("POST /books HTTP/1.1\r\nHost: library.example\r\nConnection: close\r\n%s\r\n\r\n%s"
                        .formatted(framing, body)
                        .getBytes(ISO_8859_1));
        return client;
    }

    private static String response(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), ISO_8859_1);
    }
}
