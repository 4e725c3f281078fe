package dev.treaty.provider.verification.contracts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.testing.PeopleContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractSourceTest {

    @TempDir
    private Path folder;

    @Test
    void by_default_the_committed_contracts_are_verified() {
        var contracts =
                ContractSource.of(VerificationSettings.of(Map.of()), true).with("auth-service");

        assertThat(contracts).extracting(LoadedContract::where).contains("pacts/api-gateway-auth-service.json");
    }

    @Test
    void a_folder_is_found_from_a_modules_folder() throws IOException {
        PeopleContract.of("web").reads("1").in(folder.resolve("contracts"));
        var module = Files.createDirectories(folder.resolve("providers/people"));

        var contracts = at("contracts", module).with("people");

        assertThat(contracts).singleElement().satisfies(contract -> {
            assertThat(contract.name()).isEqualTo("web-people.json");
            assertThat(contract.where())
                    .isEqualTo(folder.resolve("contracts/web-people.json").toString());
        });
    }

    @Test
    void only_contracts_with_the_provider_are_loaded() {
        var place = PeopleContract.of("web").reads("1").in(folder);

        assertThat(at(place, folder).with("somebody-else")).isEmpty();
    }

    @Test
    void a_folder_that_does_not_exist_is_reported() {
        assertThatThrownBy(() -> at("no/such/place", folder).with("people"))
                .isInstanceOf(ContractsUnavailable.class)
                .hasMessage("""
                        There is no such file or folder.
                          where: -Dpacts=no/such/place, looked for in %s and every folder above it
                          fix:   name a folder of pact files, a pact file, or a URL""".formatted(folder));
    }

    @Test
    void an_unreachable_url_is_reported_without_its_credentials() {
        assertThatThrownBy(() ->
                        at("http://ci:secret-word@127.0.0.1:1/web.json", folder).with("people"))
                .isInstanceOf(ContractsUnavailable.class)
                .hasMessage("""
                        A contract cannot be loaded: no response (ConnectException).
                          where: http://<hidden>@127.0.0.1:1/web.json
                          fix:   check -Dpacts=, and that the URL returns a pact file""");
    }

    @Test
    void an_invalid_url_is_reported() {
        assertThatThrownBy(() -> at("http://two words/", folder).with("people")).hasMessage("""
                        A setting is not an http or https URL.
                          where: -Dpacts=http://two words/
                          fix:   write the scheme and the host, e.g. http://localhost:8081""");
    }

    @Test
    void a_contract_is_loaded_from_a_url() {
        var server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        try {
            server.stubFor(get("/web.json")
                    .willReturn(okJson(PeopleContract.of("web").reads("1").json())));
            server.stubFor(get("/gone.json").willReturn(aResponse().withStatus(404)));

            var contracts = at(server.baseUrl() + "/web.json", folder).with("people");

            assertThat(contracts).extracting(LoadedContract::where).containsExactly(server.baseUrl() + "/web.json");
            assertThatThrownBy(() -> at(server.baseUrl() + "/gone.json", folder).with("people"))
                    .isInstanceOf(ContractsUnavailable.class)
                    .hasMessage("""
                            A contract cannot be loaded: the status is 404.
                              where: %s/gone.json
                              fix:   check -Dpacts=, and that the URL returns a pact file""".formatted(server.baseUrl()));
        } finally {
            server.stop();
        }
    }

    @Test
    void a_filter_that_is_not_a_regular_expression_is_reported() {
        assertThatThrownBy(() -> ContractFilter.of(VerificationSettings.of(Map.of("pact.filter.description", "a (b"))))
                .hasMessage("""
                        A filter is not a regular expression: Unclosed group.
                          where: -Dpact.filter.description=a (b
                          fix:   write one that matches the whole description, e.g. "a request to create .*\"""");
    }

    private static LocatedContracts at(String place, Path here) {
        return new LocatedContracts(VerificationSettings.of(Map.of("pacts", place)), here, true);
    }
}
