package dev.treaty.provider.verification.contracts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.testing.FakeBroker;
import dev.treaty.provider.verification.testing.PeopleContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verification says when its broker gives it no contracts: three lines, and never the credentials. */
class BrokerFailureTest {

    private static final String CREDENTIALS =
            "put credentials that may read into the environment: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD";

    private final FakeBroker broker = new FakeBroker(PeopleContract.of("web").reads("1"), false);

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void a_broker_that_cannot_be_reached() {
        var address = broker.url();
        broker.close();

        assertThat(whySelectionFails(address, "people"))
                .hasMessage(selectionFails(
                        address, "it cannot be reached (HttpHostConnectException)", "check -Dpact.broker.url="));
    }

    @Test
    void a_broker_that_knows_nobody_of_this_name() {
        assertThat(whySelectionFails("peeple"))
                .hasMessage(
                        selectionFails(
                                "it knows no provider \"peeple\"",
                                "check the name in @Provider; a broker knows a provider as soon as a consumer has published a contract with it"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_broker_that_refuses_the_credentials(int status) {
        broker.answerAll(problem(status));

        assertThat(whySelectionFails("people"))
                .hasMessage(selectionFails("it answered %d".formatted(status), CREDENTIALS));
    }

    @Test
    void a_broker_that_is_broken() {
        broker.answerAll(problem(500));

        assertThat(whySelectionFails("people"))
                .hasMessage(selectionFails("it answered 500", "see the broker's own log"));
    }

    @Test
    void an_address_without_a_broker() {
        broker.answerAll(aResponse().withStatus(404));

        assertThat(whySelectionFails("people"))
                .hasMessage(selectionFails("it answered 404", "check -Dpact.broker.url="));
    }

    @Test
    void a_page_for_people_instead_of_a_broker() {
        broker.answerAll(ok("<html>Sign in</html>").withHeader("Content-Type", "text/html"));

        assertThat(whySelectionFails("people"))
                .hasMessage(
                        selectionFails("it answers as no broker does", "check -Dpact.broker.url=, and " + CREDENTIALS));
    }

    @Test
    void a_contract_that_the_broker_does_not_give() {
        assertThat(whyContractFails(problem(401))).hasMessage("""
                A contract that the broker wants verified cannot be loaded: it answered 401.
                  where: %s
                  fix:   %s""".formatted(broker.contract(), CREDENTIALS));
    }

    @Test
    void no_failure_shows_the_credentials_or_what_pact_jvm_says() {
        assertThat(whyContractFails(problem(401).withBody("broker-token")))
                .hasNoCause()
                .hasMessageNotContaining("broker-token");
    }

    @Test
    void a_contract_that_the_broker_gave_says_nothing_of_the_credentials() {
        assertThat(ContractSource.chosen(settings(broker.url())).with("people"))
                .singleElement()
                .hasToString("LoadedContract[web-people.json, %s]".formatted(broker.contract()));
    }

    @Test
    void an_address_that_holds_credentials_is_refused() {
        assertThat(whySelectionFails("https://ci:broker-password@broker.example", "people"))
                .hasMessage("""
                        The broker's address holds credentials.
                          where: -Dpact.broker.url=https://<hidden>@broker.example
                          fix:   take them out, and put them into the environment: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD""");
    }

    private Throwable whySelectionFails(String provider) {
        return whySelectionFails(broker.url(), provider);
    }

    private static Throwable whySelectionFails(String address, String provider) {
        return catchThrowable(() -> ContractSource.chosen(settings(address)).with(provider));
    }

    private Throwable whyContractFails(ResponseDefinitionBuilder answer) {
        broker.answerContract(answer);
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

    private static String selectionFails(String address, String why, String fix) {
        return """
                The broker does not say which contracts it wants verified: %s.
                  where: the broker at %s
                  fix:   %s""".formatted(why, address, fix);
    }

    private static VerificationSettings settings(String url) {
        return VerificationSettings.of(Map.of(
                "pact.broker.url", url,
                "pact.provider.branch", "main",
                "environment.PACT_BROKER_TOKEN", "broker-token"));
    }
}
