package dev.treaty.consumer.archivist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.archivist.connection.Credentials;
import dev.treaty.consumer.archivist.connection.PageWindow;
import dev.treaty.consumer.http.Timeouts;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CablecastSettingsTest {

    @Test
    void credentials_are_basic_authentication_of_rfc_7617() {
        assertThat(Credentials.of("Aladdin", "open sesame").authorization())
                .contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(Credentials.none().authorization()).isEmpty();
    }

    @Test
    void a_password_is_never_shown() {
        var credentials = Credentials.of("archivist", "password-42");

        assertThat(credentials).hasToString("Credentials[user=archivist]");
        assertThat(credentials.subject()).isEqualTo("user \"archivist\"");
    }

    @Test
    void a_user_with_a_colon_is_refused() {
        assertThatThrownBy(() -> Credentials.of("a:b", "password-42"))
                .hasMessage("A user's name must not have a colon in Basic authentication (RFC 7617): a:b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"station.example", "ftp://station.example", "/cablecastapi", "http:station"})
    void a_server_that_is_not_a_web_address_is_refused(String server) {
        assertThatThrownBy(() -> new Cablecast(URI.create(server), Credentials.none(), Timeouts.usual()))
                .hasMessageStartingWith("Cablecast has an address that is not a plain http or https URL");
    }

    @Test
    void credentials_in_the_servers_address_are_refused_without_being_shown() {
        var server = URI.create("https://archivist:password-42@station.example");

        assertThatThrownBy(() -> new Cablecast(server, Credentials.none(), Timeouts.usual()))
                .hasMessageStartingWith("Cablecast has an address that is not a plain http or https URL")
                .hasMessageNotContaining("password-42");
    }

    @Test
    void polling_without_a_pause_is_refused() {
        assertThatThrownBy(() -> new PollingPolicy(Duration.ZERO, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_window_of_size_zero_is_refused() {
        assertThatThrownBy(() -> PageWindow.first(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
