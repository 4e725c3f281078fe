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
import dev.treaty.stubs.http.tls.CertificateSource;
import dev.treaty.stubs.http.tls.TlsClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
    void caches_learn_that_another_page_may_read_what_this_one_may_not() {
        var ofAnotherPage = read("/api/x", "https://example.com");
        var ofAnImage = RawHttp.send(stub.port(), Request.get("/api/x", "Sec-Fetch-Mode: no-cors"));
        var ofAnotherMachine = RawHttp.send(stub.port(), Request.get("/api/unknown", "User-Agent: Mozilla/5.0 (X11)"));

        for (var response : List.of(ofAnotherPage, ofAnImage, ofAnotherMachine)) {
            assertThat(response.headers())
                    .contains("Vary: Origin")
                    .noneMatch(header -> header.startsWith("Access-Control"));
        }
        assertThat(RawHttp.send(stub.port(), Request.get("/api/own", "Sec-Fetch-Mode: no-cors"))
                        .headers())
                .as("a contract that knows pages")
                .noneMatch(header -> header.startsWith("Vary"));
    }

    @Test
    void where_no_page_is_let_in_nothing_depends_on_it() {
        restart(CorsPolicy.of(List.of(CorsPolicy.NONE)));

        assertThat(read("/api/x", "http://localhost:3000").headers()).noneMatch(header -> header.startsWith("Vary"));
    }

    @Test
    void a_page_of_a_public_address_may_reach_this_private_one_if_it_is_let_in() {
        restart(CorsPolicy.of(List.of("https://app.example.com")));
        var asks = "Access-Control-Request-Private-Network: true";

        assertThat(preflight("/api/x", "https://app.example.com", asks).headers())
                .contains("Access-Control-Allow-Private-Network: true");
        assertThat(preflight("/api/x", "https://app.example.com").headers())
                .as("not asked for")
                .noneMatch(header -> header.startsWith("Access-Control-Allow-Private-Network"));
        assertThat(preflight("/api/x", "https://example.com", asks).headers())
                .as("not let in")
                .noneMatch(header -> header.startsWith("Access-Control"));
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
    void a_page_may_read_the_response_of_a_mapping_that_was_added_and_all_of_its_headers() {
        add("{\"X-Total\": \"3\", \"Content-Type\": \"text/plain\", \"Vary\": \"Accept\", \"ETag\": \"1\"}");

        assertThat(preflight("/api/added", "http://localhost:3000").status()).isEqualTo(204);
        assertThat(read("/api/added", "http://localhost:3000").headers())
                .contains(
                        "Access-Control-Allow-Origin: http://localhost:3000",
                        "Access-Control-Allow-Credentials: true",
                        "Vary: Origin",
                        "Vary: Accept")
                .filteredOn(header -> header.startsWith("Access-Control-Expose-Headers: "))
                .singleElement()
                .asString()
                .contains("X-Total", "ETag", "Content-Type");
        assertThat(RawHttp.send(stub.port(), Request.get("/api/added")).headers())
                .as("a client that is no page")
                .noneMatch(header -> header.startsWith("Access-Control") || header.equals("Vary: Origin"));
        assertThat(read("/api/added", "https://example.com").headers()).contains("Vary: Origin", "Vary: Accept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Access-Control-Allow-Origin\": \"https://own.example\", \"X-Total\": \"3\"",
                "\"X-Total\": \"3\", \"access-control-allow-origin\": \"https://own.example\""
            })
    void a_mapping_that_knows_pages_speaks_for_itself(String headers) {
        add("{" + headers + "}");

        assertThat(read("/api/added", "http://localhost:3000").headers())
                .filteredOn(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control"))
                .singleElement()
                .asString()
                .endsWith(": https://own.example");
    }

    @Test
    void a_mapping_may_say_which_of_its_headers_a_page_may_read() {
        add("{\"X-Total\": \"3\", \"Access-Control-Expose-Headers\": \"X-Other\", \"X-More\": \"4\"}");

        assertThat(read("/api/added", "http://localhost:3000").headers())
                .contains("Access-Control-Allow-Origin: http://localhost:3000")
                .filteredOn(header -> header.startsWith("Access-Control-Expose-Headers: "))
                .containsExactly("Access-Control-Expose-Headers: X-Other");
    }

    private void add(String headers) {
        var mapping =
                "{\"request\": {\"url\": \"/api/added\"}, \"response\": {\"status\": 200, \"body\": \"added\", \"headers\": %s}}";
        var added = RawHttp.send(
                stub.port(), Request.post("/__admin/mappings", "application/json", mapping.formatted(headers)));
        assertThat(added.status()).isEqualTo(201);
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

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com:443, https://app.example.com",
        "http://app.example.com:80, http://app.example.com",
        "HTTPS://App.Example.COM, https://app.example.com",
        "https://app.example.com:8443, https://app.example.com:8443",
        "http://[2001:DB8:0:0::1]:3000, http://[2001:db8::1]:3000",
        "https://bücher.example, https://xn--bcher-kva.example",
        "chrome-extension://abcdefgh, chrome-extension://abcdefgh"
    })
    void an_origin_may_be_written_otherwise_than_browsers_do(String option, String sent) {
        restart(CorsPolicy.of(List.of(option)));

        assertThat(read("/api/x", sent).headers()).contains("Access-Control-Allow-Origin: " + sent);
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, http://app.example.com",
        "https://app.example.com, https://app.example.com:8443",
        "http://app.example.com:443, http://app.example.com",
        "https://app.example.com, https://sub.app.example.com",
        "https://app.example.com, https://app.example.com.evil.test"
    })
    void an_origin_with_another_scheme_host_or_port_is_another(String option, String sent) {
        restart(CorsPolicy.of(List.of(option)));

        assertThat(read("/api/x", sent).headers()).noneMatch(header -> header.startsWith("Access-Control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example.com",
                "null",
                "https://*.example.com",
                "https://",
                "https://a b",
                "",
                "https://app.example.com:70000"
            })
    void what_is_not_an_origin_is_refused(String option) {
        assertThatThrownBy(() -> CorsPolicy.of(List.of(option)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"%s\" is not an origin; write e.g. https://app.example.com, * or none", option);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/",
                "https://app.example.com/shop",
                "https://app.example.com?a=b",
                "https://app.example.com#top"
            })
    void what_is_more_than_an_origin_is_refused_with_the_origin(String option) {
        assertThatThrownBy(() -> CorsPolicy.of(List.of(option)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"%s\" is more than an origin; write https://app.example.com", option);
    }

    @Test
    void none_cannot_be_combined() {
        assertThatThrownBy(() -> CorsPolicy.of(List.of("https://app.example.com", CorsPolicy.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("none lets no page in, so it cannot be combined with other origins");
    }

    @ParameterizedTest
    @EnumSource
    void pages_over_tls_may_use_the_server_over_tls(HttpClient.Version version) throws Exception {
        try (var server = builder(CorsPolicy.THIS_MACHINE)
                .tls(0, CertificateSource.inMemory())
                .start()) {
            var client = TlsClient.of(server, version, server.tlsUrl());
            var page = "https://app.localhost:3000";

            var preflight = client.send(client.request("/api/x", "Origin", page, "Access-Control-Request-Method", "PUT")
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
            var response = client.get("/api/x", "Origin", page);

            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                    .hasValue("PUT");
            assertThat(response.body()).isEqualTo("hello");
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue(page);
        }
    }

    private void restart(CorsPolicy policy) {
        stub.close();
        stub = server(policy);
    }

    private static ReplayServer server(CorsPolicy policy) {
        return builder(policy).start();
    }

    private static ReplayServer.Builder builder(CorsPolicy policy) {
        return ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("web-api.json"), CONTRACT)))
                .cors(policy);
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
