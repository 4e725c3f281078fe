package dev.treaty.provider.service.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.provider.service.ServiceOptions;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Clients that take their time, over real connections. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImpatientServerTest {

    private static final int THREADS = 12;
    private static final String LARGE = "x".repeat(100_000);

    private final HttpService service = HttpService.named(
                    "library", ServiceOptions.embedded().withClientTimeout(Duration.ofSeconds(1)))
            .routes(ImpatientServerTest::routes)
            .start();
    private final HttpService patient = HttpService.named(
                    "library", ServiceOptions.embedded().withClientTimeout(Duration.ofMinutes(1)))
            .threads(THREADS)
            .routes(ImpatientServerTest::routes)
            .start();

    private static void routes(RoutesConfig routes) {
        routes.get("/large", context -> context.result(LARGE));
        routes.post("/books", context -> context.result(context.body()));
    }

    @AfterAll
    void stop() {
        service.close();
        patient.close();
    }

    /** Each response fills the buffers of its connection; a server that waited for it would soon have no thread left. */
    @Test
    void clients_that_never_read_keep_no_thread() throws IOException {
        var clients = new ArrayList<Socket>();
        try {
            for (var client = 0; client < THREADS + 20; client++) {
                var socket = connected(patient);
                socket.getOutputStream()
                        .write(request("GET /large", "").repeat(40).getBytes(ISO_8859_1));
                clients.add(socket);
            }

            assertThat(response(patient, request("GET /health/live", "Connection: close\r\n")))
                    .startsWith("HTTP/1.1 200 ");
        } finally {
            close(clients);
        }
    }

    @Test
    void a_client_that_does_not_read_its_response_in_time_is_disconnected() throws IOException {
        try (var client = connected(service)) {
            client.getOutputStream().write(request("GET /large", "").repeat(40).getBytes(ISO_8859_1));

            await().until(() -> isDisconnected(client));
        }
    }

    @Test
    void pipelined_requests_are_answered_in_order() throws IOException {
        var requests = new StringBuilder();
        for (var body = 100; body < 150; body++) {
            requests.append(request("POST /books", "Content-Length: 3\r\n")).append(body);
        }

        var responses = response(patient, requests + request("GET /health/live", "Connection: close\r\n"));

        assertThat(responses.lines().filter(line -> line.matches("1\\d\\d.*")))
                .hasSize(50)
                .isSorted();
        assertThat(responses).contains("\"status\":\"up\"");
    }

    @Test
    void a_body_that_takes_too_long_is_refused_although_bytes_keep_coming() throws IOException {
        try (var client = connected(service)) {
            client.getOutputStream()
                    .write(request("POST /books", "Content-Length: 10000\r\n").getBytes(ISO_8859_1));

            assertThat(trickled(client))
                    .startsWith("HTTP/1.1 408 ")
                    .contains(
                            "\r\nConnection: close\r\n", "\"type\":\"https://treaty.dev/problems/request-timed-out\"");
        }
    }

    @Test
    void a_header_that_takes_too_long_ends_the_connection_although_bytes_keep_coming() throws IOException {
        try (var client = connected(service)) {
            client.getOutputStream().write("GET /large HTTP/1.1\r\nX-Long: ".getBytes(ISO_8859_1));

            assertThat(trickled(client)).isEmpty();
        }
    }

    @Test
    void a_connection_without_a_request_may_be_idle_for_longer() throws IOException {
        try (var client = connected(service)) {
            assertThat(statusOf(client, "POST /books", "Content-Length: 2\r\n", "{}"))
                    .startsWith("HTTP/1.1 200 ");
            client.setSoTimeout(1_500);
            assertThat(received(client)).isNull();

            assertThat(statusOf(client, "GET /large", "", "")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_sent() throws IOException {
        var declared =
                response(patient, request("POST /books", "Content-Length: 10000000\r\nExpect: 100-continue\r\n"));

        assertThat(declared)
                .startsWith("HTTP/1.1 413 ")
                .contains("\"type\":\"https://treaty.dev/problems/body-too-large\"", "\"limit\":1048576");
    }

    /** One byte every few milliseconds until the server responds or 20 s are over; the time-out of reading is the pause. */
    private static String trickled(Socket client) throws IOException {
        client.setSoTimeout(20);
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try {
            var received = received(client);
            while (received == null) {
                assertThat(System.nanoTime()).as("the server has not reacted").isLessThan(end);
                client.getOutputStream().write('x');
                received = received(client);
            }
            client.setSoTimeout(10_000);
            return received + new String(client.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (SocketException e) { // a reset, after what was sent to a closed connection
            return "";
        }
    }

    /** What has arrived: empty at the end, null if nothing arrives in time. */
    private static @Nullable String received(Socket client) throws IOException {
        try {
            var first = client.getInputStream().read();
            return first < 0 ? "" : String.valueOf((char) first);
        } catch (SocketTimeoutException e) {
            return null;
        }
    }

    private static boolean isDisconnected(Socket client) {
        try {
            client.getOutputStream().write('x');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static String statusOf(Socket client, String line, String fields, String body) throws IOException {
        client.setSoTimeout(10_000);
        client.getOutputStream().write((request(line, fields) + body).getBytes(ISO_8859_1));
        var status = new String(client.getInputStream().readNBytes(15), ISO_8859_1);
        client.setSoTimeout(200);
        while (received(client) != null) {
            // the rest of the response
        }
        return status;
    }

    private static String request(String line, String fields) {
        return "%s HTTP/1.1\r\nHost: library.example\r\n%s\r\n".formatted(line, fields);
    }

    private static String response(HttpService service, String request) throws IOException {
        try (var client = connected(service)) {
            client.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(client.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** With a receive buffer that is small, so that what is not read soon fills it. */
    private static Socket connected(HttpService service) throws IOException {
        var client = new Socket();
        client.setReceiveBufferSize(4_096);
        client.setSoTimeout(20_000);
        client.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), service.url().getPort()));
        return client;
    }

    private static void close(List<Socket> clients) throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}
