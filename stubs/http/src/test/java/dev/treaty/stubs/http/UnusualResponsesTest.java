package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual responses arrive as the contract describes them, both the first time and from the cache. */
class UnusualResponsesTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void an_unusual_response_has_exactly_these_headers(
            String description, String method, String response, List<String> headers) {
        var contract =
                pact("c", "p", http(description, "{\"method\": \"%s\", \"path\": \"/x\"}".formatted(method), response));
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .listen("p", 0)
                .start()) {
            var request = new Request(method, "/x", List.of(), "");

            var first = RawHttp.send(stub.url("p").getPort(), request);
            var second = RawHttp.send(stub.url("p").getPort(), request);

            var expected = new ArrayList<>(List.of("Connection: close"));
            expected.addAll(headers);
            assertThat(first.headers()).isEqualTo(expected);
            assertThat(second).isEqualTo(first);
        }
    }

    static Stream<Arguments> an_unusual_response_has_exactly_these_headers() {
        return Stream.of(
                unusual(
                        "HEAD with a length",
                        "HEAD",
                        "{\"status\": 200, \"headers\": {\"Content-Length\": [\"1234\"]}}",
                        "Content-Length: 1234"),
                unusual("HEAD without a length", "HEAD", "{\"status\": 200}", "Content-Length: 0"),
                unusual(
                        "HEAD with a body",
                        "HEAD",
                        PactText.text("five!"),
                        "Content-Type: text/plain",
                        "Content-Length: 5"),
                unusual("no content", "DELETE", "{\"status\": 204}"),
                unusual(
                        "not modified",
                        "GET",
                        "{\"status\": 304, \"headers\": {\"ETag\": [\"\\\"1\\\"\"]}}",
                        "ETag: \"1\""),
                unusual("reset content", "POST", "{\"status\": 205}", "Content-Length: 0"),
                unusual("an unassigned status", "GET", "{\"status\": 299}", "Content-Length: 0"),
                unusual("no body", "GET", "{\"status\": 500}", "Content-Length: 0"),
                unusual(
                        "an empty body",
                        "GET",
                        "{\"status\": 200, \"body\": {\"content\": \"\"}}",
                        "Content-Length: 0"),
                unusual("a binary body", "GET", """
                        {"status": 200, "headers": {"Content-Type": ["image/png"]},
                         "body": {"content": "iVBORwD/", "contentType": "image/png", "encoded": "base64"}}""", "Content-Type: image/png", "Content-Length: 6"),
                unusual(
                        "repeated headers",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"Set-Cookie\": [\"a=1\", \"b=2\"], \"Vary\": [\"Accept\", \"Origin\"]}}",
                        "Set-Cookie: a=1",
                        "Set-Cookie: b=2",
                        "Vary: Accept",
                        "Vary: Origin",
                        "Content-Length: 0"),
                unusual(
                        "names in lower and upper case",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"content-type\": [\"text/plain\"], \"x-one\": [\"1\"], \"ETAG\": [\"2\"],"
                                + " \"SET-COOKIE\": [\"a=1\", \"b=2\"], \"www-Authenticate\": [\"Basic\"]}}",
                        "content-type: text/plain",
                        "x-one: 1",
                        "ETAG: 2",
                        "SET-COOKIE: a=1",
                        "SET-COOKIE: b=2",
                        "www-Authenticate: Basic",
                        "Content-Length: 0"),
                unusual(
                        "a media type in upper case",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"Content-Type\": [\"Application/JSON;Charset=utf-8\"]}}",
                        "Content-Type: Application/JSON;Charset=utf-8",
                        "Content-Length: 0"),
                unusual(
                        "two media types",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"Content-Type\": [\"a/b\", \"c/d\"]}}",
                        "Content-Type: c/d",
                        "Content-Length: 0"),
                unusual(
                        "characters beyond ASCII",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"X-Name\": [\"é\"], \"X-Sign\": [\"€\"], \"X-Tab\": [\"a\\tb\"], \"X-Line\": [\"a\\r\\nb: c\"]}}",
                        "X-Name: é",
                        "X-Sign: â\u0082¬", // UTF-8, which RawHttp reads as Latin-1
                        "X-Tab: a\tb",
                        "X-Line: a  b: c",
                        "Content-Length: 0"),
                unusual(
                        "an empty header",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"X-Empty\": [\"\"]}}",
                        "X-Empty: ",
                        "Content-Length: 0"),
                unusual(
                        "a wrong length and framing",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"Content-Length\": [\"7\"], \"Transfer-Encoding\": [\"chunked\"]}}",
                        "Content-Length: 0"),
                unusual(
                        "connection headers",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"Connection\": [\"keep-alive\"], \"Keep-Alive\": [\"timeout=5\"]}}",
                        "Connection: ",
                        "Keep-Alive: timeout=5",
                        "Content-Length: 0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 101, 103, 199, 1000, 70_000})
    void a_status_that_no_response_ends_with_is_an_error_that_names_the_interaction(int status) {
        var contract =
                pact("c", "p", http("odd", "{\"method\": \"GET\", \"path\": \"/x\"}", "{\"status\": " + status + "}"));
        try (var stub = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("c-p.json"), contract)))
                .start()) {

            var response = RawHttp.send(stub.port(), Request.get("/p/x"));

            assertThat(response.status()).isEqualTo(500);
            assertThat(response.text())
                    .contains("impossible-status", "\\\"odd\\\" responds with status " + status, "where: c-p.json");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {33_000, 100_000, 250_000})
    void long_headers_are_sent(int length) {
        try (var stub = serverWithHeader(length)) {
            for (var attempt = 0; attempt < 2; attempt++) { // the second one is from the cache
                assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).headers())
                        .contains("X-Long: " + "a".repeat(length));
            }
        }
    }

    @Test
    void longer_headers_are_an_error_that_names_the_interaction() {
        try (var stub = serverWithHeader(262_144)) {
            var response = RawHttp.send(stub.port(), Request.get("/p/x"));

            assertThat(response.status()).isEqualTo(500);
            assertThat(response.text())
                    .contains(
                            "headers-too-long",
                            "\\\"long\\\" responds with headers of 262154 bytes; the server sends at most 261120.",
                            "where: $.response.headers in c-p.json",
                            "fix:   write shorter ones, or fewer");
            assertThat(RawHttp.send(stub.port(), Request.get("/p/unknown")).status())
                    .isEqualTo(404);
        }
    }

    private static ReplayServer serverWithHeader(int length) {
        var response = "{\"status\": 200, \"headers\": {\"X-Long\": [\"%s\"]}}".formatted("a".repeat(length));
        var contract = pact("c", "p", http("long", "{\"method\": \"GET\", \"path\": \"/x\"}", response));
        return ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("c-p.json"), contract)))
                .start();
    }

    private static Arguments unusual(String description, String method, String response, String... headers) {
        return Arguments.of(description, method, response, List.of(headers));
    }
}
