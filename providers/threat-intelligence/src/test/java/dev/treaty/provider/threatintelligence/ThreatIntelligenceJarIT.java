package dev.treaty.provider.threatintelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.provider.testing.KeyServer;
import dev.treaty.provider.testing.ServiceProcess;
import dev.treaty.provider.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged service: an executable jar. */
class ThreatIntelligenceJarIT {

    @Test
    void it_answers_an_analysis_later_and_stops_on_request() throws Exception {
        try (var keys = new KeyServer(TestTokens.USUAL);
                var sources = StubSources.start();
                var service = ServiceProcess.start("threat-intelligence", environment(keys, sources))) {
            RestAssured.get(service.url() + "/health/ready").then().statusCode(200);
            RestAssured.get(service.url() + "/sources").then().statusCode(401);
            RestAssured.post(service.url() + "/provider-states").then().statusCode(404);

            String id = viewer(service.url())
                    .contentType("application/json")
                    .body(Map.of("addresses", List.of("203.0.113.7", "192.0.2.100")))
                    .post("/analyses")
                    .path("id");
            await().until(() -> viewer(service.url())
                    .get("/analyses/" + id)
                    .<String>path("state")
                    .equals("completed"));
            List<String> verdicts = viewer(service.url()).get("/analyses/" + id).path("results.verdict");

            assertThat(verdicts).containsExactly("block", "allow");
            service.terminate();
            assertThat(service.exitCode()).as(service.output()).isEqualTo(ServiceProcess.TERMINATED);
            assertThat(service.output()).doesNotContain("test-key");
        }
    }

    @Test
    void it_does_not_start_without_the_keys_of_its_sources() throws Exception {
        try (var service = ServiceProcess.start("threat-intelligence", Map.of())) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.output()).contains("VIRUSTOTAL_KEY is not set", "fix:   set it");
        }
    }

    private static Map<String, String> environment(KeyServer keys, StubSources sources) {
        var environment = new HashMap<>(sources.settings());
        environment.put("DATABASE_URL", ThreatDatabases.create());
        environment.put("JWKS_URL", keys.url().toString());
        return environment;
    }

    private static RequestSpecification viewer(URI service) {
        var token = TestTokens.USUAL.token("usr_7", claims -> claims.claim("roles", List.of("security-viewer")));
        return RestAssured.given().baseUri(service.toString()).header("Authorization", "Bearer " + token);
    }
}
