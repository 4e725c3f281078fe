package dev.treaty.provider.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import dev.treaty.provider.testing.ServiceProcess;
import dev.treaty.provider.testing.TestTokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The packaged gateway, as its operator sees it. */
class GatewayServiceIT {

    @Test
    void help_says_how_to_start_it() throws Exception {
        var help = ServiceProcess.run("api-gateway", Map.of(), "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).startsWith("Usage: api-gateway").contains("--port", "--bind");
    }

    @Test
    void does_not_start_without_the_addresses_of_its_services() throws Exception {
        var failed = ServiceProcess.run("api-gateway", Map.of(), "--port", "0");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output().strip()).isEqualTo("""
                api-gateway did not start: The environment variable AUTH_SERVICE_URL is not set.
                  where: the environment of api-gateway
                  fix:   set it, e.g. AUTH_SERVICE_URL=http://auth.internal:8081""");
    }

    @Test
    void is_alive_but_not_ready_while_its_services_are_down() throws Exception {
        var nobody = Map.of("AUTH_SERVICE_URL", "http://127.0.0.1:1", "WORKSPACE_SERVICE_URL", "http://127.0.0.1:1");
        try (var gateway = ServiceProcess.start("api-gateway", nobody)) {
            assertThat(RestAssured.get(gateway.url() + "/health/live").statusCode())
                    .isEqualTo(200);
            RestAssured.get(gateway.url() + "/health/ready")
                    .then()
                    .statusCode(503)
                    .body("missing", equalTo(List.of("auth-service", "workspace-service")));
        }
    }

    @Test
    void finishes_requests_in_progress_when_it_is_stopped() throws Exception {
        var arrived = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var services = StubServices.start()) {
            var slow = workspaces(arrived, release);
            var environment = Map.of(
                    "AUTH_SERVICE_URL",
                    services.authService().toString(),
                    "WORKSPACE_SERVICE_URL",
                    "http://127.0.0.1:" + slow.getAddress().getPort(),
                    "CALL_TIMEOUT_MILLISECONDS",
                    "8000");
            try (var gateway = ServiceProcess.start("api-gateway", environment)) {
                var request = HttpRequest.newBuilder(URI.create(gateway.url() + "/v1/workspaces"))
                        .header("Authorization", "Bearer " + TestTokens.USUAL.token("usr_42"))
                        .build();
                var inProgress = HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
                assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

                gateway.terminate();
                release.countDown();

                assertThat(inProgress.get(20, TimeUnit.SECONDS).body()).isEqualTo("{\"items\":[]}");
                assertThat(gateway.exitCode()).isEqualTo(ServiceProcess.TERMINATED);
            } finally {
                slow.stop(0);
            }
        }
    }

    private static HttpServer workspaces(CountDownLatch arrived, CountDownLatch release) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            arrived.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            var body = "{\"items\":[]}".getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
