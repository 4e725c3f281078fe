package dev.treaty.consumer.archivist;

import static au.com.dius.pact.consumer.ConsumerPactRunnerKt.runConsumerTest;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Runs a client with the usual bugs against the contract that the archivist recorded, interaction by interaction: each bug
 * is caught, and the failure identifies it.
 */
class NaiveClientTest {

    @Test
    void a_show_that_is_not_wrapped_does_not_match() {
        var result = against(new NewShowPactTest()::showIsCreated, NaiveClient::postShowUnwrapped);

        assertThat(result.getDescription()).isEqualTo("""
                The following mismatched requests occurred:
                body - $: Expected a Map with keys [show] but received one with keys \
                [cgExempt, cgTitle, comments, customFields, location, title]""");
    }

    @Test
    void an_id_at_the_top_level_is_not_found() {
        var result = against(new NewShowPactTest()::showIsCreated, NaiveClient::idOfNewShow);

        assertThat(failure(result)).hasMessage("the new show has no id");
    }

    @Test
    void a_limit_does_not_match_where_page_size_is_expected() {
        var result = against(new ShowSearchPactTest()::searchInTwoPages, NaiveClient::searchWithLimit);

        assertThat(result.getDescription()).isEqualTo("""
                The following mismatched requests occurred:
                query - Expected query parameter 'page_size' but was missing
                query - Unexpected query parameter 'limit' received""");
    }

    @Test
    void a_vod_never_becomes_completed_because_the_state_is_complete() {
        var result = against(new VodStatusPactTest()::complete, naive -> naive.waitUntilCompleted(73));

        assertThat(failure(result)).hasMessage("still not completed, but complete");
    }

    @Test
    void a_client_without_these_bugs_passes() {
        var result = run(
                new ShowSearchPactTest()::searchInTwoPages,
                server -> new ShowSearchPactTest().a_search_continues_until_the_count_is_reached(server));

        assertThat(result).isInstanceOf(PactVerificationResult.Ok.class);
    }

    private interface Call<T> {
        void on(T target) throws Exception;
    }

    private static PactVerificationResult against(
            Function<PactDslWithProvider, V4Pact> contract, Call<NaiveClient> call) {
        return run(contract, server -> call.on(new NaiveClient(server.getUrl())));
    }

    private static PactVerificationResult run(Function<PactDslWithProvider, V4Pact> contract, Call<MockServer> call) {
        var pact = contract.apply(ConsumerPactBuilder.consumer("archivist")
                .pactSpecVersion(PactSpecVersion.V4)
                .hasPactWith("cablecast"));
        return runConsumerTest(pact, MockProviderConfig.createDefault(PactSpecVersion.V4), (server, context) -> {
            call.on(server);
            return "done";
        });
    }

    /** The client's own failure after requests that all matched: its bug is in how it reads responses. */
    private static Throwable failure(PactVerificationResult result) {
        assertThat(result).isInstanceOf(PactVerificationResult.Error.class);
        var error = (PactVerificationResult.Error) result;
        assertThat(error.getMockServerState()).isInstanceOf(PactVerificationResult.Ok.class);
        return error.getError();
    }
}
