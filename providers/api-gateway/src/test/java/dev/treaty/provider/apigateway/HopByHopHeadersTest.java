package dev.treaty.provider.apigateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.testing.TestTokens;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Header fields that concern only one connection (RFC 9110, section 7.6.1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HopByHopHeadersTest {

    private final StubServices services = StubServices.start();
    private final TestGateway gateway = TestGateway.start(services.settings());

    @AfterAll
    void stop() {
        gateway.close();
        services.close();
    }

    @Test
    void only_header_fields_of_the_contract_are_forwarded() throws IOException {
        var response = RawHttp.exchange(
                gateway.url(),
                "GET /v1/workspaces/ws_hop HTTP/1.1",
                "Host: gateway.example",
                "Authorization: Bearer " + TestTokens.USUAL.token("usr_42"),
                "X-Request-Id: req-00000042",
                "Connection: close, Upgrade, X-Only-For-The-Gateway",
                "X-Only-For-The-Gateway: 1",
                "Keep-Alive: timeout=5",
                "TE: trailers",
                "Trailer: X-Checksum",
                "Upgrade: websocket",
                "Proxy-Authorization: Basic YWRhOmFkYQ==",
                "Proxy-Connection: keep-alive",
                "Cookie: a=b",
                "X-Forwarded-Host: elsewhere.example");

        assertThat(response).startsWith("HTTP/1.1 200");
        var asked = services.received(getRequestedFor(urlPathEqualTo("/workspace-service/workspaces/ws_hop")));
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.getHeaders().keys())
                    .containsExactlyInAnyOrder(
                            "Accept", "Authorization", "Content-Length", "Host", "User-Agent", "X-Request-Id");
            assertThat(request.getHeader("X-Request-Id")).isEqualTo("req-00000042");
        });
    }

    @Test
    void header_fields_named_by_connection_end_at_the_gateway() throws IOException {
        var token = TestTokens.USUAL.token("usr_42");

        var withoutVersion = RawHttp.exchange(
                gateway.url(),
                "DELETE /v1/workspaces/ws_42 HTTP/1.1",
                "Host: gateway.example",
                "Connection: close",
                "Connection: if-match",
                "Authorization: Bearer " + token,
                "If-Match: \"1\"");
        var withoutToken = RawHttp.exchange(
                gateway.url(),
                "GET /v1/workspaces/ws_42 HTTP/1.1",
                "Host: gateway.example",
                "Connection: close, Authorization",
                "Authorization: Bearer " + token);

        assertThat(withoutVersion).startsWith("HTTP/1.1 428").contains("problems/if-match-missing");
        assertThat(withoutToken).startsWith("HTTP/1.1 401").contains("problems/token-missing");
    }

    @Test
    void only_header_fields_of_the_contract_are_returned() throws IOException {
        services.respondWith(get(urlPathEqualTo("/workspace-service/workspaces/ws_back"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withHeader("ETag", "\"7\"")
                        .withHeader("Connection", "X-Only-For-The-Gateway")
                        .withHeader("X-Only-For-The-Gateway", "1")
                        .withHeader("Keep-Alive", "timeout=5")
                        .withHeader("Proxy-Authenticate", "Basic")
                        .withHeader("Set-Cookie", "a=b")
                        .withHeader("Server", "workspaces/1.0")
                        .withBody("{\"id\":\"ws_back\",\"name\":\"Harvest\",\"role\":\"owner\","
                                + "\"createdAt\":\"2026-01-15T09:30:00Z\",\"shard\":\"db-7\"}")));

        var response = RawHttp.exchange(
                gateway.url(),
                "GET /v1/workspaces/ws_back HTTP/1.1",
                "Host: gateway.example",
                "Connection: close",
                "Authorization: Bearer " + TestTokens.USUAL.token("usr_42"));

        var head = response.substring(0, response.indexOf("\r\n\r\n"));
        assertThat(head.lines().skip(1).map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactlyInAnyOrder(
                        "Connection",
                        "Content-Length",
                        "Content-Type",
                        "Date",
                        "ETag",
                        "RateLimit",
                        "RateLimit-Policy",
                        "X-Request-Id");
        assertThat(head).contains("ETag: \"7\"").contains("Connection: close");
        assertThat(response)
                .endsWith("{\"id\":\"ws_back\",\"name\":\"Harvest\",\"role\":\"owner\","
                        + "\"createdAt\":\"2026-01-15T09:30:00Z\"}");
    }
}
