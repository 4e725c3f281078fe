package dev.treaty.provider.verification.contracts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.testing.FakeBroker;
import dev.treaty.provider.verification.testing.PeopleContract;
import dev.treaty.provider.verification.testing.UnreachableUrl;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verification prints if its broker returns no contracts: three lines, and never the credentials. */
class BrokerFailureTest {

    private static final String CREDENTIALS =
            "set credentials that may read contracts in the environment variables PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD";

    private final FakeBroker broker = new FakeBroker(PeopleContract.of("web").reads("1"), false);

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void a_broker_that_cannot_be_reached() throws IOException {
        try (var unreachable = new UnreachableUrl()) {
            var url = unreachable.url().toString();

            assertThat(whySelectionFails(url, "people"))
                    .hasMessage(selectionFails(
                            url, "it cannot be reached (HttpHostConnectException)", "check -Dpact.broker.url="));
        }
    }

    @Test
    void a_broker_that_does_not_know_the_provider() {
        assertThat(whySelectionFails("peeple"))
                .hasMessage(
                        selectionFails(
                                "it does not know the provider \"peeple\"",
                                "check the name in @Provider; a broker knows a provider once a consumer has published a contract with it"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_broker_that_rejects_the_credentials(int status) {
        broker.respondToAll(problem(status));

        assertThat(whySelectionFails("people"))
                .hasMessage(selectionFails("it responded %d".formatted(status), CREDENTIALS));
    }

    @Test
    void a_broker_with_an_internal_error() {
        broker.respondToAll(problem(500));

        assertThat(whySelectionFails("people")).hasMessage(selectionFails("it responded 500", "see the broker's log"));
    }

    @Test
    void a_url_without_a_broker() {
        broker.respondToAll(aResponse().withStatus(404));

        assertThat(whySelectionFails("people"))
                .hasMessage(selectionFails("it responded 404", "check -Dpact.broker.url="));
    }

    @Test
    void a_sign_in_page_instead_of_a_broker() {
        broker.respondToAll(ok("<html>Sign in</html>").withHeader("Content-Type", "text/html"));

        assertThat(whySelectionFails("people"))
                .hasMessage(selectionFails(
                        "it does not respond like a broker", "check -Dpact.broker.url=, and " + CREDENTIALS));
    }

    @Test
    void a_contract_that_the_broker_does_not_return() {
        assertThat(whyContractFails(problem(401))).hasMessage("""
                A contract that the broker selected cannot be loaded: it responded 401.
                  where: %s
                  fix:   %s""".formatted(broker.contract(), CREDENTIALS));
    }

    @Test
    void no_failure_contains_the_credentials_or_the_message_of_pact_jvm() {
        assertThat(whyContractFails(problem(401).withBody("broker-token")))
                .hasNoCause()
                .hasMessageNotContaining("broker-token");
    }

    @Test
    void a_loaded_contract_does_not_print_the_credentials() {
        assertThat(ContractSource.of(settings(broker.url()), true).with("people"))
                .singleElement()
                .hasToString("LoadedContract[web-people.json, %s]".formatted(broker.contract()));
    }

    @Test
    void a_url_that_contains_credentials_is_rejected() {
        assertThat(whySelectionFails("https://ci:broker-password@broker.example", "people"))
                .hasMessage("""
                        The broker's URL contains credentials.
                          where: -Dpact.broker.url=https://<hidden>@broker.example
                          fix:   remove them, and set the environment variables PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD""");
    }

    private Throwable whySelectionFails(String provider) {
        return whySelectionFails(broker.url(), provider);
    }

    private static Throwable whySelectionFails(String url, String provider) {
        return catchThrowable(() -> ContractSource.of(settings(url), true).with(provider));
    }

    private Throwable whyContractFails(ResponseDefinitionBuilder response) {
        broker.respondToContract(response);
        return whySelectionFails("people");
    }

    private static ResponseDefinitionBuilder problem(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"title\": \"no\"}");
    }

    private String selectionFails(String why, String fix) {
        return selectionFails(broker.url(), why, fix);
    }

    private static String selectionFails(String url, String why, String fix) {
        return """
                The broker did not select the contracts to verify: %s.
                  where: the broker at %s
                  fix:   %s""".formatted(why, url, fix);
    }

    private static VerificationSettings settings(String url) {
        return VerificationSettings.of(Map.of(
                "pact.broker.url", url,
                "pact.provider.branch", "main",
                "environment.PACT_BROKER_TOKEN", "broker-token"));
    }
}
