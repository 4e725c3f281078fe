package dev.treaty.stubs.http.admin;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metrics that Prometheus reads. */
class MetricsTest {

    private ReplayServer stub;

    @BeforeEach
    void start() {
        var web = PactFile.parse(Path.of("web-api.json"), pact("web", "api", get("/x", "hello")));
        var shop = PactFile.parse(
                Path.of("web-shop.json"),
                pact("web", "shop", http("an order", "{\"method\": \"POST\", \"path\": \"/orders\"}", text("made"))));
        stub = ReplayServer.builder()
                .pacts(List.of(web, shop))
                .listen("shop", 0)
                .start();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void requests_are_counted_by_provider_and_outcome() {
        send("/api/x");
        send("/api/x");
        send("/api/unknown");
        send("/api/x", "Stub-Status: 503");
        send("/api/x", "Stub-Fault: empty");
        send("/api/x", "Stub-Delay: never");
        RawHttp.send(stub.url("shop").getPort(), Request.of("POST", "/orders", new byte[0]));

        awaitMetrics(
                counted("api", "match", 2),
                counted("api", "miss", 1),
                counted("api", "fault", 2),
                counted("api", "refused", 1),
                counted("shop", "match", 1));
    }

    /** What the delay was for is not what the request ended with. */
    @Test
    void a_delayed_request_that_is_refused_in_the_end_is_no_fault() {
        var slow =
                PactFile.parse(Path.of("web-slow.json"), pact("web", "slow", http("a slow regex", """
                {"method": "GET", "path": "/slow", "headers": {"X": ["a"]},
                 "matchingRules": {"header": {"X": {"matchers": [{"match": "regex", "regex": "(a{1,30}){1,30}b"}]}}}}\
                """, text("slow"))));
        try (var server = ReplayServer.builder()
                .pacts(List.of(slow))
                .longestComparison(Duration.ofMillis(50))
                .start()) {
            var response =
                    RawHttp.send(server.port(), Request.get("/slow/slow", "X: " + "a".repeat(60), "Stub-Delay: 10ms"));

            assertThat(response.status()).isEqualTo(503);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(given().get(server.url() + "/__admin/metrics")
                                    .asString())
                            .contains(counted("slow", "refused", 1))
                            .doesNotContain("outcome=\"fault\""));
        }
    }

    @Test
    void latency_is_measured_by_provider() {
        send("/api/x", "Stub-Delay: 300ms");

        awaitMetrics(
                "treaty_stub_request_duration_seconds_bucket{provider=\"api\",le=\"0.25\"} 0",
                "treaty_stub_request_duration_seconds_bucket{provider=\"api\",le=\"+Inf\"} 1",
                "treaty_stub_request_duration_seconds_count{provider=\"api\"} 1");
    }

    @Test
    void a_response_of_an_added_mapping_counts_as_a_match() {
        given().contentType("application/json")
                .body("{\"request\": {\"urlPath\": \"/api/added\"}, \"response\": {\"status\": 204}}")
                .post(stub.url() + "/__admin/mappings");

        send("/api/added");

        awaitMetrics(counted("api", "match", 1));
    }

    @Test
    void made_up_provider_names_do_not_become_labels() {
        for (var i = 0; i < 20; i++) {
            send("/made-up-" + i + "/x");
        }
        RawHttp.send(stub.port(), new Request("NO HTTP", "/x", List.of(), ""));

        awaitMetrics(counted("none", "miss", 20), counted("none", "refused", 1));
        assertThat(metrics()).doesNotContain("made-up");
    }

    @Test
    void reading_the_metrics_is_not_counted() {
        metrics();

        assertThat(metrics()).doesNotContain("treaty_stub_requests_total{");
    }

    @Test
    void the_metrics_are_in_the_prometheus_text_format() {
        assertThat(given().get(stub.url("shop") + "/__admin/metrics").contentType())
                .startsWith("text/plain; version=0.0.4");
    }

    private static String counted(String provider, String outcome, int times) {
        return "treaty_stub_requests_total{outcome=\"%s\",provider=\"%s\"} %d".formatted(outcome, provider, times);
    }

    /** A request is counted when it is complete, which may be after the client has the response. */
    private void awaitMetrics(String... lines) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(metrics().lines().map(line -> line.replaceFirst("\\.0$", "")))
                        .contains(lines));
    }

    private String metrics() {
        return given().get(stub.url() + "/__admin/metrics").asString();
    }

    private void send(String target, String... headers) {
        RawHttp.send(stub.port(), Request.get(target, headers));
    }
}
