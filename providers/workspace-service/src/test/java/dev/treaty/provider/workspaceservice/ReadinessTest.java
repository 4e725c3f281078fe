package dev.treaty.provider.workspaceservice;

import static org.hamcrest.Matchers.equalTo;

import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final StateTokens TOKENS = new StateTokens(TestKeys.key(0, "key-1"), Configuration.none());
    private static final Caller ADA = new Caller("usr_42", Optional.empty());

    @Test
    void it_is_not_ready_while_auth_service_is_down_though_it_answers_with_the_keys_that_it_keeps() {
        var auth = new KeyServer(TOKENS.publicKeys());
        var configuration = Configuration.of(Map.of("JWKS_URL", auth.url().toString()));
        try (var service = WorkspaceService.start(
                ServiceOptions.embedded().withDatabase(WorkspaceDatabases.create()), configuration)) {
            RestAssured.get(service.url() + "/health/ready").then().statusCode(200);
            list(service, 200);

            auth.close();

            list(service, 200);
            RestAssured.get(service.url() + "/health/live").then().statusCode(200);
            RestAssured.get(service.url() + "/health/ready")
                    .then()
                    .statusCode(503)
                    .body("missing", equalTo(List.of("keys of auth-service")));
        }
    }

    private static void list(WorkspaceService service, int status) {
        RestAssured.given()
                .header("Authorization", "Bearer " + TOKENS.accessToken(ADA, Duration.ofMinutes(1)))
                .get(service.url() + "/workspaces")
                .then()
                .statusCode(status);
    }
}
