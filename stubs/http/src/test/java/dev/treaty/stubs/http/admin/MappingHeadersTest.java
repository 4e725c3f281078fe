package dev.treaty.stubs.http.admin;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The headers of mappings that were added, and of servers that they pass requests on to. */
class MappingHeadersTest {

    private static final String LONG = "a".repeat(300_000);

    private final ReplayServer stub = ReplayServer.builder().pacts(List.of()).start();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void a_proxied_response_with_too_long_headers_is_a_problem_that_says_so() throws IOException {
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("X-Long", LONG);
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(ISO_8859_1));
            exchange.close();
        });
        other.start();
        try {
            add("{\"proxyBaseUrl\": \"http://localhost:%d\"}"
                    .formatted(other.getAddress().getPort()));

            var response = RawHttp.send(stub.port(), Request.get("/x?secret=1"));

            assertThat(response.status()).isEqualTo(502);
            assertThat(response.headers())
                    .contains("Content-Type: application/problem+json")
                    .noneMatch(header -> header.startsWith("X-Long"));
            assertThat(response.text())
                    .contains(
                            "https://treaty.dev/problems/proxied-headers-too-long",
                            "The server that the request was passed on to responds with headers of more than 261120 bytes",
                            "where: /x, and proxyBaseUrl of the mapping that matches it",
                            "fix:   have that server send shorter ones, or fewer")
                    .doesNotContain("secret");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void a_mapping_with_too_long_headers_is_a_problem_that_says_so() {
        add("{\"headers\": {\"X-Long\": \"%s\"}}".formatted(LONG));

        var response = RawHttp.send(stub.port(), Request.get("/x"));

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text())
                .contains(
                        "https://treaty.dev/problems/headers-too-long",
                        "where: /x, and response.headers of the mapping that matches it");
    }

    @Test
    void the_names_of_headers_are_sent_as_the_mapping_spells_them() {
        add(
                "{\"headers\": {\"ETAG\": \"1\", \"content-type\": \"text/plain\", \"x-one\": \"1\"}, \"body\": \"hello\"}");

        assertThat(RawHttp.send(stub.port(), Request.get("/x")).headers())
                .contains("ETAG: 1", "content-type: text/plain", "x-one: 1");
    }

    private void add(String response) {
        given().port(stub.port())
                .body("{\"request\": {\"urlPath\": \"/x\"}, \"response\": %s}".formatted(response))
                .post("/__admin/mappings")
                .then()
                .statusCode(201);
    }
}
