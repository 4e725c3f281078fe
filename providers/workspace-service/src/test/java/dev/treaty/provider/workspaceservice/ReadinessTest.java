package dev.treaty.provider.workspaceservice;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.KeyServer;
import dev.treaty.provider.testing.TestKeys;
import dev.treaty.provider.testing.TestTokens;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void it_is_not_ready_while_auth_service_is_down_although_it_still_accepts_tokens_by_cached_keys() {
        var auth = new KeyServer(TestTokens.USUAL);
        var configuration = WorkspaceSettings.of(Map.of("JWKS_URL", auth.url().toString()));
        try (var service = WorkspaceService.start(
                ServiceOptions.embedded().withDatabase(WorkspaceDatabases.create()),
                configuration,
                TestKeys.inOrder())) {
            // on a busy machine the first request for the keys may time out, and the next one comes five seconds later
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            RestAssured.get(service.url() + "/health/ready").statusCode() == 200);
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
                .header("Authorization", "Bearer " + TestTokens.USUAL.token("usr_42"))
                .get(service.url() + "/workspaces")
                .then()
                .statusCode(status);
    }
}
