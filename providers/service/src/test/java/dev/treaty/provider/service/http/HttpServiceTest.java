package dev.treaty.provider.service.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.service.problems.Problem;
import dev.treaty.provider.service.states.ProviderStates;
import io.javalin.config.RoutesConfig;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpServiceTest {

    private static final int THREADS = 12;

    private final AtomicBoolean neighbourIsUp = new AtomicBoolean(true);
    private final HttpService service = start(ServiceOptions.embedded());

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void keeps_the_callers_request_id() {
        RestAssured.given()
                .header("X-Request-Id", "req-00000042")
                .get(service.url() + "/books/42")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "req-00000042");
    }

    @Test
    void replaces_an_invalid_request_id() {
        RestAssured.given()
                .header("X-Request-Id", "no id, but a sentence")
                .get(service.url() + "/books/42")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void responds_to_a_refused_request_with_a_problem_document() {
        get("/books/404")
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("type", equalTo("https://treaty.dev/problems/book-not-found"))
                .body("title", equalTo("There is no such book."))
                .body("shelf", equalTo(7));
    }

    @Test
    void shows_nothing_of_an_unexpected_failure() {
        get("/books/bad")
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("https://treaty.dev/problems/internal-error"))
                .body(not(containsString("the shelf fell over")));
    }

    @Test
    void is_too_busy_while_the_database_gives_no_connection() {
        get("/books/waiting")
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("https://treaty.dev/problems/too-busy"));
    }

    @Test
    void refuses_unknown_paths_and_methods() {
        get("/nowhere").statusCode(404).contentType("application/problem+json");
        RestAssured.delete(service.url() + "/books/42").then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void is_ready_only_while_what_it_needs_is_up() {
        get("/health/live").statusCode(200);
        get("/health/ready").statusCode(200);

        neighbourIsUp.set(false);

        get("/health/live").statusCode(200);
        get("/health/ready").statusCode(503).body("missing", equalTo(List.of("neighbour")));
    }

    /** A check that takes its time, and callers who all want to know now. */
    @Test
    void however_many_ask_whether_it_is_ready_what_it_needs_is_checked_once_at_a_time() throws Exception {
        var checks = new AtomicInteger();
        var release = new CountDownLatch(1);
        var slow = ReadinessCheck.of("slow neighbour", () -> {
            checks.incrementAndGet();
            return awaited(release);
        });
        try (var asked = HttpService.named("library", ServiceOptions.embedded())
                .threads(THREADS)
                .needs(slow)
                .start()) {
            var client = HttpClient.newHttpClient();
            var request =
                    HttpRequest.newBuilder(asked.url().resolve("/health/ready")).build();
            var responses = Stream.generate(() -> client.sendAsync(request, BodyHandlers.ofString()))
                    .limit(2 * THREADS)
                    .toList();
            await().until(() -> checks.get() == 1);

            RestAssured.get(asked.url() + "/health/live").then().statusCode(200);
            release.countDown();

            for (var response : responses) {
                assertThat(response.get().statusCode()).isEqualTo(200);
            }
            assertThat(checks.get()).isLessThan(2 * THREADS);
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void counts_requests_by_route_and_status() {
        get("/books/42");
        get("/books/43");

        get("/metrics").statusCode(200).body(containsString("http_server_requests_seconds_count"));
        assertThat(RestAssured.get(service.url() + "/metrics").asString().lines())
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("route=\"/books/{id}\"")
                        && line.contains("status=\"200\"")
                        && line.endsWith(" 2"));
    }

    @Test
    void offers_provider_states_only_when_switched_on() {
        var change = Map.of("state", "a book exists", "params", Map.of("id", 42), "action", "setup");

        RestAssured.given()
                .body(change)
                .post(service.url() + "/provider-states")
                .then()
                .statusCode(404);
        try (var verified = start(ServiceOptions.embedded().withProviderStates())) {
            RestAssured.given()
                    .contentType("application/json")
                    .body(change)
                    .post(verified.url() + "/provider-states")
                    .then()
                    .statusCode(200)
                    .body("entered", equalTo("a book exists"));
        }
    }

    @Test
    void closes_every_resource_although_some_fail_to_close() {
        var closed = new ArrayList<String>();
        var closing = HttpService.named("library", ServiceOptions.embedded())
                .closes(() -> {
                    throw new IOException("the first");
                })
                .closes(() -> closed.add("the second"))
                .closes(() -> {
                    throw new IllegalStateException("the third");
                })
                .closes(() -> closed.add("the last"))
                .start();

        assertThatThrownBy(closing::close)
                .hasMessage("a resource of the service did not close")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("the first", "the third"));
        assertThat(closed).containsExactly("the second", "the last");
    }

    @Test
    void an_idle_connection_does_not_hold_up_the_end() throws IOException {
        var closing = start(ServiceOptions.embedded());
        try (var client =
                new Socket(InetAddress.getLoopbackAddress(), closing.url().getPort())) {
            client.getOutputStream().write("GET /books/42 HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));
            assertThat(client.getInputStream().read()).isEqualTo('H');

            var begin = System.nanoTime();
            closing.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1_500));
        }
    }

    @Test
    void clients_that_send_slowly_keep_no_thread_waiting() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 300; i++) { // more than there are threads
                slow.add(sending("POST /books HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{"));
            }

            get("/books/42").statusCode(200);
        } finally {
            for (var client : slow) {
                client.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5CRLFhelloCRLF0CRLFCRLF   | 200",
                "5LFhelloCRLF0CRLFCRLF     | 400",
                "5;aLFhelloCRLF0CRLFCRLF   | 400",
                "0x5CRLFhelloCRLF0CRLFCRLF | 400"
            })
    void refuses_chunks_that_are_not_framed_as_they_must_be(String chunks, String status) throws IOException {
        var body = chunks.strip().replace("CRLF", "\r\n").replace("LF", "\n");
        var head = "POST /books HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (var client = sending(head + body)) {
            assertThat(new String(client.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 " + status);
        }
    }

    private Socket sending(String bytes) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), service.url().getPort());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        return socket;
    }

    private ValidatableResponse get(String path) {
        return RestAssured.get(service.url() + path).then();
    }

    private HttpService start(ServiceOptions options) {
        return HttpService.named("library", options)
                .needs(ReadinessCheck.of("neighbour", neighbourIsUp::get))
                .providerStates(new EchoedStates())
                .routes(HttpServiceTest::routes)
                .start();
    }

    private static void routes(RoutesConfig routes) {
        routes.post("/books", context -> context.result(context.body()));
        routes.get("/books/{id}", context -> {
            switch (context.pathParam("id")) {
                case "404" ->
                    throw new Problem(404, "book-not-found", "There is no such book.")
                            .with("shelf", 7)
                            .withHeader("Retry-After", "30");
                case "waiting" ->
                    throw new IllegalStateException(new SQLTransientConnectionException("all are in use"));
                case "bad" -> throw new IllegalStateException("the shelf fell over");
                default -> context.json(Map.of("id", context.pathParam("id")));
            }
        });
    }

    private static final class EchoedStates implements ProviderStates {

        @Override
        public Map<String, Object> enter(String state, Map<String, @Nullable Object> parameters) {
            return Map.of("entered", state);
        }

        @Override
        public void leave(String state, Map<String, @Nullable Object> parameters) {}
    }
}
