package dev.treaty.stubs.http.admin;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mappings that proxy to the stub server itself. Without a limit, each of these requests would keep all threads for a minute. */
@Timeout(30)
class ProxyLoopTest {

    private final ReplayServer stub = ReplayServer.builder()
            .pacts(List.of(PactFile.parse(Path.of("web-api.json"), pact("web", "api", get("/x", "from the contract")))))
            .start();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void a_mapping_that_proxies_to_itself_is_told() {
        proxy("/loop.*", "");

        var response = RawHttp.send(stub.port(), Request.get("/loop/a?secret=1"));

        assertThat(response.status()).isEqualTo(508);
        assertThat(response.text())
                .contains(
                        "https://treaty.dev/problems/proxy-loop",
                        "A mapping passed on this request, and it came back to the same mapping.",
                        "where: /loop/a, and proxyBaseUrl of the mapping that matches it",
                        "fix:   let the mapping proxy to another server, or match less")
                .doesNotContain("secret");
    }

    @Test
    void two_mappings_that_proxy_to_each_other_are_told() {
        proxy("/one.*", "/two");
        proxy("/two.*", "/one");

        assertThat(RawHttp.send(stub.port(), Request.get("/one")).status()).isEqualTo(508);
    }

    @Test
    void many_such_requests_leave_threads_for_others() {
        proxy("/loop.*", "");

        var statuses = IntStream.range(0, 200)
                .parallel()
                .map(i -> RawHttp.send(stub.port(), Request.get("/loop/" + i)).status())
                .boxed()
                .toList();

        assertThat(statuses).containsOnly(508);
        assertThat(RawHttp.send(stub.port(), Request.get("/api/x")).text()).isEqualTo("from the contract");
    }

    @Test
    void a_mapping_may_proxy_to_a_contract_or_to_another_mapping() {
        proxy("/x", "/api");
        proxy("/first/x", "/second");
        given().port(stub.port())
                .body("{\"request\": {\"urlPath\": \"/second/first/x\"}, \"response\": {\"body\": \"from the"
                        + " second\"}}")
                .post("/__admin/mappings")
                .then()
                .statusCode(201);

        assertThat(RawHttp.send(stub.port(), Request.get("/x")).text()).isEqualTo("from the contract");
        assertThat(RawHttp.send(stub.port(), Request.get("/first/x")).text()).isEqualTo("from the second");
    }

    /** RFC 9110, section 7.6.3: what other proxies have written stays. */
    @Test
    void a_request_is_passed_on_with_the_trail_that_it_has() {
        proxy("/x", "/api");

        assertThat(RawHttp.send(stub.port(), Request.get("/x", "Via: 1.1 another"))
                        .text())
                .isEqualTo("from the contract");

        assertThat(given().port(stub.port()).get("/__admin/requests").asString())
                .containsPattern("\"Via\" : \\[? ?\"1\\.1 another(\", \"|, )1\\.1 treaty-");
    }

    private void proxy(String path, String to) {
        given().port(stub.port())
                .body("""
                    {"request": {"urlPathPattern": "%s"}, "response": {"proxyBaseUrl": "http://localhost:%d%s"}}\
                    """.formatted(path, stub.port(), to))
                .post("/__admin/mappings")
                .then()
                .statusCode(201);
    }
}
