package dev.treaty.provider.environmentcloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.provider.testing.ServiceProcess;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The packaged service: an executable jar. */
class EnvironmentClonerJarIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void it_clones_the_sample_tells_of_it_and_stops_on_request() throws Exception {
        var received = new CopyOnWriteArrayList<JsonNode>();
        var receiver = receiver(received);
        try (var service = ServiceProcess.start(
                "environment-cloner",
                Map.of("EVENTS_URL", "http://127.0.0.1:" + receiver.getAddress().getPort()),
                "--sample",
                "100",
                "--provider-states")) {
            RestAssured.get(service.url() + "/health/ready").then().statusCode(200);
            var token = RestAssured.given()
                    .contentType("application/json")
                    .body(Map.of("state", "a user is signed in", "params", Map.of("id", "usr_42", "role", "operator")))
                    .post(service.url() + "/provider-states")
                    .<String>path("accessToken");
            RestAssured.given()
                    .header("Authorization", "Bearer " + token)
                    .get(service.url() + "/environments")
                    .then()
                    .body("items.id", hasItems("production", "training", "test"));

            RestAssured.given()
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", "key-1")
                    .contentType("application/json")
                    .body(CloneBody.usual())
                    .post(service.url() + "/clones")
                    .then()
                    .statusCode(202);

            await().atMost(PATIENCE).until(() -> !received.isEmpty());
            assertThat(received.get(0).path("type").asText())
                    .as(service.output())
                    .isEqualTo("dev.treaty.clone.completed.v1");

            service.terminate();
            assertThat(service.exitCode()).as(service.output()).isEqualTo(ServiceProcess.TERMINATED);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void it_does_not_start_without_environments() throws Exception {
        try (var service =
                ServiceProcess.start("environment-cloner", Map.of("JWKS_URL", "http://127.0.0.1:1/jwks.json"))) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.output()).contains("""
                    environment-cloner did not start: There is no environment to clone.
                      where: the command line
                      fix:   name some with --environment or --environments, or try it with --sample 10000
                    """);
        }
    }

    private static HttpServer receiver(List<JsonNode> received) throws IOException {
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(JSON.readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }
}
