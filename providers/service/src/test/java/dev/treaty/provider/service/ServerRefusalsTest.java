package dev.treaty.provider.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses before it is routed, over a socket: no HTTP client would send it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerRefusalsTest {

    private static final String CLOSE = "\r\nHost: library.example\r\nConnection: close\r\n";

    private final HttpService service = HttpService.named("library", ServiceOptions.embedded())
            .routes(routes -> routes.post("/books", context -> context.result(context.body())))
            .start();

    @AfterAll
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001 is no HTTP",
                "GET /books HTTP/1.1\r\nConnection: close\r\n",
                "GET /books/%zz HTTP/1.1" + CLOSE,
                "GET /books HTTP/1.1" + CLOSE + "X-Zero: a\u0000b\r\n",
                "POST /books HTTP/1.1" + CLOSE + "Content-Length: many\r\n",
                "POST /books HTTP/1.1" + CLOSE + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"
            })
    void what_is_no_http_is_a_problem(String request) throws IOException {
        assertProblem(exchange(request), 400, "The request is no HTTP request.");
    }

    @Test
    void an_address_without_end_is_a_problem() throws IOException {
        assertProblem(
                exchange("GET /" + "x".repeat(20_000) + " HTTP/1.1" + CLOSE),
                414,
                "The address of the request is too long.");
    }

    @Test
    void header_fields_without_end_are_a_problem() throws IOException {
        assertProblem(
                exchange("GET /books HTTP/1.1" + CLOSE + "X-Large: " + "x".repeat(20_000) + "\r\n"),
                431,
                "The header fields are too large.");
    }

    @Test
    void another_version_of_http_is_a_problem() throws IOException {
        assertProblem(exchange("GET /books HTTP/9.9" + CLOSE), 505, "HTTP Version Not Supported");
    }

    @Test
    void a_body_that_is_broken_off_is_the_callers_to_fix() throws IOException {
        var answer = exchange("POST /books HTTP/1.1" + CLOSE + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("\r\nContent-Type: application/problem+json")
                .contains("\"type\":\"https://treaty.dev/problems/unreadable-body\"");
    }

    /** Jetty's own answers quote the request, and say which server it is. */
    @Test
    void nothing_of_the_request_is_quoted_and_no_server_is_named() throws IOException {
        var answer = exchange("GET /books/%zz?token=s3cret HTTP/1.1" + CLOSE);

        assertThat(answer).doesNotContain("s3cret", "%zz").doesNotContainIgnoringCase("jetty");
    }

    @Test
    void methods_that_are_made_up_are_counted_as_one() throws IOException {
        for (var method : List.of("FOO", "BAR", "BAZ")) {
            assertThat(exchange(method + " /books HTTP/1.1" + CLOSE)).startsWith("HTTP/1.1 405 ");
        }

        assertThat(exchange("GET /metrics HTTP/1.1" + CLOSE))
                .contains("http_server_requests_seconds_count{method=\"other\"")
                .doesNotContain("FOO", "BAR", "BAZ");
    }

    private static void assertProblem(String answer, int status, String title) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nContent-Type: application/problem+json\r\n")
                .containsPattern("\r\nX-Request-Id: [0-9a-f-]{36}\r\n")
                .endsWith("{\"type\":\"https://treaty.dev/problems/http-%1$d\",\"status\":%1$d,\"title\":\"%2$s\"}"
                        .formatted(status, title));
    }

    private String exchange(String request) throws IOException {
        try (var socket = new Socket(service.url().getHost(), service.url().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((request + "\r\n").getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
