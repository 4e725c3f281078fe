package dev.treaty.stubs.http.provider;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.http.ReplayServer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may control a replay, and what has no effect on that. */
class ControlRequestsTest {

    private static final String RESET = "/__treaty/reset";

    private ReplayServer stub = start(builder -> builder.listen("shop", 0));

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void the_replay_answers_on_the_provider_s_port_and_on_the_main_port() {
        assertThat(send(RESET).text()).isEqualTo("reset");
        assertThat(RawHttp.send(stub.port(), Request.of("POST", "/shop" + RESET, new byte[0]))
                        .text())
                .isEqualTo("reset");
    }

    @Test
    void neither_a_fault_nor_a_mapping_applies_and_the_journal_does_not_show_it() {
        given().body("{\"status\": 503}").put(stub.url() + "/__admin/faults/shop");
        given().body("{\"request\": {}, \"response\": {\"status\": 418}}").post(stub.url() + "/__admin/mappings");

        assertThat(send(RESET).status()).isEqualTo(200);
        given().get(stub.url() + "/__admin/requests").then().body("requests.size()", equalTo(0));
    }

    @Test
    void a_page_from_another_origin_is_refused() {
        var refused = send(RESET, "Origin: https://evil.example");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .startsWith("shop says 403: A page from another origin may not use the admin API or control a replay.");
        assertThat(send(RESET, "Sec-Fetch-Site: cross-site").status()).isEqualTo(403);
        assertThat(send(RESET, "Sec-Fetch-Site: same-origin", "Origin: http://localhost")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_name_that_was_pointed_at_this_machine_is_refused() {
        given().header("Host", "evil.example")
                .post(stub.url("shop") + RESET)
                .then()
                .statusCode(403);
    }

    /** In a container, say: the credentials decide which account is meant, and that is all that the request can reach. */
    @Test
    void beyond_loopback_the_provider_s_credentials_suffice() {
        stub.close();
        stub = start(builder -> builder.listen("shop", 0).bind("0.0.0.0"));

        assertThat(stub.isAdminApiClosed()).isTrue();
        given().header("Host", "stubs:12111")
                .post("http://127.0.0.1:" + stub.url("shop").getPort() + RESET)
                .then()
                .statusCode(200);
        assertThat(send(RESET, "Origin: https://evil.example").status()).isEqualTo(403);
    }

    @Test
    void an_unknown_control_request_is_an_error() {
        var unknown = send("/__treaty/weather");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("No replay is controlled by POST /__treaty/weather.");
    }

    @Test
    void a_provider_without_state_cannot_be_controlled() {
        stub.close();
        stub = start(builder -> builder.contractsOnly().listen("shop", 0));

        var refused = send(RESET);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text())
                .contains(
                        "shop cannot be controlled, because only its contracts answer.",
                        "start the server without --contracts-only");
    }

    /** As from a 3-D Secure page that the application's own site opens. */
    @Test
    void pages_of_the_provider_are_open_to_navigation_from_another_site_and_to_their_own_forms() {
        var opened = Request.get("/pay", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate");
        var posted = Request.of("POST", "/pay", new byte[0], "Sec-Fetch-Site: same-origin", "Origin: http://localhost");

        assertThat(RawHttp.send(stub.url("shop").getPort(), opened).text()).isEqualTo("paid");
        assertThat(RawHttp.send(stub.url("shop").getPort(), posted).text()).isEqualTo("paid");
    }

    private Response send(String path, String... headers) {
        return RawHttp.send(stub.url("shop").getPort(), Request.of("POST", path, new byte[0], headers));
    }

    private static ReplayServer start(UnaryOperator<ReplayServer.Builder> configure) {
        return configure
                .apply(ReplayServer.builder()
                        .pacts(List.of(PactFile.parse(Path.of("web-shop.json"), pact("web", "shop", get("/x", "x")))))
                        .providerStubs(List.of(new OrderReplay())))
                .start();
    }
}
