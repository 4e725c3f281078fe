package dev.treaty.provider.junit.states;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.provider.junitsupport.State;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.treaty.provider.verification.comparison.ContractMismatch;
import dev.treaty.provider.verification.comparison.InteractionSkipped;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.LoadedContract;
import dev.treaty.provider.verification.targets.SandboxTarget;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTargetTest {

    private final WireMockServer vendor =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        vendor.start();
        vendor.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    }

    @AfterEach
    void stop() {
        vendor.stop();
    }

    @Test
    void sends_the_real_credentials_instead_of_the_recorded_ones() {
        var comparison = sandbox().verify(refund(200));

        assertThat(comparison.matches()).isTrue();
        vendor.verify(postRequestedFor(urlPathEqualTo("/v1/refunds"))
                .withHeader("Authorization", equalTo("Bearer the-real-key")));
    }

    @Test
    void keeps_the_invalid_credentials_of_a_contract_about_them() {
        var comparison = sandbox().verify(refund(401));

        assertThat(comparison.mismatches()).singleElement().returns("status", ContractMismatch::at);
        vendor.verify(postRequestedFor(urlPathEqualTo("/v1/refunds"))
                .withHeader("Authorization", equalTo("Bearer sk_test_42")));
    }

    @Test
    void sends_what_the_state_created_instead_of_the_example() {
        sandbox().verify(refund(200, new ProviderState("a charge exists", Map.of("id", "ch_42"))));

        vendor.verify(
                postRequestedFor(urlPathEqualTo("/v1/refunds")).withRequestBody(equalTo("charge=ch_real&amount=500")));
    }

    @Test
    void skips_an_unreachable_state_with_the_reason() {
        var limited = refund(429, new ProviderState("requests are limited", Map.of()));

        assertThatThrownBy(() -> sandbox().verify(limited))
                .isInstanceOf(InteractionSkipped.class)
                .hasMessage(
                        "the state \"requests are limited\" cannot be set up in the sandbox: it does not limit requests on demand");
    }

    @Test
    void skips_a_state_that_no_method_sets_up() {
        var unknown = refund(200, new ProviderState("the moon is full", Map.of()));

        assertThatThrownBy(() -> sandbox().verify(unknown))
                .isInstanceOf(InteractionSkipped.class)
                .hasMessage("no @State method of States sets up the state \"the moon is full\"");
    }

    @Test
    void skips_an_unreachable_state_even_if_a_method_sets_it_up_in_the_replay() {
        var disputed = refund(200, new ProviderState("a charge is disputed", Map.of("id", "ch_42")));

        assertThatThrownBy(() -> sandbox().verify(disputed))
                .isInstanceOf(InteractionSkipped.class)
                .hasMessage(
                        "the state \"a charge is disputed\" cannot be set up in the sandbox: nobody disputes on demand");
    }

    @Test
    void gets_messages_from_their_source() {
        var message = interaction(new AsynchronousMessage(null, "a refund event"));

        assertThatThrownBy(() -> sandbox().verify(message))
                .isInstanceOf(InteractionSkipped.class)
                .hasMessage("no messages");
    }

    private SandboxTarget sandbox() {
        return new SandboxTarget(
                URI.create(vendor.baseUrl()),
                new SandboxTarget.Account(() -> "Bearer the-real-key", Map::of),
                new SandboxStates(new States(), new LastResponse()),
                (interaction, expected) -> {
                    throw new InteractionSkipped("no messages");
                },
                request -> {});
    }

    private static ContractInteraction refund(int status, ProviderState... states) {
        var headers = new HashMap<String, List<String>>();
        headers.put("Authorization", List.of("Bearer sk_test_42"));
        headers.put("Content-Type", List.of("application/x-www-form-urlencoded"));
        var request = new HttpRequest(
                "POST",
                "/v1/refunds",
                new HashMap<>(),
                headers,
                OptionalBody.body(
                        "charge=ch_42&amount=500".getBytes(UTF_8),
                        new ContentType("application/x-www-form-urlencoded")));
        var interaction = new SynchronousHttp(
                "key", "a request for a refund", List.of(states), request, new HttpResponse(status, new HashMap<>()));
        return interaction(interaction);
    }

    private static ContractInteraction interaction(V4Interaction recorded) {
        var contract = new LoadedContract(
                "billing-stripe.json", "billing", "stripe", "pacts/billing-stripe.json", List.of(recorded), null);
        return ContractInteraction.of(contract).get(0);
    }

    @UnreachableState(state = "requests are limited", because = "it does not limit requests on demand")
    @UnreachableState(state = "a charge is disputed", because = "nobody disputes on demand")
    static final class States {

        @State({"a charge exists", "a charge is disputed"})
        public Map<String, Object> aChargeExists(Map<String, Object> charge) {
            return Map.of("id", "ch_real");
        }
    }
}
