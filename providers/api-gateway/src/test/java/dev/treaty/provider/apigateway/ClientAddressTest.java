package dev.treaty.provider.apigateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.service.TrustedProxies;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** For whom the gateway says that it asks, and whose quota it counts when nobody is signed in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientAddressTest {

    private static final String ANOTHER = "203.0.113.7";

    private final StubbedServices services = StubbedServices.start();
    private final GatewaySettings behindAProxy =
            services.settings().withProxies(TrustedProxies.of("127.0.0.1, 10.0.0.1"));

    @AfterAll
    void stop() {
        services.close();
    }

    @Test
    void without_a_proxy_it_is_whoever_is_connected_whatever_they_claim() {
        try (var gateway = TestGateway.start(services.settings())) {
            assertThat(toldToAuthService(gateway.anybody().header("X-Forwarded-For", ANOTHER)))
                    .isEqualTo("127.0.0.1");
        }
    }

    @Test
    void behind_a_proxy_it_is_whom_the_proxy_vouches_for_and_nobody_before() {
        try (var gateway = TestGateway.start(behindAProxy)) {
            assertThat(toldToAuthService(gateway.anybody().header("X-Forwarded-For", ANOTHER)))
                    .isEqualTo(ANOTHER);
            assertThat(toldToAuthService(
                            gateway.anybody().header("X-Forwarded-For", "198.51.100.1, 2001:db8::7, 10.0.0.1")))
                    .isEqualTo("2001:db8::7");
        }
    }

    @Test
    void what_a_proxy_says_that_is_no_address_goes_no_further() {
        try (var gateway = TestGateway.start(behindAProxy)) {
            assertThat(toldToAuthService(gateway.anybody().header("X-Forwarded-For", "unknown")))
                    .isNull();
            assertThat(toldToAuthService(gateway.anybody())).isNull();
        }
    }

    @Test
    void callers_behind_one_proxy_have_a_quota_each() {
        var settings = behindAProxy.withQuota(new Quota(1, Duration.ofMinutes(1)));
        try (var gateway = TestGateway.start(settings)) {
            assertThat(status(gateway, ANOTHER)).isEqualTo(401);
            assertThat(status(gateway, ANOTHER)).isEqualTo(429);
            assertThat(status(gateway, "203.0.113.8")).isEqualTo(401);
        }
    }

    private static int status(TestGateway gateway, String forwardedFor) {
        return gateway.anybody()
                .header("X-Forwarded-For", forwardedFor)
                .get("/v1/me")
                .statusCode();
    }

    /** The field of the call that a sign-in leads to; null if it has none. */
    private @Nullable String toldToAuthService(RequestSpecification request) {
        var id = UUID.randomUUID().toString();
        request.header("X-Request-Id", id)
                .contentType("application/json")
                .body(Map.of("email", "ada@example.org", "password", "correct horse battery staple"))
                .post("/v1/sessions");
        return services.asked(postRequestedFor(urlPathEqualTo("/auth-service/sessions"))
                        .withHeader("X-Request-Id", equalTo(id)))
                .get(0)
                .getHeader("X-Forwarded-For");
    }
}
