package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A response has the contract's status, headers and bytes, and nothing else except what HTTP requires. */
class ResponsesTest {

    @TempDir
    Path folder;

    @Test
    void the_headers_are_exactly_those_of_the_contract() {
        var response = respond("""
                {"status": 201,
                 "headers": {"Content-Type": ["application/json; charset=UTF-8"], "Request-Id": ["req_1"], "Set-Cookie": ["a=1; Path=/", "b=2, c"], "WWW-Authenticate": ["Bearer realm=\\"x\\", error=\\"invalid_token\\""]},
                 "body": {"content": {"id": "é"}, "contentType": "application/json", "encoded": false}}""");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.text()).isEqualTo("{\"id\":\"\\u00E9\"}"); // pact-jvm escapes it
        assertThat(response.headers())
                .containsExactlyInAnyOrder(
                        "Content-Type: application/json; charset=UTF-8",
                        "Request-Id: req_1",
                        "Set-Cookie: a=1; Path=/",
                        "Set-Cookie: b=2, c",
                        "WWW-Authenticate: Bearer realm=\"x\", error=\"invalid_token\"",
                        "Content-Length: 15",
                        "Connection: close");
    }

    @Test
    void a_response_without_body_and_headers_is_sent_without_them() {
        var response = respond("{\"status\": 200}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEmpty();
        assertThat(response.headers()).containsExactlyInAnyOrder("Content-Length: 0", "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void a_status_that_forbids_a_body_is_sent_without_one(int status) {
        var response = respond("""
                {"status": %d, "headers": {"ETag": ["\\"1\\""]},
                 "body": {"content": "never", "contentType": "text/plain", "encoded": false}}""".formatted(status));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).isEmpty();
        assertThat(response.headers()).containsExactlyInAnyOrder("ETag: \"1\"", "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 402, 422, 429, 500, 503})
    void every_status_can_be_sent(int status) {
        var response = respond("{\"status\": %d, \"headers\": {\"Retry-After\": [\"1\"]}}".formatted(status));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers()).contains("Retry-After: 1");
    }

    @Test
    void a_base64_body_is_sent_as_bytes() {
        var response = respond("""
                {"status": 200, "headers": {"Content-Type": ["image/png"]},
                 "body": {"content": "iVBORwD/", "contentType": "image/png", "encoded": "base64"}}""");

        assertThat(response.bytes()).containsExactly(0x89, 'P', 'N', 'G', 0, 0xff);
        assertThat(response.headers()).contains("Content-Type: image/png", "Content-Length: 6");
    }

    @Test
    void text_that_looks_like_a_template_is_sent_unchanged() {
        var response = respond("""
                {"status": 200, "headers": {"X-Template": ["{{request.path}}"]},
                 "body": {"content": "{{request.path}}", "contentType": "text/plain", "encoded": false}}""");

        assertThat(response.text()).isEqualTo("{{request.path}}");
        assertThat(response.headers()).contains("X-Template: {{request.path}}");
    }

    @Test
    void a_wrong_length_in_the_contract_is_corrected() {
        var response = respond("""
                {"status": 200, "headers": {"Content-Length": ["99"], "Transfer-Encoding": ["chunked"]},
                 "body": {"content": "five!", "contentType": "text/plain", "encoded": false}}""");

        assertThat(response.text()).isEqualTo("five!");
        assertThat(response.headers()).containsExactlyInAnyOrder("Content-Length: 5", "Connection: close");
    }

    @Test
    void a_response_to_HEAD_may_state_a_length() {
        var contract = pact(
                "c",
                "p",
                http(
                        "x",
                        "{\"method\": \"HEAD\", \"path\": \"/x\"}",
                        "{\"status\": 200, \"headers\": {\"Content-Length\": [\"1234\"]}}"));

        var response = send(contract, new Request("HEAD", "/p/x", List.of(), ""));

        assertThat(response.headers()).containsExactlyInAnyOrder("Content-Length: 1234", "Connection: close");
    }

    @Test
    void a_response_is_not_compressed_even_if_the_client_accepts_it() {
        var contract =
                pact("c", "p", http("x", "{\"method\": \"POST\", \"path\": \"/x\"}", PactText.text("a".repeat(5_000))));

        var response = send(contract, Request.post("/p/x", "text/plain", "x", "Accept-Encoding: gzip"));

        assertThat(response.text()).hasSize(5_000);
    }

    @Test
    void generators_produce_a_fresh_response_each_time() {
        var contract = pact("c", "p", http("x", "{\"method\": \"GET\", \"path\": \"/x\"}", """
                {"status": 200, "headers": {"Content-Type": ["application/json"], "X-Id": ["1"]},
                 "body": {"content": {"id": "example", "name": "kept"}, "contentType": "application/json", "encoded": false},
                 "generators": {"header": {"X-Id": {"type": "RandomInt", "min": 1000, "max": 9999}},
                                "body": {"$.id": {"type": "Uuid"}}}}"""));
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .start()) {
            var bodies = new HashSet<String>();
            for (var i = 0; i < 5; i++) {
                var response = RawHttp.send(stub.port(), Request.get("/p/x"));
                assertThat(response.text()).matches("\\{\"id\":\"[0-9a-f-]{36}\",\"name\":\"kept\"}");
                assertThat(response.headers()).anyMatch(header -> header.matches("X-Id: \\d{4}"));
                bodies.add(response.text());
            }
            assertThat(bodies).hasSize(5);
        }
    }

    @Test
    void a_generated_URL_points_to_the_provider_on_the_stub() {
        var contract = pact("c", "p", http("x", "{\"method\": \"GET\", \"path\": \"/x\"}", """
                {"status": 200, "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"next": "http://example.com/pages/2"}, "contentType": "application/json", "encoded": false},
                 "generators": {"body": {"$.next": {"type": "MockServerURL", "regex": ".*(\\\\/pages\\\\/\\\\d+)$", "example": "http://example.com/pages/2"}}}}"""));
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .start()) {
            assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).text())
                    .isEqualTo("{\"next\":\"" + stub.url("p") + "/pages/2\"}");
        }
    }

    private Response respond(String response) {
        return send(
                pact("c", "p", http("x", "{\"method\": \"GET\", \"path\": \"/x\"}", response)), Request.get("/p/x"));
    }

    private Response send(String contract, Request request) {
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .start()) {
            return RawHttp.send(stub.port(), request);
        }
    }
}
