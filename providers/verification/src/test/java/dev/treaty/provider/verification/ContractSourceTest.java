package dev.treaty.provider.verification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.treaty.provider.verification.VerificationUnderTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.treaty.provider.verification.contracts.ContractFilter;
import dev.treaty.provider.verification.contracts.ContractSource;
import dev.treaty.provider.verification.contracts.ContractsUnavailable;
import dev.treaty.provider.verification.contracts.LoadedContract;
import dev.treaty.provider.verification.contracts.LocatedContracts;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.testing.PeopleContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ContractSourceTest {

    @TempDir
    private Path directory;

    @Test
    void without_a_setting_the_committed_contracts_are_verified() {
        var contracts = ContractSource.chosen(VerificationSettings.of(Map.of())).with("auth-service");

        assertThat(contracts).extracting(LoadedContract::where).contains("pacts/api-gateway-auth-service.json");
    }

    @Test
    void a_directory_is_found_from_wherever_the_test_runs() throws IOException {
        PeopleContract.of("web").reads("1").in(directory.resolve("contracts"));
        var module = Files.createDirectories(directory.resolve("providers/people"));

        var contracts = new LocatedContracts(List.of("contracts"), module).with("people");

        assertThat(contracts).singleElement().satisfies(contract -> {
            assertThat(contract.name()).isEqualTo("web-people.json");
            assertThat(contract.where())
                    .isEqualTo(directory.resolve("contracts/web-people.json").toString());
        });
    }

    @Test
    void only_contracts_with_the_provider_are_taken() {
        var place = PeopleContract.of("web").reads("1").in(directory);

        assertThat(new LocatedContracts(List.of(place)).with("somebody-else")).isEmpty();
    }

    @Test
    void a_directory_that_does_not_exist_is_told() {
        assertThatThrownBy(() -> new LocatedContracts(List.of("no/such/place"), directory).with("people"))
                .isInstanceOf(ContractsUnavailable.class)
                .hasMessage("""
                        There is nothing where the contracts should come from.
                          where: -Dpacts=no/such/place, looked for in %s and every folder above it
                          fix:   name a folder of pact files, one such file, or a URL""".formatted(directory));
    }

    @Test
    void an_address_where_nobody_answers_is_told_without_its_credentials() {
        assertThatThrownBy(() ->
                        new LocatedContracts(List.of("http://ci:secret-word@127.0.0.1:1/web.json")).with("people"))
                .isInstanceOf(ContractsUnavailable.class)
                .hasMessage("""
                        A contract cannot be loaded: nobody answers (ConnectException).
                          where: http://<hidden>@127.0.0.1:1/web.json
                          fix:   check -Dpacts=, and that the address answers with a pact""");
    }

    @Test
    void an_address_that_is_none_is_told() {
        assertThatThrownBy(() -> new LocatedContracts(List.of("http://two words/")).with("people"))
                .hasMessage("""
                        A setting is no address of http or https.
                          where: -Dpacts=http://two words/
                          fix:   write scheme and host, e.g. http://localhost:8081""");
    }

    @Test
    void a_contract_is_loaded_from_a_url() {
        var server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        try {
            server.stubFor(get("/web.json")
                    .willReturn(okJson(PeopleContract.of("web").reads("1").json())));
            server.stubFor(get("/gone.json").willReturn(aResponse().withStatus(404)));

            var contracts = new LocatedContracts(List.of(server.baseUrl() + "/web.json")).with("people");

            assertThat(contracts).extracting(LoadedContract::where).containsExactly(server.baseUrl() + "/web.json");
            assertThatThrownBy(() -> new LocatedContracts(List.of(server.baseUrl() + "/gone.json")).with("people"))
                    .isInstanceOf(ContractsUnavailable.class)
                    .hasMessage("""
                            A contract cannot be loaded: the answer is 404.
                              where: %s/gone.json
                              fix:   check -Dpacts=, and that the address answers with a pact""".formatted(server.baseUrl()));
        } finally {
            server.stop();
        }
    }

    @Test
    void a_provider_that_nobody_has_a_contract_with_fails() {
        var place = directory.resolve("pacts").toString();
        write(
                Path.of(place, "web-other.json"),
                PeopleContract.of("web").reads("1").json().replace("\"people\"}", "\"other\"}"));

        var ended = run(Held.class, directory, Map.of("pacts", place));

        assertThat(ended.ended(FAILED)).hasSize(1);
        assertThat(ended.why("holds its contract with"))
                .isInstanceOf(ContractsUnavailable.class)
                .hasMessage("""
                        Nobody has a contract with people.
                          where: %s
                          fix:   check the name in @Provider("people"), and where the contracts come from (-Dpacts=, -Dpact.broker.url=)""".formatted(place));
    }

    @Test
    void a_run_can_be_narrowed_to_consumers() {
        assertThat(narrowed(Map.of("pact.filter.consumers", "billing, archive")))
                .containsExactly("archive: person 4 is read", "billing: person 3 is read");
    }

    @Test
    void a_run_can_be_narrowed_to_descriptions() {
        assertThat(narrowed(Map.of("pact.filter.description", "person [1-3] .*")))
                .containsExactly("billing: person 3 is read", "web: person 1 is read", "web: person 2 is read");
    }

    @Test
    void a_run_that_is_narrowed_to_no_consumer_says_so() {
        var ended = narrow(Map.of("pact.filter.consumers", "bilding"));

        assertThat(ended.ended(SUCCESSFUL)).isEmpty();
        assertThat(ended.why("holds its contract with"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("""
                No interaction with people passes the filter; nothing was verified.
                  where: -Dpact.filter.consumers=bilding
                  fix:   name one of its consumers; nearest first: "billing", "archive", "web\"""");
        assertThat(ended.reported())
                .containsExactly(ended.why("holds its contract with").getMessage());
    }

    @Test
    void a_run_that_is_narrowed_to_no_description_says_so() {
        var ended = narrow(Map.of("pact.filter.consumers", "web,billing", "pact.filter.description", "person 3 is"));

        assertThat(ended.why("holds its contract with")).hasMessage("""
                No interaction with people passes the filter; nothing was verified.
                  where: -Dpact.filter.consumers=web,billing -Dpact.filter.description=person 3 is
                  fix:   match one whole description; nearest first: "person 3 is read", "person 1 is read", "person 2 is read\"""");
    }

    @Test
    void a_filter_that_is_no_regular_expression_is_told() {
        assertThatThrownBy(() -> ContractFilter.of(VerificationSettings.of(Map.of("pact.filter.description", "a (b"))))
                .hasMessage("""
                        A filter is no regular expression: Unclosed group.
                          where: -Dpact.filter.description=a (b
                          fix:   write one that matches the whole description, e.g. "a workspace .*\"""");
    }

    private List<String> narrowed(Map<String, String> filter) {
        var ended = narrow(filter);

        assertThat(ended.ended(FAILED)).isEmpty();
        return ended.ended(SUCCESSFUL);
    }

    private VerificationUnderTest narrow(Map<String, String> filter) {
        var pacts = directory.resolve("pacts");
        PeopleContract.of("web").reads("1").reads("2").in(pacts);
        PeopleContract.of("billing").reads("3").in(pacts);
        PeopleContract.of("archive").reads("4").in(pacts);
        var settings = new HashMap<>(filter);
        settings.put("pacts", pacts.toString());

        return run(Held.class, directory, settings);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Held extends PeopleVerification {

        Held() throws IOException {
            super("name");
        }
    }
}
