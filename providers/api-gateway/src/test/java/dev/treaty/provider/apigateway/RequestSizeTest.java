package dev.treaty.provider.apigateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The gateway does not forward what is too large. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestSizeTest {

    private static final int LARGEST = 16 << 10;
    private static final String BODY = "{\"email\":\"ada@example.org\",\"password\":\"correct horse battery staple\"}";

    private final StubServices services = StubServices.start();
    private final TestGateway gateway = TestGateway.start(services.settings());

    @AfterAll
    void stop() {
        gateway.close();
        services.close();
    }

    @Test
    void a_body_may_be_as_large_as_the_limit_but_not_a_byte_larger() {
        gateway.anybody()
                .contentType("application/json")
                .body(padded(LARGEST))
                .post("/v1/sessions")
                .then()
                .statusCode(201);
        gateway.anybody()
                .contentType("application/json")
                .body(padded(LARGEST + 1))
                .post("/v1/sessions/refresh")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", endsWith("/body-too-large"))
                .body("limit", equalTo(LARGEST));

        assertThat(services.received(anyRequestedFor(urlPathEqualTo("/auth-service/sessions/refresh"))))
                .isEmpty();
    }

    @Test
    void the_bytes_of_a_body_without_a_declared_length_are_counted() throws Exception {
        var chunked = HttpRequest.newBuilder(URI.create(gateway.url() + "/v1/users"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(padded(4 * LARGEST).getBytes(UTF_8))))
                .version(HttpClient.Version.HTTP_1_1)
                .build();

        var response = HttpClient.newHttpClient().send(chunked, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("problems/body-too-large");
        assertThat(services.received(anyRequestedFor(urlPathEqualTo("/auth-service/users"))))
                .isEmpty();
    }

    @Test
    void the_size_of_header_fields_is_limited() throws IOException {
        var one = RawHttp.exchange(
                gateway.url(),
                "GET /v1/me HTTP/1.1",
                "Host: gateway.example",
                "Connection: close",
                "X-Large: " + "x".repeat(LARGEST));
        var many = RawHttp.exchange(
                gateway.url(),
                "GET /v1/me HTTP/1.1",
                "Host: gateway.example",
                "Connection: close",
                "X-Many: 1\r\n".repeat(2_000) + "X-Last: 1");

        for (var response : List.of(one, many)) {
            assertThat(response).startsWith("HTTP/1.1 431").contains("\r\nContent-Type: application/problem+json\r\n");
        }
    }

    private static String padded(int bytes) {
        return BODY + " ".repeat(bytes - BODY.length());
    }
}
