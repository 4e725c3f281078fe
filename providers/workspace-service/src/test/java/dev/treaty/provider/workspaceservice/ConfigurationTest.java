package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                "EVENTS_URL", "https://events.example/in",
                "EVENTS_ATTEMPTS", "3");

        assertThat(Configuration.of(environment))
                .isEqualTo(new Configuration(
                        Optional.of(URI.create("http://auth.example/.well-known/jwks.json")),
                        Optional.of("https://auth.example"),
                        Optional.of(URI.create("https://events.example/in")),
                        3));
        assertThat(Configuration.of(Map.of()))
                .isEqualTo(new Configuration(Optional.empty(), Optional.empty(), Optional.empty(), 10));
    }

    @Test
    void a_setting_that_cannot_be_used_is_told() {
        assertThatThrownBy(() -> Configuration.of(Map.of("EVENTS_URL", "events.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        A setting is not what it should be.
                          where: EVENTS_URL
                          mend:  give it an address that begins with http:// or https://, or leave it away""");
        assertThatThrownBy(() -> Configuration.of(Map.of("EVENTS_ATTEMPTS", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        A setting is not what it should be.
                          where: EVENTS_ATTEMPTS
                          mend:  give it a number from 1 to 9999, or leave it away""");
    }

    @Test
    void nobody_is_let_in_without_keys() {
        assertThatThrownBy(() -> WorkspaceService.start(ServiceOptions.embedded(), Configuration.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        Nobody's access tokens can be verified.
                          where: JWKS_URL is not set
                          mend:  set it to auth-service's keys, e.g. http://127.0.0.1:8081/.well-known/jwks.json""");
    }
}
