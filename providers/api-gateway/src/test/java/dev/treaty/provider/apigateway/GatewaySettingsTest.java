package dev.treaty.provider.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.provider.apigateway.ratelimit.Quota;
import dev.treaty.provider.service.http.TrustedProxies;
import dev.treaty.provider.service.tokens.TokenPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {

    private static final Map<String, String> ADDRESSES = Map.of(
            "AUTH_SERVICE_URL", "http://auth.internal:8081",
            "WORKSPACE_SERVICE_URL", "https://workspaces.internal/v2");

    @Test
    void only_the_addresses_of_the_services_are_required() {
        assertThat(GatewayVariables.read(ADDRESSES))
                .isEqualTo(GatewaySettings.between(
                        URI.create("http://auth.internal:8081"), URI.create("https://workspaces.internal/v2")));
    }

    @Test
    void settings_come_from_the_environment() {
        assertThat(GatewayVariables.read(with(Map.of(
                        "JWT_ISSUER", "https://auth.example",
                        "JWT_AUDIENCE", "https://api.example",
                        "TRUSTED_PROXIES", "10.0.0.1",
                        "RATE_LIMIT_REQUESTS", "1000",
                        "RATE_LIMIT_WINDOW_SECONDS", "3600",
                        "CALL_TIMEOUT_MILLISECONDS", "250",
                        "PATIENCE_MILLISECONDS", "900",
                        "LARGEST_BODY_BYTES", "1024"))))
                .isEqualTo(new GatewaySettings(
                        URI.create("http://auth.internal:8081"),
                        URI.create("https://workspaces.internal/v2"),
                        new TokenPolicy("https://auth.example", "https://api.example"),
                        new Timeouts(Duration.ofMillis(1_200), Duration.ofMillis(250)),
                        Duration.ofMillis(900),
                        new Quota(1000, Duration.ofHours(1)),
                        1024,
                        TrustedProxies.of("10.0.0.1")));
    }

    @Test
    void patience_is_at_least_as_long_as_one_call() {
        assertThat(GatewayVariables.read(with(Map.of("CALL_TIMEOUT_MILLISECONDS", "8000")))
                        .patience())
                .isEqualTo(Duration.ofSeconds(8));
        assertThatThrownBy(() -> GatewayVariables.read(with(Map.of("PATIENCE_MILLISECONDS", "1000"))))
                .hasMessage("""
                        A caller's patience ends before one call to a service does.
                          where: patience PT1S, call PT2S
                          fix:   set PATIENCE_MILLISECONDS to at least CALL_TIMEOUT_MILLISECONDS""");
    }

    @Test
    void a_missing_variable_is_named() {
        assertThatThrownBy(() -> GatewayVariables.read(Map.of("AUTH_SERVICE_URL", "http://auth.internal")))
                .hasMessage("""
                        The environment variable WORKSPACE_SERVICE_URL is not set.
                          where: the environment of api-gateway
                          fix:   set it, e.g. WORKSPACE_SERVICE_URL=http://workspaces.internal:8082""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1000000000"})
    void a_variable_that_is_not_a_number_is_named(String value) {
        assertThatThrownBy(() -> GatewayVariables.read(with(Map.of("RATE_LIMIT_REQUESTS", value))))
                .hasMessageStartingWith(
                        "The environment variable RATE_LIMIT_REQUESTS is not a whole number from 1 to 999999999.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth.example:8081", "ftp://auth.example", "http://:secret"})
    void a_malformed_address_is_not_shown(String value) {
        assertThatThrownBy(() -> GatewayVariables.read(with(Map.of("AUTH_SERVICE_URL", value))))
                .hasMessageStartingWith("The environment variable AUTH_SERVICE_URL is not a")
                .hasMessageNotContaining(value);
    }

    private static Map<String, String> with(Map<String, String> more) {
        var environment = new HashMap<>(ADDRESSES);
        environment.putAll(more);
        return environment;
    }
}
