package dev.treaty.provider.service.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.service.ServiceOptions;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the server refuses before they reach a route; sent over a socket, because no HTTP client would send them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerErrorHandlerTest {

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
                "\u0000\u0001 is not HTTP",
                "GET /books HTTP/1.1\r\nConnection: close\r\n",
                "GET /books/%zz HTTP/1.1" + CLOSE,
                "GET /books HTTP/1.1" + CLOSE + "X-Zero: a\u0000b\r\n",
                "POST /books HTTP/1.1" + CLOSE + "Content-Length: many\r\n",
                "POST /books HTTP/1.1" + CLOSE + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"
            })
    void malformed_http_gets_a_problem_document(String request) throws IOException {
        assertProblem(exchange(request), 400, "The request is not valid HTTP.");
    }

    @Test
    void an_overlong_request_target_gets_a_problem_document() throws IOException {
        assertProblem(
                exchange("GET /" + "x".repeat(20_000) + " HTTP/1.1" + CLOSE), 414, "The request target is too long.");
    }

    @Test
    void overlong_header_fields_get_a_problem_document() throws IOException {
        assertProblem(
                exchange("GET /books HTTP/1.1" + CLOSE + "X-Large: " + "x".repeat(20_000) + "\r\n"),
                431,
                "The header fields are too large.");
    }

    @Test
    void an_unknown_http_version_gets_a_problem_document() throws IOException {
        assertProblem(exchange("GET /books HTTP/9.9" + CLOSE), 505, "HTTP Version Not Supported");
    }

    @Test
    void a_malformed_body_is_the_callers_fault() throws IOException {
        var answer = exchange("POST /books HTTP/1.1" + CLOSE + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("\r\nContent-Type: application/problem+json")
                .contains("\"type\":\"https://treaty.dev/problems/unreadable-body\"");
    }

    /** Jetty's default pages quote the request and name the server. */
    @Test
    void neither_the_request_is_quoted_nor_the_server_named() throws IOException {
        var answer = exchange("GET /books/%zz?token=s3cret HTTP/1.1" + CLOSE);

        assertThat(answer).doesNotContain("s3cret", "%zz").doesNotContainIgnoringCase("jetty");
    }

    @Test
    void made_up_methods_are_counted_as_one() throws IOException {
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
