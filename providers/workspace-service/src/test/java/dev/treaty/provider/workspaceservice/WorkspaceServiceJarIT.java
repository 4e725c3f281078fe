package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.testing.KeyServer;
import dev.treaty.provider.testing.ServiceProcess;
import dev.treaty.provider.testing.TestTokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged service: an executable jar. */
class WorkspaceServiceJarIT {

    private static final String DATABASE = WorkspaceDatabases.create();

    @Test
    void it_becomes_ready_responds_and_stops_on_request() throws Exception {
        try (var keys = new KeyServer(TestTokens.USUAL);
                var service = start(
                        Map.of("DATABASE_URL", DATABASE, "JWKS_URL", keys.url().toString()))) {
            RestAssured.get(service.url() + "/health/ready").then().statusCode(200);
            RestAssured.get(service.url() + "/workspaces").then().statusCode(401);
            RestAssured.post(service.url() + "/provider-states").then().statusCode(404);

            service.terminate();

            assertThat(service.exitCode()).as(service.output()).isEqualTo(ServiceProcess.TERMINATED);
        }
    }

    @Test
    void it_is_not_ready_without_the_keys_of_the_auth_service() throws Exception {
        try (var service = start(Map.of("DATABASE_URL", DATABASE, "JWKS_URL", "http://127.0.0.1:1/jwks.json"))) {
            RestAssured.get(service.url() + "/health/live").then().statusCode(200);
            assertThat(RestAssured.get(service.url() + "/health/ready")
                            .then()
                            .statusCode(503)
                            .extract()
                            .<Object>path("missing"))
                    .asString()
                    .contains("keys of auth-service");
        }
    }

    @Test
    void it_does_not_start_without_keys() throws Exception {
        try (var service = start(Map.of())) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.output()).contains("where: JWKS_URL is not set", "fix:   set it to auth-service's keys");
        }
    }

    private static ServiceProcess start(Map<String, String> environment) throws IOException {
        return ServiceProcess.start("workspace-service", environment);
    }
}
