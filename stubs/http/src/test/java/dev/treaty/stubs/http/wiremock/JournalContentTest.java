package dev.treaty.stubs.http.wiremock;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WireMock's journal shows every request that the stub server answered, as if WireMock had answered it. */
class JournalContentTest {

    @TempDir
    Path folder;

    @Test
    void a_request_appears_with_everything_that_was_sent() {
        var form = "{\"method\": \"POST\", \"path\": \"/x\", \"query\": {\"a b\": [\"1\", \"é\"]}}";
        try (var stub = start(pact("c", "p", http("form", form, text("y"))))) {
            RawHttp.send(
                    stub.url("p").getPort(),
                    Request.post(
                            "/x?a%20b=1&a%20b=%C3%A9",
                            "application/x-www-form-urlencoded; charset=UTF-8",
                            "amount=2000&meta%5Bid%5D=1&expand=a&expand=b",
                            "Cookie: theme=dark; id=7",
                            "X-Forwarded-For: 192.0.2.1",
                            "X-More: 1",
                            "x-more: 2"));

            var entry = journal(stub).getMap("requests[0]");
            var request = JsonPath.from(journal(stub).prettify()).<Map<String, Object>>get("requests[0].request");
            assertThat(entry).containsEntry("wasMatched", true);
            assertThat(request)
                    .containsEntry("url", "/p/x?a%20b=1&a%20b=%C3%A9")
                    .containsEntry("absoluteUrl", "http://localhost/p/x?a%20b=1&a%20b=%C3%A9")
                    .containsEntry("method", "POST")
                    .containsEntry("clientIp", "192.0.2.1")
                    .containsEntry("cookies", Map.of("theme", "dark", "id", "7"))
                    .containsEntry("body", "amount=2000&meta%5Bid%5D=1&expand=a&expand=b")
                    .containsEntry("protocol", "HTTP/1.1");
            assertThat(request.get("queryParams")).asString().contains("a b", "é");
            assertThat(request.get("formParams")).asString().contains("meta[id]", "2000", "expand");
            assertThat(request.get("headers")).asString().contains("X-More=[1, 2]");
            assertThat(entry.get("response")).asString().contains("status=200", "body=y");
            assertThat(entry.get("stubMapping")).asString().contains("name=form", "consumer=c", "provider=p");
        }
    }

    @Test
    void the_parts_of_a_multipart_request_appear() {
        var upload = "{\"method\": \"POST\", \"path\": \"/x\"}";
        try (var stub = start(pact("c", "p", http("upload", upload, text("y"))))) {
            RawHttp.send(stub.port(), Request.post("/p/x", "multipart/form-data; boundary=42", """
                            --42\r
                            Content-Disposition: form-data; name="photo"; filename="a.txt"\r
                            \r
                            content\r
                            --42--\r
                            """));

            assertThat(journal(stub).getString("requests[0].request.body")).contains("name=\"photo\"");
            var pattern = "{\"method\": \"POST\", \"multipartPatterns\": [{\"name\": \"photo\"}]}";
            var counted =
                    given().contentType("application/json").body(pattern).post(stub.url() + "/__admin/requests/count");
            assertThat(counted.<Integer>path("count")).isEqualTo(1);
        }
    }

    @Test
    void a_request_that_matches_nothing_appears_as_unmatched_with_its_explanation() {
        try (var stub = start(pact("c", "p", get("/x", "y")))) {
            RawHttp.send(stub.port(), Request.get("/p/y"));

            var unmatched = given().get(stub.url() + "/__admin/requests/unmatched");
            assertThat(unmatched.<String>path("requests[0].url")).isEqualTo("/p/y");
            var entry = journal(stub).getMap("requests[0]");
            assertThat(entry).containsEntry("wasMatched", false);
            assertThat(entry.get("response")).asString().contains("No interaction of p is for GET /y.");
        }
    }

    @Test
    void a_generated_response_appears_as_it_was_sent() {
        var response = """
                {"status": 200, "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"id": "example"}, "contentType": "application/json", "encoded": false},
                 "generators": {"body": {"$.id": {"type": "Uuid"}}}}""";
        try (var stub = start(pact("c", "p", http("x", "{\"method\": \"GET\", \"path\": \"/x\"}", response)))) {
            var sent = RawHttp.send(stub.port(), Request.get("/p/x")).text();

            assertThat(journal(stub).getString("requests[0].response.body")).isEqualTo(sent);
        }
    }

    @Test
    void a_request_that_wiremock_cannot_represent_is_left_out() {
        try (var stub = start(pact("c", "p", get("/x", "y")))) {
            var response = RawHttp.send(stub.port(), Request.get("/p/x", "Content-Type: text/plain; charset=nonsense"));
            RawHttp.send(stub.port(), Request.get("/p/x"));

            assertThat(response.text()).isEqualTo("y");
            assertThat(journal(stub).getList("requests")).hasSize(1);
        }
    }

    @Test
    void a_delay_for_all_responses_applies_to_contracts() {
        try (var stub = start(pact("c", "p", get("/x", "y")))) {
            given().contentType("application/json")
                    .body("{\"fixedDelay\": 5}")
                    .post(stub.url() + "/__admin/settings")
                    .then()
                    .statusCode(200);

            var response = RawHttp.send(stub.port(), Request.get("/p/x"));

            assertThat(response.text()).isEqualTo("y");
            assertThat(journal(stub).getInt("requests[0].timing.addedDelay")).isEqualTo(5);
        }
    }

    private ReplayServer start(String contract) {
        return ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .listen("p", 0)
                .start();
    }

    private static JsonPath journal(ReplayServer stub) {
        return given().get(stub.url() + "/__admin/requests").jsonPath();
    }
}
