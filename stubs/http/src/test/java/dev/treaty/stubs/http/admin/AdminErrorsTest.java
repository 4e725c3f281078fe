package dev.treaty.stubs.http.admin;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request to the admin API, the client learns what, where, and how to correct it. */
class AdminErrorsTest {

    private static final String ID = "11111111-1111-1111-1111-111111111111";

    private static final List<String> BODIES = List.of(
            "",
            "x",
            "{",
            "null",
            "[]",
            "1",
            "\"s\"",
            "{}",
            "{\"a\": 1}",
            "{\"mappings\": null}",
            "{\"mappings\": [null]}",
            "{\"mappings\": [{\"request\": 1}]}",
            "{\"mappings\": [], \"importOptions\": 1}",
            "{\"request\": null, \"response\": null}",
            "{\"request\": {\"bodyPatterns\": [null]}}",
            "{\"request\": {\"bodyPatterns\": [{\"matchesJsonPath\": \"$.[\"}]}}",
            "{\"request\": {\"headers\": {\"A\": null}}}",
            "{\"request\": {\"urlPattern\": \"(\"}}",
            "{\"response\": {\"status\": 99}}",
            "{\"response\": {\"base64Body\": \"%%%\"}}",
            "{\"response\": {\"delayDistribution\": {\"type\": \"uniform\", \"lower\": 5, \"upper\": 1}}}",
            "{\"matchesJsonPath\": \"$.[\"}",
            "{\"extended\": null}",
            "{\"state\": null}",
            "{\"fixedDelay\": -1}",
            "{\"delay\": null, \"status\": \"x\"}",
            "[".repeat(100_000),
            "{\"a\": " + "9".repeat(100_000) + "}");

    private final ReplayServer stub = ReplayServer.builder()
            .pacts(List.of(PactFile.parse(Path.of("web-api.json"), pact("web", "api", get("/things", "things")))))
            .start();

