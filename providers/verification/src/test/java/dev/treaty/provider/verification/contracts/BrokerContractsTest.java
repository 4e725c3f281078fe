package dev.treaty.provider.verification.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.broker.http.BrokerUnreachable;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import dev.treaty.provider.verification.settings.InvalidSetting;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.testing.PeopleContract;
import dev.treaty.provider.verification.testing.PublishedContracts;
import dev.treaty.provider.verification.testing.UnreachableUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerContractsTest {

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    @TempDir
    private Path folder;

    @BeforeEach
    void publish_two_versions() {
        published()
                .publish(PeopleContract.of("web").reads("1"), "4f2c", "main")
                .publish(PeopleContract.of("web").reads("1").reads("2"), "8e1d", "feat/x");
    }

    @Test
    void B6_each_version_says_its_branch_and_why_it_is_verified() {
        var contracts = load(Map.of());

        assertThat(contracts)
                .extracting(contract -> contract.version().orElseThrow().toString())
                .containsExactly(
                        "version 4f2c of main, latest from main branch, latest from branch main",
                        "version 8e1d of feat/x, latest from branch feat/x, work in progress");
        assertThat(contracts)
                .extracting(LoadedContract::where)
                .containsExactly(
                        "version 4f2c of main at the broker at " + broker.url(),
                        "version 8e1d of feat/x at the broker at " + broker.url());
        assertThat(contracts).allMatch(LoadedContract::pending);
    }

    @Test
    void interactions_have_the_ids_that_results_refer_to() {
        assertThat(load(Map.of()).get(0).interactions())
                .singleElement()
                .satisfies(interaction ->
                        assertThat(interaction.getInteractionId()).isNotBlank());
    }

    @Test
    void a_setting_selects_other_versions() {
        assertThat(load(Map.of("pact.broker.selectors", "branch:feat/x")))
                .extracting(contract -> contract.version().orElseThrow())
                .filteredOn(version -> !version.workInProgress())
                .extracting(ContractVersion::toString)
                .containsExactly("version 8e1d of feat/x, latest from branch feat/x");
    }

    @Test
    void a_selector_that_does_not_exist_is_reported() {
        assertThatThrownBy(() -> load(Map.of("pact.broker.selectors", "main,brunch:x")))
                .hasMessage("""
                A selector is unknown: "brunch:x".
                  where: -Dpact.broker.selectors=main,brunch:x
                  fix:   write main, matching, deployed, latest, branch:NAME, environment:NAME or tag:NAME""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"branch\": \"feat/x\"}", "[{\"branch\": \"feat/x\", \"consumer\": \"web\"}]"})
    void selectors_may_have_the_brokers_own_form(String json) {
        assertThat(load(Map.of("pactbroker.consumerversionselectors.rawjson", json)))
                .extracting(contract -> contract.version().orElseThrow())
                .filteredOn(version -> !version.workInProgress())
                .extracting(ContractVersion::toString)
                .containsExactly("version 8e1d of feat/x, latest from branch feat/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "[]", "[1]", "{\"mainBranch\": true", "{} {}"})
    void selectors_of_no_form_are_reported(String json) {
        assertThatThrownBy(() -> load(Map.of("pactbroker.consumerversionselectors.rawjson", json)))
                .hasMessage("""
                A setting is not a JSON object, nor a list of them.
                  where: -Dpactbroker.consumerversionselectors.rawjson=%s
                  fix:   write e.g. -Dpactbroker.consumerversionselectors.rawjson='{"mainBranch": true}'""".formatted(json));
    }

    @Test
    void selectors_of_both_forms_are_refused() {
        var both = Map.of(
                "pactbroker.consumerversionselectors.rawjson",
                "{\"mainBranch\": true}",
                "pact.broker.selectors",
                "main");

        assertThatThrownBy(() -> load(both))
                .hasMessageStartingWith("Two settings say which versions of the consumers are selected.");
    }

    @Test
    void B3_a_webhooks_url_names_the_one_contract() {
        var contracts = load(Map.of("pact.url", published().pactUrl()));

        assertThat(contracts).singleElement().satisfies(contract -> {
            assertThat(contract.version().orElseThrow().number()).isEqualTo("4f2c");
            assertThat(contract.interactions()).hasSize(1);
        });
    }

    @Test
    void B3_contracts_from_two_places_are_refused() {
        assertThatThrownBy(() -> load(Map.of("pacts", "contracts"))).hasMessage("""
                Two settings name the contracts.
                  where: -Dpacts= beside -Dpact.broker.url=
                  fix:   leave one out""");
    }

    @Test
    void B3_a_contract_without_its_broker_is_refused() {
        assertThatThrownBy(() -> load(Map.of("pact.broker.url", "", "pact.url", "http://broker.example/pacts/1")))
                .hasMessage("""
                A contract is named by its URL, but its broker is not.
                  where: -Dpact.url=http://broker.example/pacts/1
                  fix:   add -Dpact.broker.url=; credentials go nowhere else""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pactbroker.url", "pact.filter.pacturl", "pactbroker.auth.token", "pact.provider.tag"})
    void B3_what_pact_jvm_would_read_is_refused_by_name_and_its_value_not_shown(String name) {
        assertThatThrownBy(() -> load(Map.of(name, "a-value")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("A setting of pact-jvm is not read.\n  where: -D%s=\n  fix:   ".formatted(name))
                .hasMessageNotContaining("a-value");
    }

    @Test
    void a_provider_that_the_broker_does_not_know_is_reported() {
        assertThatThrownBy(() -> ContractSource.of(settings(Map.of()), true).with("peeple"))
                .hasMessage("""
                The broker knows no provider peeple.
                  where: the broker at %s
                  fix:   check the name; a broker knows a provider once a consumer has published a contract with it""".formatted(broker.url()));
    }

    @ParameterizedTest
    @CsvSource({
        "pact.broker.selectors, branch:nope",
        "pactbroker.consumerversionselectors.rawjson, {\"branch\":\"nope\"}"
    })
    void selectors_that_select_nothing_are_not_called_a_provider_without_contracts(String setting, String selectors) {
        var settings = settings(Map.of(setting, selectors, "pact.broker.include-wip-pacts-since", "2999-01-01"));

        assertThatThrownBy(() -> VerificationPlan.of(settings, "people", "people", true))
                .hasMessage("""
                The broker selects no contract with people.
                  where: -D%s=%s, at the broker at %s
                  fix:   check which versions of the consumers are selected; each must have published a contract with people under that version""".formatted(setting, selectors, broker.url()));
    }

    @Test
    void a_url_without_a_contract_leaves_the_question_open() {
        var url = published().pactUrl().replaceFirst("pact-version/[0-9a-f]+", "pact-version/0123");

        assertThatThrownBy(() -> load(Map.of("pact.url", url))).hasMessage("""
                The broker has no contract at this URL.
                  where: -Dpact.url=%s
                  fix:   take the URL from the broker's webhook, or from its web page; a contract that was deleted need not be verified""".formatted(url));
    }

    @Test
    void a_url_of_something_else_is_reported() {
        assertThatThrownBy(() -> load(Map.of("pact.url", broker.url() + "/"))).hasMessage("""
                What the broker has at this URL is not a contract.
                  where: -Dpact.url=%s/
                  fix:   take the URL from the broker's webhook: ${pactbroker.pactUrl}""".formatted(broker.url()));
    }

    @Test
    void B3_a_contract_with_another_provider_is_left_out_and_named() {
        var url = published().pactUrl();

        var plan = VerificationPlan.of(settings(Map.of("pact.url", url)), "mail", "mail", true);

        assertThat(plan.interactions()).isEmpty();
        assertThat(plan.nothingPasses().orElseThrow()).hasToString("""
                The contract that is asked about is with people, so nothing was verified with mail.
                  where: -Dpact.url=%s
                  fix:   name the provider of the contract, or leave out -Dpact.url=""".formatted(url));
    }

    @Test
    void a_broker_that_cannot_be_reached_is_not_a_broker_without_contracts() throws IOException {
        try (var unreachable = new UnreachableUrl()) {
            var url = unreachable.url().toString();

            assertThatThrownBy(() -> load(Map.of("pact.broker.url", url))).isInstanceOf(BrokerUnreachable.class);
        }
    }

    @Test
    void credentials_in_the_url_are_refused_and_not_shown() {
        assertThatThrownBy(() -> load(Map.of("pact.broker.url", "https://ci:secret-word@broker.example")))
                .hasMessageNotContaining("secret-word");
    }

    @Test
    void credentials_come_from_the_environment_and_are_not_printed() {
        broker.requiring("ci", "secret-word");

        var contracts = load(Map.of(
                "environment.PACT_BROKER_TOKEN", "",
                "environment.PACT_BROKER_USERNAME", "ci",
                "environment.PACT_BROKER_PASSWORD", "secret-word"));

        assertThat(contracts).hasSize(2);
        assertThat(contracts.toString()).doesNotContain("secret-word");
    }

    private PublishedContracts published() {
        return new PublishedContracts(broker.url(), folder);
    }

    private List<LoadedContract> load(Map<String, String> more) {
        return ContractSource.of(settings(more), true).with("people");
    }

    private VerificationSettings settings(Map<String, String> more) {
        var settings = new HashMap<>(Map.of("pact.broker.url", broker.url(), "pact.provider.branch", "main"));
        settings.putAll(more);
        return VerificationSettings.of(settings);
    }
}
