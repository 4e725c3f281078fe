package dev.treaty.provider.apigateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.apigateway.ratelimit.Quota;
import dev.treaty.provider.service.http.TrustedProxies;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The client address that the gateway forwards, and whose quota counts when nobody is signed in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientAddressTest {

    private static final String ANOTHER = "203.0.113.7";

    private final StubServices services = StubServices.start();
    private final GatewaySettings behindAProxy =
            services.settings().withProxies(TrustedProxies.of("127.0.0.1, 10.0.0.1"));

    @AfterAll
    void stop() {
        services.close();
    }

    @Test
    void without_a_proxy_it_is_the_peer_whatever_it_claims() {
        try (var gateway = TestGateway.start(services.settings())) {
            assertThat(forwardedToAuthService(gateway.anybody().header("X-Forwarded-For", ANOTHER)))
                    .isEqualTo("127.0.0.1");
        }
    }

    @Test
    void behind_a_proxy_it_is_the_client_that_the_proxy_names() {
        try (var gateway = TestGateway.start(behindAProxy)) {
            assertThat(forwardedToAuthService(gateway.anybody().header("X-Forwarded-For", ANOTHER)))
                    .isEqualTo(ANOTHER);
            assertThat(forwardedToAuthService(
                            gateway.anybody().header("X-Forwarded-For", "198.51.100.1, 2001:db8::7, 10.0.0.1")))
                    .isEqualTo("2001:db8::7");
        }
    }

    @Test
    void what_a_proxy_names_that_is_not_an_address_is_not_forwarded() {
        try (var gateway = TestGateway.start(behindAProxy)) {
            assertThat(forwardedToAuthService(gateway.anybody().header("X-Forwarded-For", "unknown")))
                    .isNull();
            assertThat(forwardedToAuthService(gateway.anybody())).isNull();
        }
    }

    @Test
    void each_caller_behind_a_proxy_has_its_own_quota() {
        var settings = behindAProxy.withQuota(new Quota(1, Duration.ofMinutes(1)));
        try (var gateway = TestGateway.start(settings)) {
            assertThat(status(gateway, ANOTHER)).isEqualTo(401);
            assertThat(status(gateway, ANOTHER)).isEqualTo(429);
            assertThat(status(gateway, "203.0.113.8")).isEqualTo(401);
        }
    }

    @Test
    void the_addresses_of_one_network_share_a_quota() {
        var settings = behindAProxy.withQuota(new Quota(1, Duration.ofMinutes(1)));
        try (var gateway = TestGateway.start(settings)) {
            assertThat(status(gateway, "2001:db8:0:7::1")).isEqualTo(401);
            assertThat(status(gateway, "2001:db8:0:7:ffff::2")).isEqualTo(429);
            assertThat(status(gateway, "2001:db8:0:8::1")).isEqualTo(401);
        }
    }

    @Test
    void a_client_cannot_hide_behind_the_address_that_a_proxy_will_add() {
        try (var gateway = TestGateway.start(behindAProxy)) {
            assertThat(forwardedToAuthService(
                            gateway.anybody().header("X-Forwarded-For", "203.0.113.7, 198.51.100.1, 203.0.113.7")))
                    .isEqualTo(ANOTHER);
        }
    }

    private static int status(TestGateway gateway, String forwardedFor) {
        return gateway.anybody()
                .header("X-Forwarded-For", forwardedFor)
                .get("/v1/me")
                .statusCode();
    }

    /** The X-Forwarded-For of the call that a sign-in causes; null if it has none. */
    private @Nullable String forwardedToAuthService(RequestSpecification request) {
        var id = UUID.randomUUID().toString();
        request.header("X-Request-Id", id)
                .contentType("application/json")
                .body(Map.of("email", "ada@example.org", "password", "correct horse battery staple"))
                .post("/v1/sessions");
        return services.received(postRequestedFor(urlPathEqualTo("/auth-service/sessions"))
                        .withHeader("X-Request-Id", equalTo(id)))
                .get(0)
                .getHeader("X-Forwarded-For");
    }
}