    @AfterEach
    void stop() {
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /mappings",
                "PUT /mappings",
                "PUT /mappings/" + ID,
                "PUT /mappings/xyz",
                "POST /mappings/import",
                "POST /mappings/find-by-metadata",
                "POST /mappings/remove-by-metadata",
                "POST /mappings/remove",
                "POST /requests/count",
                "POST /requests/find",
                "POST /requests/remove",
                "POST /requests/remove-by-metadata",
                "POST /near-misses/request",
                "POST /near-misses/request-pattern",
                "POST /recordings/start",
                "POST /recordings/stop",
                "POST /recordings/snapshot",
                "PUT /scenarios/abc/state",
                "POST /settings",
                "PATCH /settings/extended",
                "PUT /faults/api",
                "PUT /faults/nobody",
                "POST /metrics",
                "POST /unknown",
            })
    void no_body_makes_the_admin_api_fail(String request) throws IOException {
        for (var body : BODIES) {
            check(send(request, body), request + " " + body);
        }
        send("POST /reset", "");

        assertThat(RawHttp.send(stub.port(), Request.get("/api/things")).text()).isEqualTo("things");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /unknown",
                "GET /mappings/",
                "GET /mappings/" + ID,
                "GET /mappings/xyz",
                "DELETE /mappings/xyz",
                "GET /mappings?limit=abc",
                "GET /mappings?limit=-1",
                "GET /mappings?offset=100",
                "GET /mappings?limit=1&offset=99999999999",
                "GET /requests?limit=",
                "GET /requests?limit=99999999999999",
                "GET /requests?since=abc",
                "GET /requests?matchingStub=abc",
                "GET /requests?%zz",
                "GET /requests/" + ID,
                "GET /files/none.txt",
                "GET /certs/wiremock-ca.crt",
                "DELETE /scenarios",
                "TRACE /mappings",
                "FOO /mappings",
                "DELETE /metrics",
            })
    void no_address_and_no_method_makes_the_admin_api_fail(String request) throws IOException {
        var response = send(request, "");

        check(response, request);
        assertThat(response.status()).isBetween(400, 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST /mappings/import | {}                             | 422 | the body has no list "mappings"                         | , the body
            POST /mappings        | null                           | 422 | the body is not a JSON object                           | , the body
            POST /mappings        | {"id": "x"}                    | 422 | "x" cannot stand here                                   | , /id in the body
            POST /mappings        | {"request": {"url": []}}       | 422 | a JSON value of the type Array cannot stand here        | , /request/url in the body
            POST /mappings        | {"request": {"headers": {"A": null}}} | 422 | null is not a matcher                            | , /request/headers in the body
            POST /mappings        | {"response": {"status": 1000}} | 422 | no response ends with status 1000                       | , /response/status in the body
            POST /settings        | {"fixedDelay": -1}             | 422 | a delay cannot be negative                              | , /fixedDelay in the body
            PATCH /settings/extended | {"a": 1}                    | 422 | "a" is not a member of what it takes                    | , /a in the body
            POST /mappings        | {"request": {"bodyPatterns": [{"nope": 1}]}} | 422 | {"nope":1} is not a valid match operation | , /request/bodyPatterns/0 in the body
            PUT /mappings/xyz     | {}                             | 400 | xyz is not a valid UUID                                 | ''
            """)
    void an_error_says_what_is_wrong_and_where(String request, String body, int status, String reason, String place)
            throws IOException {
        var response = send(request, body);

        assertThat(response.status()).isEqualTo(status);
        assertThat(problem(response).path("detail").asText())
                .isEqualTo("""
                        The admin API cannot use this request: %s.
                          where: %s%s
                          fix:   correct it; https://wiremock.org/docs/standalone/admin-api-reference/ describes what each request takes""".formatted(reason, request.replace(" /", " /__admin/"), place));
    }

    @Test
    void what_this_server_adds_to_the_admin_api_speaks_for_itself() throws IOException {
        var response = send("PUT /faults/api", "null");

        assertThat(response.status()).isEqualTo(400);
        assertThat(problem(response).path("detail").asText()).isEqualTo("""
                        The fault cannot be read: it is null.
                          where: the body
                          fix:   send e.g. {"delay": "500ms", "status": 503} or {"fault": "reset"}""");
    }

    @Test
    void what_the_admin_api_does_not_have_is_unknown() throws IOException {
        assertThat(problem(send("DELETE /scenarios", "")).path("detail").asText())
                .isEqualTo("""
                        The admin API has nothing for DELETE /__admin/scenarios: no such request, or nothing with this id or name.
                          where: the method and the path of the request
                          fix:   use a request that the stub server's README or https://wiremock.org/docs/standalone/admin-api-reference/ lists""");
    }

    @Test
    void an_error_has_what_wiremock_s_clients_read() throws IOException {
        assertThat(problem(send("POST /mappings", "{\"id\": \"x\"}"))
                        .at("/errors/0/title")
                        .asText())
                .isEqualTo("Error parsing JSON");
        assertThat(problem(send("POST /mappings/import", "{}"))
                        .at("/errors/0/code")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void a_mapping_that_cannot_be_used_is_named() throws IOException {
        add("{\"id\": \"%s\", \"request\": {\"url\": \"/api/x\"}, \"response\": {\"bodyFileName\": \"none.txt\"}}");
        assertThat(problem(RawHttp.send(stub.port(), Request.get("/api/x")))
                        .path("detail")
                        .asText())
                .isEqualTo("""
                        The mapping %s cannot be used: There is no file "none.txt".
                          where: /api/x, which it is for
                          fix:   correct or delete it: PUT or DELETE /__admin/mappings/%<s""".formatted(ID));

        add("{\"id\": \"%s\", \"request\": {\"url\": \"/api/y\", \"customMatcher\": {\"name\": \"pact-request\"}}}");
        var response = RawHttp.send(stub.port(), Request.get("/api/y"));
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text()).contains("cannot be used: a value in it is missing.");
    }

    private void add(String mapping) {
        send("DELETE /mappings/" + ID, "");
        assertThat(send("POST /mappings", mapping.formatted(ID)).status()).isEqualTo(201);
    }

    private Response send(String request, String body) {
        var words = request.split(" ", 2);
        return RawHttp.send(
                stub.port(),
                new Request(words[0], "/__admin" + words[1], List.of("Content-Type: application/json"), body));
    }

    private static JsonNode problem(Response response) throws IOException {
        assertThat(response.headers()).contains("Content-Type: application/problem+json");
        return new ObjectMapper().readTree(response.text());
    }

    private static void check(Response response, String request) throws IOException {
        assertThat(response.status()).as(request).isBetween(200, 422);
        assertThat(response.text()).as(request).doesNotContain("\tat ", "Exception");
        if (response.status() >= 400) {
            assertThat(problem(response).path("detail").asText())
                    .as(request)
                    .contains("\n  where: ", "\n  fix:   ")
                    .doesNotContain("com.github", "java.");
        }
    }
}
