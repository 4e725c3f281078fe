package dev.treaty.stubs.http.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that a mapping passes requests on to, and that do not respond. */
class ProxyFailureTest {

    private final ReplayServer stub = ReplayServer.builder().pacts(List.of()).start();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void a_server_that_is_down_is_a_problem_that_names_it() throws IOException {
        var port = closedPort();
        passOnTo(port);

        var response = RawHttp.send(stub.port(), Request.get("/x?secret=1"));

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.headers()).contains("Content-Type: application/problem+json");
        assertThat(response.text())
                .contains(
                        "https://treaty.dev/problems/proxy-unreachable",
                        "cannot be reached: Connect to http://127.0.0.1:%d".formatted(port),
                        "where: http://127.0.0.1:%d, and proxyBaseUrl of the mapping".formatted(port),
                        "fix:   start that server, or correct proxyBaseUrl")
                .doesNotContain("secret");
    }

    private void passOnTo(int port) {
        given().port(stub.port())
                .body("{\"request\": {\"urlPath\": \"/x\"}, \"response\": {\"proxyBaseUrl\": \"http://127.0.0.1:%d\"}}"
                        .formatted(port))
                .post("/__admin/mappings")
                .then()
                .statusCode(201);
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
