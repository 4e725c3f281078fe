package dev.treaty.pacts.broker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Address and credentials. */
class BrokerSettingsTest {

    @Test
    void the_command_line_comes_before_the_environment() {
        var environment = Map.of("PACT_BROKER_BASE_URL", "https://other.example");

        assertThat(BrokerAddress.of("https://broker.example/pact/", environment))
                .hasToString("https://broker.example/pact");
        assertThat(BrokerAddress.of(null, environment)).hasToString("https://other.example");
    }

    @Test
    void a_missing_address_is_asked_for() {
        assertThatThrownBy(() -> BrokerAddress.of(null, Map.of())).hasMessage("""
                The address of the broker is missing.
                  where: the command line, and the environment variable PACT_BROKER_BASE_URL
                  fix:   add --broker-base-url=https://…, or set PACT_BROKER_BASE_URL""");
    }

    @Test
    void credentials_in_the_address_are_refused_and_not_printed() {
        assertThatThrownBy(() -> BrokerAddress.of("https://ann:s3cr3t@broker.example", Map.of()))
                .isInstanceOf(InvalidBrokerSettings.class)
                .hasMessageStartingWith("The broker's address contains credentials")
                .hasMessageContaining("where: https://…@broker.example")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void what_is_not_a_url_is_refused() {
        for (var text :
                new String[] {"broker.example", "ftp://broker.example", "https://", "https://a b", "https://x?y=z"}) {
            assertThatThrownBy(() -> BrokerAddress.of(text, Map.of()))
                    .isInstanceOf(InvalidBrokerSettings.class)
                    .hasMessageStartingWith("The broker's address is not a URL.");
        }
    }

    @Test
    void a_token_is_a_bearer_token_and_a_user_has_a_password() {
        assertThat(BrokerCredentials.from(Map.of("PACT_BROKER_TOKEN", "t0ken\n"))
                        .authorization())
                .contains("Bearer t0ken");
        assertThat(BrokerCredentials.from(Map.of("PACT_BROKER_USERNAME", "ann", "PACT_BROKER_PASSWORD", "p:ü"))
                        .authorization())
                .contains("Basic YW5uOnA6w7w=");
        assertThat(BrokerCredentials.from(Map.of("PACT_BROKER_TOKEN", " ")).authorization())
                .isEmpty();
    }

    @Test
    void contradicting_credentials_are_refused_without_their_values() {
        assertThatThrownBy(() ->
                        BrokerCredentials.from(Map.of("PACT_BROKER_TOKEN", "t0ken", "PACT_BROKER_USERNAME", "ann")))
                .hasMessageStartingWith("There are two kinds of credentials for the broker.")
                .hasMessageNotContaining("t0ken");
        assertThatThrownBy(() -> BrokerCredentials.from(Map.of("PACT_BROKER_USERNAME", "ann")))
                .hasMessageStartingWith("Half of the credentials for the broker is missing.");
        assertThatThrownBy(() -> BrokerCredentials.from(Map.of("PACT_BROKER_TOKEN", "t0\nken")))
                .hasMessageContaining("a line break")
                .hasMessageNotContaining("ken\n");
    }

    @Test
    void credentials_are_never_printed() {
        assertThat(BrokerCredentials.from(Map.of("PACT_BROKER_TOKEN", "t0ken")))
                .hasToString("BrokerCredentials[hidden]");
    }
}
