package dev.treaty.stubs.http.provider;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every error of a provider whose replay has state has the provider's own shape, unless the client asks for a diagnosis. */
class ErrorShapeTest {

    private static final String SLOW =
            "{\"header\": {\"X-List\": {\"combine\": \"AND\", \"matchers\": [{\"match\": \"regex\", \"regex\": \".*a.*b.*c.*d\"}]}}}";

    private static final String CONTRACT = pact(
            "web",
            "shop",
            get("/returns", "returns"),
            http("one", "{\"method\": \"GET\", \"path\": \"/both\"}", text("one")),
            http("other", "{\"method\": \"GET\", \"path\": \"/both\"}", text("other")),
            http(
                    "slow",
                    "{\"method\": \"GET\", \"path\": \"/slow\", \"headers\": {\"X-List\": [\"a\"]}, \"matchingRules\": %s}"
                            .formatted(SLOW),
                    text("slow")));

    private final ReplayServer stub = ReplayServer.builder()
            .pacts(List.of(PactFile.parse(Path.of("web-shop.json"), CONTRACT)))
            .providerStubs(List.of(new OrderReplay()))
            .longestComparison(Duration.ofMillis(50))
            .strict(true)
            .listen("shop", 0)
            .start();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void a_miss() {
        assertShape(send(Request.get("/stores")), 404, "The replay of shop does not cover this request.");
    }

    @Test
    void a_status_that_was_asked_for() {
        assertShape(send(Request.get("/orders/1", "Stub-Status: 429")), 429, "No contract says so");
    }

    @Test
    void a_fault_that_does_not_exist() {
        assertShape(send(Request.get("/orders/1", "Stub-Delay: never")), 400, "The requested fault is invalid");
    }

    @Test
    void a_body_that_is_too_large() {
        var tooLarge = Request.of("POST", "/orders", new byte[(8 << 20) + 1]);

        assertShape(send(tooLarge), 413, "A body may have 8388608 bytes");
    }

    @Test
    void a_comparison_that_takes_too_long() {
        assertShape(
                send(Request.get("/slow", "X-List: " + "abc".repeat(150))), 503, "After 50 ms it was still unknown");
    }

    @Test
    void an_ambiguous_request() {
        var ambiguous = send(Request.get("/both"));

        assertShape(ambiguous, 409, "2 interactions of shop match GET /both");
        assertThat(ambiguous.headers()).noneMatch(header -> header.startsWith("Treaty-Not-Covered"));
    }

    @Test
    void a_request_that_is_not_a_valid_uri() {
        assertShape(send(Request.get("/orders?q=%zz")), 404, "No contract can match this request");
    }

    @Test
    void a_header_that_is_too_long() {
        assertShape(
                send(Request.get("/orders/1", "X-Long: " + "x".repeat(33 << 10))),
                431,
                "Its target, its headers or its body are not valid HTTP.");
    }

    @Test
    void a_header_that_is_too_long_on_the_main_port() {
        var refused = RawHttp.send(stub.port(), Request.get("/shop/orders/1", "X-Long: " + "x".repeat(33 << 10)));

        assertShape(refused, 431, "Its target, its headers or its body are not valid HTTP.");
    }

    @Test
    void bytes_that_are_not_http() throws IOException {
        try (var connection =
                new Socket(InetAddress.getLoopbackAddress(), stub.url("shop").getPort())) {
            connection.getOutputStream().write("NOT HTTP\r\n\r\n".getBytes(US_ASCII));

            assertThat(new String(connection.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 505 ")
                    .contains("shop says 505: ");
        }
    }

    @Test
    void a_replay_that_fails() {
        assertShape(send(Request.get("/fail")), 500, "Its log says why");
    }

    @Test
    void a_miss_on_the_main_port() {
        var missing = RawHttp.send(stub.port(), Request.get("/shop/stores"));

        assertShape(missing, 404, "The replay of shop does not cover this request.");
    }

    @Test
    void whoever_asks_for_a_problem_document_gets_one() {
        for (var error : List.of(
                Request.get("/stores", "Accept: application/problem+json"),
                Request.get("/orders/1", "Accept: application/problem+json", "Stub-Status: 429"),
                Request.get("/orders/1", "Accept: application/problem+json", "X-Long: " + "x".repeat(33 << 10)))) {
            assertThat(send(error).headers()).contains("Content-Type: application/problem+json");
        }
    }

    @Test
    void whoever_asks_for_text_or_uses_curl_gets_the_diagnosis_as_text() {
        for (var headers :
                List.of(new String[] {"Accept: text/plain"}, new String[] {"Accept: */*", "User-Agent: curl/8.5.0"})) {
            var missing = send(Request.get("/stores", headers));

            assertThat(missing.headers())
                    .contains("Content-Type: text/plain; charset=utf-8", "Treaty-Not-Covered: operation");
            assertThat(missing.text())
                    .startsWith(
                            "The replay of shop does not cover this request. No interaction of shop is for GET /stores.\n")
                    .contains("  fix:   ", "<<<<<");
        }
    }

    @Test
    void clients_that_accept_anything_get_the_provider_s_shape() {
        assertShape(send(Request.get("/stores", "Accept: */*", "User-Agent: node")), 404, "shop");
        assertShape(send(Request.get("/stores", "Accept: application/json, text/plain, */*")), 404, "shop");
    }

    private Response send(Request request) {
        return RawHttp.send(stub.url("shop").getPort(), request);
    }

    private static void assertShape(Response response, int status, String detail) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers()).contains("Content-Type: text/shop");
        assertThat(response.text()).startsWith("shop says " + status + ": ").contains(detail);
    }
}
