package dev.treaty.stubs.http.page;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.RawHttp.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see the page, and use its forms. */
class PageGuardTest {

    private static final String HTML = "Accept: text/html";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void a_link_from_elsewhere_may_lead_to_the_page() {
        try (var stub = server().start()) {
            var page = send(
                    stub.port(),
                    Request.get(
                            "/?view=network",
                            HTML,
                            "Sec-Fetch-Site: cross-site",
                            "Sec-Fetch-Mode: navigate",
                            "Sec-Fetch-Dest: document"));

            assertThat(page.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: no-cors|Sec-Fetch-Dest: script",
                "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: iframe",
                "Origin: https://evil.example",
                "Origin: http://localhost:3000"
            })
    void a_page_of_another_origin_may_neither_read_it_nor_frame_it(String headers) {
        try (var stub = server().start()) {
            var sent = (HTML + "|" + headers).split("\\|", -1);
            var refused = send(stub.port(), Request.get("/", sent));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.headers()).noneMatch(header -> header.startsWith("Access-Control-"));
            assertThat(refused.text())
                    .contains("A page from another origin", "<main")
                    .doesNotContain("shop-api");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site"})
    void a_form_of_another_origin_is_refused_readably(String header) {
        try (var stub = server().start()) {
            var refused = send(
                    stub.port(), Request.post("/__admin/page/faults", FORM, "provider=api&status=503", HTML, header));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("<main", "A page from another origin");
            assertThat(send(stub.port(), Request.get("/api/x")).status()).isEqualTo(200);
        }
    }

    @Test
    void a_foreign_host_name_that_points_to_loopback_is_refused() {
        try (var stub = server().start()) {
            var bytes = Request.get("http://rebound.example/", HTML);

            assertThat(send(stub.port(), bytes).status()).isEqualTo(403);
        }
    }

    @Test
    void with_a_token_a_browser_asks_for_it_as_a_password() {
        try (var stub = server().adminToken("s3cr3t").start()) {
            var refused = send(stub.port(), Request.get("/", HTML));

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.headers()).contains("WWW-Authenticate: Basic realm=\"Treaty\", charset=\"UTF-8\"");
            assertThat(refused.text()).contains("<main");
            assertThat(send(stub.port(), Request.get("/", HTML, basic("anybody", "s3cr3t")))
                            .status())
                    .isEqualTo(200);
            assertThat(send(stub.port(), Request.get("/__admin/page/page.css", basic("", "s3cr3t")))
                            .status())
                    .isEqualTo(200);
            assertThat(send(stub.port(), Request.get("/", HTML, basic("s3cr3t", "wrong")))
                            .status())
                    .isEqualTo(401);
            assertThat(send(stub.port(), Request.get("/", HTML, "Authorization: Basic %%%"))
                            .status())
                    .isEqualTo(401);
            assertThat(send(stub.port(), Request.get("/__admin/page/events")).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void programs_are_still_asked_for_a_bearer_token() {
        try (var stub = server().adminToken("s3cr3t").start()) {
            assertThat(send(stub.port(), Request.get("/__admin/mappings", HTML)).headers())
                    .contains("WWW-Authenticate: Bearer", "Content-Type: application/problem+json");
        }
    }

    @Test
    void beyond_loopback_the_page_is_closed_without_a_token() {
        try (var stub = server().bind("0.0.0.0").start()) {
            var refused = send(stub.port(), Request.get("/", HTML));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("the server listens on 0.0.0.0", "--admin-token");
        }
    }

    private static String basic(String name, String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    private static ReplayServer.Builder server() {
        return ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("shop-api.json"), pact("shop", "api", get("/x", "hello")))));
    }
}
