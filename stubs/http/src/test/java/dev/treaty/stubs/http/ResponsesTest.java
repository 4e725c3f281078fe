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

/** An answer has the contract's status, header fields and bytes, and nothing else but what HTTP needs. */
class ResponsesTest {

    @TempDir
    Path folder;

    @Test
    void header_fields_are_those_of_the_contract_and_no_others() {
        var answer = answer("""
                {"status": 201,
                 "headers": {"Content-Type": ["application/json; charset=UTF-8"], "Request-Id": ["req_1"], "Set-Cookie": ["a=1; Path=/", "b=2, c"], "WWW-Authenticate": ["Bearer realm=\\"x\\", error=\\"invalid_token\\""]},
                 "body": {"content": {"id": "é"}, "contentType": "application/json", "encoded": false}}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo("{\"id\":\"\\u00E9\"}"); // pact-jvm escapes it
        assertThat(answer.headers())
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
    void an_answer_without_body_and_header_fields_has_neither() {
        var answer = answer("{\"status\": 200}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.headers()).containsExactlyInAnyOrder("Content-Length: 0", "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void a_status_that_has_no_body_comes_without(int status) {
        var answer = answer("""
                {"status": %d, "headers": {"ETag": ["\\"1\\""]},
                 "body": {"content": "never", "contentType": "text/plain", "encoded": false}}""".formatted(status));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.headers()).containsExactlyInAnyOrder("ETag: \"1\"", "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 402, 422, 429, 500, 503})
    void any_status_is_answered(int status) {
        var answer = answer("{\"status\": %d, \"headers\": {\"Retry-After\": [\"1\"]}}".formatted(status));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).contains("Retry-After: 1");
    }

    @Test
    void bytes_in_base64_are_answered_as_bytes() {
        var answer = answer("""
                {"status": 200, "headers": {"Content-Type": ["image/png"]},
                 "body": {"content": "iVBORwD/", "contentType": "image/png", "encoded": "base64"}}""");

        assertThat(answer.bytes()).containsExactly(0x89, 'P', 'N', 'G', 0, 0xff);
        assertThat(answer.headers()).contains("Content-Type: image/png", "Content-Length: 6");
    }

    @Test
    void what_looks_like_a_template_is_text() {
        var answer = answer("""
                {"status": 200, "headers": {"X-Template": ["{{request.path}}"]},
                 "body": {"content": "{{request.path}}", "contentType": "text/plain", "encoded": false}}""");

        assertThat(answer.text()).isEqualTo("{{request.path}}");
        assertThat(answer.headers()).contains("X-Template: {{request.path}}");
    }

    @Test
    void a_length_that_the_contract_states_wrongly_is_put_right() {
        var answer = answer("""
                {"status": 200, "headers": {"Content-Length": ["99"], "Transfer-Encoding": ["chunked"]},
                 "body": {"content": "five!", "contentType": "text/plain", "encoded": false}}""");

        assertThat(answer.text()).isEqualTo("five!");
        assertThat(answer.headers()).containsExactlyInAnyOrder("Content-Length: 5", "Connection: close");
    }

    @Test
    void an_answer_to_HEAD_may_state_a_length() {
        var contract = pact(
                "c",
                "p",
                http(
                        "x",
                        "{\"method\": \"HEAD\", \"path\": \"/x\"}",
                        "{\"status\": 200, \"headers\": {\"Content-Length\": [\"1234\"]}}"));

        var answer = send(contract, new Request("HEAD", "/p/x", List.of(), ""));

        assertThat(answer.headers()).containsExactlyInAnyOrder("Content-Length: 1234", "Connection: close");
    }

    @Test
    void compression_is_not_done_unasked() {
        var contract =
                pact("c", "p", http("x", "{\"method\": \"POST\", \"path\": \"/x\"}", PactText.text("a".repeat(5_000))));

        var answer = send(contract, Request.post("/p/x", "text/plain", "x", "Accept-Encoding: gzip"));

        assertThat(answer.text()).hasSize(5_000);
    }

    @Test
    void generators_make_each_answer_afresh() {
        var contract = pact("c", "p", http("x", "{\"method\": \"GET\", \"path\": \"/x\"}", """
                {"status": 200, "headers": {"Content-Type": ["application/json"], "X-Id": ["1"]},
                 "body": {"content": {"id": "example", "name": "kept"}, "contentType": "application/json", "encoded": false},
                 "generators": {"header": {"X-Id": {"type": "RandomInt", "min": 1000, "max": 9999}},
                                "body": {"$.id": {"type": "Uuid"}}}}"""));
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .start()) {
            var answers = new HashSet<String>();
            for (var i = 0; i < 5; i++) {
                var answer = RawHttp.send(stub.port(), Request.get("/p/x"));
                assertThat(answer.text()).matches("\\{\"id\":\"[0-9a-f-]{36}\",\"name\":\"kept\"}");
                assertThat(answer.headers()).anyMatch(header -> header.matches("X-Id: \\d{4}"));
                answers.add(answer.text());
            }
            assertThat(answers).hasSize(5);
        }
    }

    @Test
    void a_generated_URL_leads_to_the_provider() {
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

    private Response answer(String response) {
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
