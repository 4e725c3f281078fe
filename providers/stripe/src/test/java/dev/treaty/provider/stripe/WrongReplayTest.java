package dev.treaty.provider.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.verification.comparison.ContractBroken;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayResult;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.request.RawRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A verification that cannot fail proves nothing: this one verifies a replay that is wrong on purpose. */
class WrongReplayTest {

    @TempDir
    private Path results;

    @Test
    void a_wrong_response_is_reported_with_consumer_interaction_and_difference() {
        var interactions = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(WrongReplay.class))
                .configurationParameter("verification.results", results.toString())
                .execute()
                .testEvents();

        assertThat(interactions.succeeded().count()).isPositive();
        assertThat(interactions.failed().list())
                .singleElement()
                .satisfies(failed -> assertThat(failed.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable())
                        .get(as(THROWABLE))
                        .isInstanceOf(ContractBroken.class)
                        .hasMessageStartingWith("""
                                stripe breaks its contract with billing.
                                  where: "a request to capture a payment" in pacts/billing-stripe.json, given a payment exists {id=pi_43, status=requires_capture}
                                  differs: body $.status
                                    expected: "succeeded"
                                    actual:   "captured"
                                """));
    }

    /** Responds to a capture with a status that Stripe does not have. */
    static class WrongReplay extends StripeVerificationTest {

        @Override
        protected Collection<? extends ProviderStub> providerStubs() {
            return super.providerStubs().stream().map(WrongStub::new).toList();
        }

        @Override
        protected List<PactFile> replayed() {
            var contract = contract();
            var interaction = contract.indexOf("\"a request to capture a payment\"");
            var status = contract.indexOf("\"succeeded\"", interaction);
            var wrong = contract.substring(0, status)
                    + "\"captured\""
                    + contract.substring(status + "\"succeeded\"".length());
            return List.of(PactFile.parse(Path.of("billing-stripe.json"), wrong));
        }

        private static String contract() {
            try (var file = PactFile.class.getResourceAsStream("/pacts/billing-stripe.json")) {
                return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record WrongStub(ProviderStub right) implements ProviderStub {

        @Override
        public String provider() {
            return right.provider();
        }

        @Override
        public Optional<ProviderReplay> open(ReplaySettings settings) {
            return right.open(settings).map(WrongStatus::new);
        }
    }

    private record WrongStatus(ProviderReplay right) implements ProviderReplay {

        @Override
        public ReplayResult answer(RawRequest request) {
            var result = right.answer(request);
            return request.target().endsWith("/capture") && result instanceof ReplayResult.Answered answered
                    ? new ReplayResult.Answered(captured(answered.response()))
                    : result;
        }

        private static StubResponse captured(StubResponse right) {
            var headers = new LinkedHashMap<String, String>();
            right.headers().forEach((name, values) -> headers.put(name, values.get(0)));
            var body = new String(right.body(), UTF_8).replaceFirst("(\"status\" ?: ?)\"succeeded\"", "$1\"captured\"");
            return StubResponse.of(right.status(), headers, body.getBytes(UTF_8));
        }

        @Override
        public StubResponse error(RawRequest request, HttpProblem problem) {
            return right.error(request, problem);
        }

        @Override
        public void close() {
            right.close();
        }
    }
}
