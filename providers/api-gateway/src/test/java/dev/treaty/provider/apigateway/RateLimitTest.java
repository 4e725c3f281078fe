package dev.treaty.provider.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import dev.treaty.provider.apigateway.ratelimit.Quota;
import dev.treaty.provider.testing.ManualClock;
import dev.treaty.provider.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final ManualClock clock = ManualClock.now();
    private final StubServices services = StubServices.start();
    private final TestGateway gateway =
            TestGateway.start(services.settings().withQuota(new Quota(2, Duration.ofSeconds(60))), clock);

    @AfterEach
    void stop() {
        gateway.close();
        services.close();
    }

    @Test
    void a_caller_without_quota_learns_when_it_is_restored() {
        gateway.user("usr_1")
                .get("/v1/me")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"default\";q=2;w=60")
                .header("RateLimit", "\"default\";r=1;t=60");
        clock.advance(Duration.ofSeconds(20));
        gateway.user("usr_1")
                .get("/v1/workspaces/ws_99")
                .then()
                .statusCode(404)
                .header("RateLimit", "\"default\";r=0;t=40");

        gateway.user("usr_1")
                .get("/v1/me")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "40")
                .header("RateLimit-Policy", "\"default\";q=2;w=60")
                .header("RateLimit", "\"default\";r=0;t=40")
                .body("type", endsWith("/too-many-requests"));
        gateway.anybody()
                .get("/metrics")
                .then()
                .body(containsString("gateway_rate_limited_total{service=\"api-gateway\"} 1.0"));

        clock.advance(Duration.ofSeconds(40));
        gateway.user("usr_1").get("/v1/me").then().statusCode(200);
    }

    @Test
    void one_user_does_not_use_up_anothers_quota() {
        for (var request = 0; request < 5; request++) {
            gateway.user("usr_1").get("/v1/me");
        }

        gateway.user("usr_2").get("/v1/me").then().statusCode(200);
        gateway.anybody().get("/v1/me").then().statusCode(401);
    }

    @Test
    void a_new_token_does_not_restore_the_quota() {
        for (var request = 0; request < 2; request++) {
            var number = request;
            var token = TestTokens.USUAL.token(
                    "usr_1", claims -> claims.issueTime(Date.from(Instant.ofEpochSecond(number))));
            gateway.bearer(token).get("/v1/me").then().statusCode(200);
        }

        gateway.user("usr_1").get("/v1/me").then().statusCode(429);
    }

    @Test
    void invalid_tokens_use_up_the_quota_of_the_address() {
        assertThat(gateway.bearer("not-a-token").get("/v1/me").statusCode()).isEqualTo(401);
        assertThat(gateway.bearer(TestTokens.USUAL.expiredToken("usr_1"))
                        .get("/v1/me")
                        .statusCode())
                .isEqualTo(401);

        gateway.bearer("not-a-token").get("/v1/me").then().statusCode(429);
        gateway.anybody()
                .contentType("application/json")
                .body("{}")
                .post("/v1/sessions")
                .then()
                .statusCode(429);
        gateway.user("usr_1").get("/v1/me").then().statusCode(200);
    }

    @Test
    void health_checks_use_up_no_quota() {
        for (var request = 0; request < 5; request++) {
            gateway.anybody().get("/health/live").then().statusCode(200);
        }
    }
}
