package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much of the server a client can occupy. */
class ResourceLimitsTest {

    /** The time for its regex grows with the fourth power of the length of the text. */
    private static final String SLOW =
            pact("web", "api", get("/x", "hello"), http("a request with a slow regex", """
                {"method": "GET", "path": "/slow", "headers": {"X-List": ["a"]},
                 "matchingRules": {"header": {"X-List": {"combine": "AND", "matchers": [{"match": "regex", "regex": ".*a.*b.*c.*d"}]}}}}\
                """, text("slow")));

    /** Takes at least ten times the limit. */
    private static final String SLOW_TEXT = "abc".repeat(150);

    /** Each would take longer than anybody lives, for a header of 60 letters. */
    private static final List<String> ENDLESS = List.of("(a{1,30}){1,30}b", "(a+)+\\\\1b", "(.*?a){25}P");

    private static final Duration LIMIT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(1);

    @Test
    void a_comparison_that_takes_too_long_is_abandoned_and_does_not_block_others() {
        var server = server(SLOW).longestComparison(LIMIT);
        try (var stub = server.start()) {
            var slow = Request.get("/api/slow", "X-List: " + SLOW_TEXT);

            for (var i = 0; i < 6; i++) {
                var refused = RawHttp.send(stub.port(), slow);
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.text())
                        .contains("comparison-took-too-long", "After 50 ms it was still unknown", "fix:");
            }

            assertThat(RawHttp.send(stub.port(), Request.get("/api/x")).text()).isEqualTo("hello");
            assertThat(RawHttp.send(stub.port(), Request.get("/api/slow", "X-List: xaxbxcxd"))
                            .text())
                    .isEqualTo("slow");
        }
    }

    @Test
    void many_requests_with_endless_regexes_leave_the_server_free_for_others() throws Exception {
        var interactions = Stream.concat(
                        Stream.of(get("/x", "hello")),
                        ENDLESS.stream()
                                .map(regex -> http(
                                        "a request with " + regex.replace("\\", "/"),
                                        """
                                        {"method": "GET", "path": "/slow", "headers": {"X": ["a"]},
                                         "matchingRules": {"header": {"X": {"combine": "AND", "matchers": [{"match": "regex", "regex": "%s"}]}}}}\
                                        """.formatted(regex),
                                        text("slow"))))
                .toArray(String[]::new);
        var clients = Executors.newFixedThreadPool(90);
        try (var stub =
                server(pact("web", "api", interactions)).longestComparison(LONG).start()) {
            var slow = Request.get("/api/slow", "X: " + "a".repeat(60));
            var responses = IntStream.range(0, 90)
                    .mapToObj(i -> clients.submit(() -> RawHttp.send(stub.port(), slow)))
                    .toList();

            for (var i = 0; i < 10; i++) {
                assertThat(RawHttp.send(stub.port(), Request.get("/api/x")).text())
                        .isEqualTo("hello");
            }
            for (var response : responses) {
                assertThat(response.get().status()).isEqualTo(503);
            }
            assertThat(responses)
                    .anySatisfy(response -> assertThat(response.get().text())
                            .contains("too many requests are being compared that do", "fix:"));
        } finally {
            clients.shutdown();
        }
    }

    @Test
    void what_takes_too_long_to_explain_is_left_out_of_the_explanation() {
        var rule = "{\"path\": {\"combine\": \"AND\", \"matchers\": [{\"match\": \"regex\", \"regex\":"
                + " \"/slow/.*a.*b.*c.*d\"}]}}";
        var contract = pact(
                "web",
                "api",
                http(
                        "a request with a slow regex",
                        "{\"method\": \"GET\", \"path\": \"/slow/abcd\", \"matchingRules\": " + rule + "}",
                        text("slow")));
        try (var stub = server(contract).start()) {
            var miss = RawHttp.send(stub.port(), Request.of("POST", "/api/slow/" + SLOW_TEXT, new byte[0]));

            assertThat(miss.status()).isEqualTo(404);
            assertThat(miss.text())
                    .contains(
                            "it is for GET /slow/abcd; the rest was not compared",
                            "Not compared: 1 interaction that may be as near");
        }
    }

    @Test
    void a_long_unexpected_list_is_compared_at_once() {
        assertThat(statusFor("[" + "1,".repeat(100_000) + "1]")).isEqualTo(404);
    }

    private int statusFor(String json) {
        var contract = pact("web", "api", http("an object", """
            {"method": "POST", "path": "/object", "headers": {"Content-Type": ["application/json"]},
             "body": {"content": {"a": 1}, "contentType": "application/json", "encoded": false}}\
            """, text("fine")));
        try (var stub = server(contract).longestComparison(LIMIT).start()) {
            var request = Request.of("POST", "/api/object", json.getBytes(US_ASCII), "Content-Type: application/json");
            return RawHttp.send(stub.port(), request).status();
        }
    }

    @Test
    void connections_beyond_the_limit_wait_until_others_are_closed() throws IOException {
        try (var stub = server(SLOW).connections(1).start()) {
            try (var first = connect(stub);
                    var second = connect(stub)) {
                sendRequest(first);
                assertThat(statusLine(first)).startsWith("HTTP/1.1 200");
                sendRequest(second);
                second.setSoTimeout(300);
                assertThatThrownBy(() -> statusLine(second)).isInstanceOf(SocketTimeoutException.class);

                first.shutdownOutput();

                second.setSoTimeout(60_000);
                assertThat(statusLine(second)).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void a_header_that_is_too_long_is_refused() {
        try (var stub = server(SLOW).start()) {
            var tooLong = Request.get("/api/x", "X-Long: " + "x".repeat(33 << 10));

            var refused = RawHttp.send(stub.port(), tooLong);

            assertThat(refused.status()).isEqualTo(431);
            assertThat(refused.text()).contains("The request cannot be read");
        }
    }

    private static Socket connect(ReplayServer stub) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), stub.port());
    }

    private static void sendRequest(Socket connection) throws IOException {
        connection.getOutputStream().write("GET /api/x HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
    }

    private static String statusLine(Socket connection) throws IOException {
        return new String(connection.getInputStream().readNBytes("HTTP/1.1 200".length()), US_ASCII);
    }

    private static ReplayServer.Builder server(String contract) {
        return ReplayServer.builder().pacts(List.of(PactFile.parse(Path.of("web-api.json"), contract)));
    }
}
