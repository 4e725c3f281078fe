package dev.treaty.stubs.http.admin;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.client.WireMockBuilder;
import com.github.tomakehurst.wiremock.security.ClientTokenAuthenticator;
import com.github.tomakehurst.wiremock.security.NotAuthorisedException;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.http.ReplayServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use the admin API. */
class AdminGuardTest {

    private static final String TOKEN = "s3cr3t";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost:1",
                "Origin: ",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void pages_from_other_origins_are_refused_on_every_port(String header) {
        try (var stub = server().start()) {
            for (var port : List.of(stub.port(), stub.ports().get("api"))) {
                var refused = send(port, Request.of("DELETE", "/__admin/mappings", new byte[0], header));

                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.text())
                        .contains(
                                "A page from another origin may not use the admin API or control a replay.", "where:");
                assertThat(refused.headers()).noneMatch(line -> line.startsWith("Access-Control-"));
            }
            assertThat(send(stub.port(), Request.of("OPTIONS", "/__admin/mappings", new byte[0], header))
                            .status())
                    .isEqualTo(403);
            assertThat(send(stub.port(), Request.get("/%5F_admin/mappings", header))
                            .status())
                    .isEqualTo(403);
            assertThat(stub.interactions()).isEqualTo(1);
        }
    }

    @Test
    void pages_from_any_origin_may_call_the_providers() {
        try (var stub = server().start()) {
            assertThat(send(stub.port(), Request.get("/api/x", "Origin: https://app.example"))
                            .text())
                    .isEqualTo("hello");
        }
    }

    @Test
    void a_page_of_the_server_itself_may_use_the_admin_api() {
        try (var stub = server().start()) {
            given().header("Origin", stub.url().toString())
                    .header("Sec-Fetch-Site", "same-origin")
                    .get(stub.url() + "/__admin/mappings")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void an_origin_beside_that_of_the_server_is_refused() {
        try (var stub = server().start()) {
            var own = "Origin: http://localhost";
            var foreign = "Origin: https://evil.example";

            assertThat(send(stub.port(), Request.get("/__admin/mappings", own)).status())
                    .isEqualTo(200);
            assertThat(send(stub.port(), Request.get("/__admin/mappings", own, foreign))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_foreign_host_name_that_points_to_loopback_is_refused() {
        try (var stub = server().start()) {
            given().header("Host", "rebound.example:" + stub.port())
                    .get(stub.url() + "/__admin/requests")
                    .then()
                    .statusCode(403);
            given().header("Host", "localhost:" + stub.port())
                    .get(stub.url() + "/__admin/requests")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void the_admin_api_is_closed_beyond_loopback_without_a_token() {
        try (var stub = server().bind("0.0.0.0").start()) {
            var refused = send(stub.port(), Request.get("/__admin/mappings"));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("the server listens on 0.0.0.0", "--admin-token");
            assertThat(send(stub.port(), Request.get("/__admin/health")).status())
                    .isEqualTo(200);
            assertThat(send(stub.port(), Request.get("/api/x")).text()).isEqualTo("hello");
        }
    }

    @Test
    void a_token_opens_the_admin_api() {
        try (var stub = server().bind("0.0.0.0").adminToken(TOKEN).start()) {
            var without = send(stub.port(), Request.get("/__admin/mappings"));
            var wrong = send(stub.port(), Request.get("/__admin/mappings", "Authorization: Bearer s3cr3"));
            var right = send(stub.port(), Request.get("/__admin/mappings", "Authorization: Bearer " + TOKEN));

            assertThat(without.status()).isEqualTo(401);
            assertThat(without.headers()).contains("WWW-Authenticate: Bearer");
            assertThat(without.text())
                    .contains("The admin API requires a token.")
                    .doesNotContain(TOKEN);
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(right.status()).isEqualTo(200);
        }
    }

    @Test
    void the_wiremock_client_can_send_the_token() {
        try (var stub = server().adminToken(TOKEN).start()) {
            var client = client(stub).authenticator(new ClientTokenAuthenticator(TOKEN));
            var other = client(stub).authenticator(new ClientTokenAuthenticator("another"));

            assertThat(client.build().allStubMappings().getMappings()).hasSize(1);
            var unauthorized = other.build();
            assertThatThrownBy(unauthorized::allStubMappings).isInstanceOf(NotAuthorisedException.class);
        }
    }

    private static WireMockBuilder client(ReplayServer stub) {
        return WireMock.create().host("127.0.0.1").port(stub.port());
    }

    private static ReplayServer.Builder server() {
        var contract = PactFile.parse(Path.of("web-api.json"), pact("web", "api", get("/x", "hello")));
        return ReplayServer.builder().pacts(List.of(contract)).listen("api", 0);
    }

    private static Response send(int port, Request request) {
        return RawHttp.send(port, request);
    }
}
