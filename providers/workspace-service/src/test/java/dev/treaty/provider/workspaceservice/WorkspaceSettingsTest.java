package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.service.tokens.TokenPolicy;
import dev.treaty.provider.testing.TestKeys;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkspaceSettingsTest {

    @Test
    void settings_come_from_the_environment() {
        var environment = Map.of(
                "JWKS_URL", "http://auth.example/.well-known/jwks.json",
                "JWT_ISSUER", "https://auth.example",
                "JWT_AUDIENCE", "https://api.example",
                "EVENTS_URL", "https://events.example/in",
                "EVENTS_ATTEMPTS", "3");

        assertThat(WorkspaceSettings.of(environment))
                .isEqualTo(new WorkspaceSettings(
                        Optional.of(URI.create("http://auth.example/.well-known/jwks.json")),
                        new TokenPolicy("https://auth.example", "https://api.example"),
                        Optional.of(URI.create("https://events.example/in")),
                        3));
        assertThat(WorkspaceSettings.of(Map.of()))
                .isEqualTo(new WorkspaceSettings(
                        Optional.empty(),
                        new TokenPolicy("https://treaty.dev/services/auth-service", "https://treaty.dev/api"),
                        Optional.empty(),
                        10));
    }

    @Test
    void an_unusable_setting_is_reported() {
        assertThatThrownBy(() -> WorkspaceSettings.of(Map.of("EVENTS_URL", "events.example")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("""
                        The environment variable EVENTS_URL is not an http or https URL.
                          where: the environment of workspace-service
                          fix:   set it, e.g. EVENTS_URL=https://events.example/in""");
        assertThatThrownBy(() -> WorkspaceSettings.of(Map.of("EVENTS_ATTEMPTS", "0")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("""
                        The environment variable EVENTS_ATTEMPTS is not a whole number from 1 to 999999999.
                          where: the environment of workspace-service
                          fix:   set it, e.g. EVENTS_ATTEMPTS=10""");
    }

    @Test
    void the_service_does_not_start_without_keys() {
        assertThatThrownBy(() -> WorkspaceService.start(
                        ServiceOptions.embedded(), WorkspaceSettings.defaults(), TestKeys.inOrder()))
                .isInstanceOf(CannotStart.class)
                .hasMessage("""
                        No access token can be verified.
                          where: JWKS_URL is not set
                          fix:   set it to auth-service's keys, e.g. http://127.0.0.1:8081/.well-known/jwks.json""");
    }
}
