package dev.treaty.stubs.http.cors;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.http.ReplayServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in a browser that use the providers. */
class CorsTest {

    private static final String OWN =
            "{\"status\": 200, \"headers\": {\"Access-Control-Allow-Origin\": [\"https://own.example\"]}}";

    private static final String CONTRACT = pact(
            "web",
            "api",
            get("/x", "hello"),
            http("own", "{\"method\": \"GET\", \"path\": \"/own\"}", OWN),
            http("own preflight", "{\"method\": \"OPTIONS\", \"path\": \"/own\"}", OWN));

    private ReplayServer stub = server(CorsPolicy.THIS_MACHINE);

    @AfterEach
    void stop() {
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000",
                "http://127.0.0.1:5173",
                "https://[::1]:8443",
                "http://app.localhost",
                "http://LOCALHOST"
            })
    void a_page_of_this_machine_may_send_any_request_and_read_the_response(String origin) {
        var preflight = preflight("/api/x", origin, "Access-Control-Request-Headers: x-authorization,content-type");
        var response = read("/api/x", origin);

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.headers())
                .contains(
                        "Access-Control-Allow-Origin: " + origin,
                        "Access-Control-Allow-Methods: PUT",
                        "Access-Control-Allow-Headers: x-authorization,content-type",
                        "Vary: Origin");
        assertThat(response.text()).isEqualTo("hello");
        assertThat(response.headers())
                .contains(
                        "Access-Control-Allow-Origin: " + origin,
                        "Access-Control-Allow-Credentials: true",
                        "Access-Control-Expose-Headers: Content-Type",
                        "Vary: Origin");
    }

    @Test
    void a_page_may_read_why_nothing_answers() {
        var miss = read("/api/unknown", "http://localhost:3000");

        assertThat(miss.status()).isEqualTo(404);
        assertThat(miss.headers()).contains("Access-Control-Allow-Origin: http://localhost:3000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://example.com",
                "http://localhost.example.com",
                "http://localhost@example.com",
                "http://127.0.0.1.example.com",
                "http://localhost:3000/path",
                "localhost",
                "file://",
                "http://%6cocalhost"
            })
    void other_pages_may_not(String origin) {
        assertThat(preflight("/api/x", origin).status()).isEqualTo(404);
        assertThat(read("/api/x", origin).headers()).noneMatch(header -> header.startsWith("Access-Control"));
    }

    @Test
    void clients_that_are_not_pages_get_what_the_contract_says_and_nothing_else() {
        assertThat(RawHttp.send(stub.port(), Request.get("/api/x")).headers())
                .noneMatch(header -> header.startsWith("Access-Control") || header.startsWith("Vary"));
    }

    @Test
    void a_contract_that_knows_pages_speaks_for_itself() {
        assertThat(preflight("/api/own", "http://localhost:3000").status()).isEqualTo(200);
        assertThat(read("/api/own", "http://localhost:3000").headers())
                .contains("Access-Control-Allow-Origin: https://own.example")
                .filteredOn(header -> header.startsWith("Access-Control"))
                .hasSize(1);
    }

    @Test
    void a_page_may_read_the_response_of_a_mapping_that_was_added() {
        var mapping = "{\"request\": {\"url\": \"/api/added\"}, \"response\": {\"status\": 200, \"body\": \"added\"}}";
        RawHttp.send(stub.port(), Request.post("/__admin/mappings", "application/json", mapping));

        assertThat(preflight("/api/added", "http://localhost:3000").status()).isEqualTo(204);
        assertThat(read("/api/added", "http://localhost:3000").headers())
                .contains("Access-Control-Allow-Origin: http://localhost:3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/__admin/mappings", "/api/__treaty/clock"})
    void the_admin_api_and_the_control_of_replays_are_not_for_pages(String path) {
        for (var response : List.of(preflight(path, "http://localhost:3000"), read(path, "http://localhost:3000"))) {
            assertThat(response.status()).isEqualTo(403);
            assertThat(response.headers()).noneMatch(header -> header.startsWith("Access-Control"));
        }
    }

    @Test
    void another_origin_can_be_let_in() {
        restart(CorsPolicy.of(List.of("https://app.example.com")));

        assertThat(read("/api/x", "https://app.example.com").headers())
                .contains(
                        "Access-Control-Allow-Origin: https://app.example.com",
                        "Access-Control-Allow-Credentials: true");
        assertThat(read("/api/x", "https://app.example.org").headers())
                .noneMatch(header -> header.startsWith("Access-Control"));
        assertThat(preflight("/api/x", "http://localhost:3000").status()).isEqualTo(204);
    }

    @Test
    void any_origin_can_be_let_in_without_credentials() {
        restart(CorsPolicy.of(List.of(CorsPolicy.ANY)));

        assertThat(read("/api/x", "https://example.com").headers())
                .contains("Access-Control-Allow-Origin: *")
                .noneMatch(header -> header.startsWith("Access-Control-Allow-Credentials"));
        assertThat(read("/__admin/mappings", "https://example.com").status()).isEqualTo(403);
    }

    @Test
    void all_can_be_kept_out() {
        restart(CorsPolicy.of(List.of(CorsPolicy.NONE)));

        assertThat(preflight("/api/x", "http://localhost:3000").status()).isEqualTo(404);
    }

    @Test
    void what_is_not_an_origin_is_refused() {
        assertThatThrownBy(() -> CorsPolicy.of(List.of("app.example.com")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"app.example.com\" is not an origin; write e.g. https://app.example.com, * or none");
    }

    private void restart(CorsPolicy policy) {
        stub.close();
        stub = server(policy);
    }

    private static ReplayServer server(CorsPolicy policy) {
        return ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("web-api.json"), CONTRACT)))
                .cors(policy)
                .start();
    }

    private Response read(String target, String origin) {
        return RawHttp.send(stub.port(), Request.get(target, "Origin: " + origin));
    }

    private Response preflight(String target, String origin, String... headers) {
        var request = Request.get(target, headers).withMethod("OPTIONS");
        var all = new ArrayList<>(request.headers());
        all.addAll(List.of("Origin: " + origin, "Access-Control-Request-Method: PUT"));
        return RawHttp.send(stub.port(), request.withHeaders(all));
    }
}
