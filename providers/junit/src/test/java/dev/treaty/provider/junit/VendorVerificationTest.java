package dev.treaty.provider.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import com.github.tomakehurst.wiremock.WireMockServer;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.junit.states.UnreachableState;
import dev.treaty.provider.junit.testing.ParcelContract;
import dev.treaty.provider.junit.testing.ParcelVendor;
import dev.treaty.provider.verification.comparison.ContractBroken;
import dev.treaty.provider.verification.states.StateChangeFailed;
import dev.treaty.stubs.http.provider.ProviderStub;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a vendor's verification does without a sandbox: with a replay that has state, and with one that only has contracts. */
class VendorVerificationTest {

    @TempDir
    private Path directory;

    @Test
    void every_interaction_is_verified_with_the_state_that_a_method_or_the_replay_brings_about() {
        var run = verify(
                CorrectReplay.class,
                new ParcelContract()
                        .posts()
                        .reads("a parcel is posted", "p_42", "posted")
                        .reads("a parcel is lost", "p_43", "lost")
                        .message("a parcel is posted", "p_42", "posted")
                        .message("a parcel is lost", "p_43", "lost"));

        assertThat(run.withStatus(FAILED)).isEmpty();
        assertThat(run.withStatus(ABORTED)).isEmpty();
        assertThat(run.withStatus(SUCCESSFUL)).hasSize(5);
    }

    @Test
    void a_replay_that_responds_wrongly_breaks_the_contract() {
        var run = verify(WrongReplay.class, new ParcelContract().posts());

        assertThat(run.why("web: a request to post a parcel"))
                .isInstanceOf(ContractBroken.class)
                .hasMessageContaining("differs: status\n    expected: 201\n    actual:   200\n");
    }

    @Test
    void a_webhook_that_differs_breaks_the_contract() {
        var run = verify(CorrectReplay.class, new ParcelContract().message("a parcel is posted", "p_42", "sent"));

        assertThat(run.why("web: a webhook given a parcel is posted"))
                .isInstanceOf(ContractBroken.class)
                .hasMessageContaining("differs: body $.status\n    expected: \"sent\"\n    actual:   \"posted\"\n");
    }

    @Test
    void no_contract_answers_what_the_replay_does_not_cover() {
        var run = verify(CorrectReplay.class, new ParcelContract().returns());

        assertThat(run.why("web: a request to return a parcel"))
                .isInstanceOf(ContractBroken.class)
                .hasMessageContaining("differs: status\n    expected: 200\n    actual:   404\n");
    }

    @Test
    void a_state_that_nobody_brings_about_is_an_error_and_not_skipped() {
        var run = verify(CorrectReplay.class, new ParcelContract().reads("a parcel is stolen", "p_42", "stolen"));

        assertThat(run.why("web: a request for a parcel given a parcel is stolen"))
                .isInstanceOf(StateChangeFailed.class)
                .hasMessageStartingWith(
                        "The replay could not bring about the state \"a parcel is stolen\": it responded 400: ")
                .hasMessageContaining("  where: POST /__treaty/states; needed by web for ")
                .hasMessageEndingWith(
                        "  fix:   write a method annotated @State(\"a parcel is stolen\"), or teach the replay the state (Vendor.seed)");
    }

    @Test
    void a_replay_without_state_answers_from_the_contract() {
        var run = verify(ContractReplay.class, new ParcelContract().posts().reads("a parcel is lost", "p_43", "lost"));

        assertThat(run.withStatus(SUCCESSFUL)).hasSize(2);
    }

    @Test
    void a_wrong_contract_replay_is_found_as_well() {
        var run = verify(ContractReplay.class, new ParcelContract().posts().reads("a parcel is lost", "p_44", "lost"));

        assertThat(run.withStatus(FAILED)).containsExactly("web: a request for a parcel given a parcel is lost");
    }

    @Test
    void what_the_replay_answered_is_recorded_as_simulated_and_what_the_contract_answered_as_replayed() {
        verify(CorrectReplay.class, new ParcelContract().posts());
        verify(ContractReplay.class, new ParcelContract().posts());

        var simulated =
                VerificationUnderTest.written(directory, CorrectReplay.class).at("/results/0");
        var replayed =
                VerificationUnderTest.written(directory, ContractReplay.class).at("/results/0");
        assertThat(simulated.path("outcome").asText()).isEqualTo("SIMULATED");
        assertThat(simulated.path("target").asText()).isEqualTo("the replay of parcels, from its state");
        assertThat(replayed.path("outcome").asText()).isEqualTo("REPLAYED");
        assertThat(replayed.path("target").asText()).isEqualTo("the contract itself");
    }

    @Test
    void a_state_that_cannot_be_set_up_shows_how_the_vendor_responded() {
        var vendor = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        vendor.start();
        try {
            vendor.stubFor(
                    post("/parcels").willReturn(aResponse().withStatus(402).withBody("""
                    {"error": "the account is closed", "token": "a-real-token"}""")));
            var contract = new ParcelContract().reads("a parcel is posted", "p_42", "posted");

            var run = VerificationUnderTest.run(
                    CorrectReplay.class,
                    directory,
                    Map.of(
                            "pacts",
                            contract.in(directory.resolve("pacts")),
                            "parcels.url",
                            vendor.baseUrl(),
                            "parcels.token",
                            "a-real-token"));

            assertThat(run.why("web: a request for a parcel given a parcel is posted"))
                    .isInstanceOf(StateChangeFailed.class)
                    .hasMessageStartingWith("""
                            The state "a parcel is posted" could not be set up: the vendor responded 402 to POST /parcels: {"error": "the account is closed", "token": "<hidden>"}
                              where: CorrectReplay.aParcelIsPosted; needed by web for \"""")
                    .hasMessageEndingWith(
                            "  fix:   check the credentials, and whether that is what the method expects");
        } finally {
            vendor.stop();
        }
    }

    private VerificationUnderTest verify(Class<?> verification, ParcelContract contract) {
        return VerificationUnderTest.run(
                verification, directory, Map.of("pacts", contract.in(directory.resolve("pacts"))));
    }

    @Provider("parcels")
    @UnreachableState(state = "a parcel is lost", because = "nobody loses a parcel on demand")
    static class CorrectReplay extends VendorVerification {

        @Override
        protected String authorization() {
            return "Bearer " + setting("token");
        }

        @Override
        protected Map<String, String> replayAccount() {
            return Map.of("token", UUID.randomUUID().toString());
        }

        @Override
        protected Collection<? extends ProviderStub> providerStubs() {
            return List.of(new ParcelVendor(201));
        }

        @State("a parcel is posted")
        Map<String, Object> aParcelIsPosted() {
            return Map.of("id", vendorRequest().post("/parcels").path("id"));
        }
    }

    static final class WrongReplay extends CorrectReplay {

        @Override
        protected Collection<? extends ProviderStub> providerStubs() {
            return List.of(new ParcelVendor(200));
        }
    }

    static final class ContractReplay extends CorrectReplay {

        @Override
        protected Collection<? extends ProviderStub> providerStubs() {
            return List.of();
        }

        @Override
        protected List<PactFile> replayed() {
            var contract = new ParcelContract().posts().reads("a parcel is lost", "p_43", "lost");
            return List.of(PactFile.parse(Path.of("web-parcels.json"), contract.json()));
        }
    }
}
