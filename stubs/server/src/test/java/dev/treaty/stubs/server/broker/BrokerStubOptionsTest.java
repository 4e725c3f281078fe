package dev.treaty.stubs.server.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.broker.http.InvalidBrokerSettings;
import dev.treaty.pacts.files.PactFileLimits;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What the options and the environment mean. */
class BrokerStubOptionsTest {

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay().requiring("reader", "secret");

    private static BrokerStubOptions options(String... arguments) {
        return CommandLine.populateCommand(new BrokerStubOptions(), arguments);
    }

    private static BrokerPacts pacts(BrokerStubOptions options, Map<String, String> environment) {
        return options.pacts(environment, PactFileLimits.DEFAULT, problem -> {});
    }

    @Test
    void address_and_credentials_come_from_the_environment() {
        var environment = Map.of(
                "PACT_BROKER_BASE_URL", broker.url(),
                "PACT_BROKER_USERNAME", "reader",
                "PACT_BROKER_PASSWORD", "secret");

        assertThatThrownBy(() -> pacts(options("--main"), environment).read())
                .isInstanceOf(UnservableSelection.class)
                .hasMessageStartingWith("The broker selects no contract at all.");
    }

    @Test
    void wrong_credentials_are_reported_but_not_repeated() {
        var environment = Map.of("PACT_BROKER_USERNAME", "reader", "PACT_BROKER_PASSWORD", "pass_42");

        assertThatThrownBy(() -> pacts(options("-b", broker.url()), environment).read())
                .isInstanceOf(UnservableSelection.class)
                .hasMessageStartingWith("The broker refused: the status is 401")
                .hasMessageContaining("fix:   check the values of PACT_BROKER_TOKEN")
                .hasMessageNotContainingAny("pass_42", "cmVhZGVyOnBhc3NfNDI");
    }

    @Test
    void credentials_in_the_address_are_refused() {
        var options = options("--broker-base-url=https://reader:pass_42@broker.example");

        assertThatThrownBy(() -> pacts(options, Map.of()))
                .isInstanceOf(InvalidBrokerSettings.class)
                .hasMessageNotContaining("pass_42");
    }

    @Test
    void an_address_in_the_environment_alone_serves_nothing_from_there() {
        assertThat(options().areUsed()).isFalse();
        assertThat(options("--provider=shop").areUsed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "5m, PT5M", "1h30m, PT1H30M", "45, PT45S", "0.5s, PT0.5S"})
    void a_time_is_written_with_its_unit(String text, Duration time) {
        assertThat(options("--refresh=" + text).refresh()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0s", "-5s", "30 s", "1d"})
    void other_times_are_refused(String text) {
        assertThatThrownBy(() -> options("--refresh=" + text))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("'%s' is not a time such as 30s, 5m or 1h".formatted(text));
    }
}
