package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.ServiceOptions;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    @Test
    void settings_come_from_the_environment() {
        var environment = Map.of(
                "JWKS_URL", "http://auth.example/.well-known/jwks.json",
                "JWT_ISSUER", "https://auth.example",
                "JWT_AUDIENCE", "https://api.example",
                "EVENTS_URL", "https://events.example/in",
                "EVENTS_ATTEMPTS", "3");

        assertThat(Configuration.of(environment))
                .isEqualTo(new Configuration(
                        Optional.of(URI.create("http://auth.example/.well-known/jwks.json")),
                        "https://auth.example",
                        "https://api.example",
                        Optional.of(URI.create("https://events.example/in")),
                        3));
        assertThat(Configuration.of(Map.of()))
                .isEqualTo(new Configuration(
                        Optional.empty(),
                        "https://treaty.dev/services/auth-service",
                        "https://treaty.dev/api",
                        Optional.empty(),
                        10));
    }

    @Test
    void a_setting_that_cannot_be_used_is_told() {
        assertThatThrownBy(() -> Configuration.of(Map.of("EVENTS_URL", "events.example")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("""
                        The environment variable EVENTS_URL is no http or https URL.
                          where: the environment of workspace-service
                          fix:   set it, e.g. EVENTS_URL=https://events.example/in""");
        assertThatThrownBy(() -> Configuration.of(Map.of("EVENTS_ATTEMPTS", "0")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("""
                        The environment variable EVENTS_ATTEMPTS is no number from 1 to 999999999.
                          where: the environment of workspace-service
                          fix:   set it, e.g. EVENTS_ATTEMPTS=10""");
    }

    @Test
    void nobody_is_let_in_without_keys() {
        assertThatThrownBy(() -> WorkspaceService.start(ServiceOptions.embedded(), Configuration.none()))
                .isInstanceOf(CannotStart.class)
                .hasMessage("""
                        Nobody's access tokens can be verified.
                          where: JWKS_URL is not set
                          fix:   set it to auth-service's keys, e.g. http://127.0.0.1:8081/.well-known/jwks.json""");
    }
}
