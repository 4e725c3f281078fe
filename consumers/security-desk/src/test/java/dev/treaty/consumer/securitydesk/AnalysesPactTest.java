package dev.treaty.consumer.securitydesk;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.securitydesk.DeskContract.BAD;
import static dev.treaty.consumer.securitydesk.DeskContract.CONSUMER;
import static dev.treaty.consumer.securitydesk.DeskContract.GOOD;
import static dev.treaty.consumer.securitydesk.DeskContract.PROVIDER;
import static dev.treaty.consumer.securitydesk.DeskContract.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import dev.treaty.consumer.securitydesk.ThreatIntelligenceException.Invalid;
import dev.treaty.consumer.securitydesk.ThreatIntelligenceException.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class AnalysesPactTest {

    private static final String ID = "ana_[A-Za-z0-9]+";

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact start(PactDslWithProvider provider) {
        return DeskContract.call(
                        DeskContract.viewer(provider), "a request to analyse addresses", "POST", "/analyses", VIEWER)
                .headers(Map.of("Content-Type", "application/json"))
                .body(newJsonBody(root -> root.array(
                                "addresses", ips -> ips.stringValue(BAD).stringValue(GOOD)))
                        .build())
                .willRespondWith()
                .status(202)
                .body(newJsonBody(root -> {
                            root.stringMatcher("id", ID, "ana_42");
                            root.stringMatcher("state", "running|completed", "running");
                            root.numberValue("total", 2);
                            root.array("results", none -> {});
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "start")
    void an_analysis_is_accepted_and_answered_later(MockServer provider) {
        var progress = DeskContract.as(VIEWER, provider).analyse(List.of(BAD, GOOD));

        assertThat(progress).isEqualTo(new AnalysisProgress("ana_42", "running", 2, List.of()));
        assertThat(progress.isCompleted()).isFalse();
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact completed(PactDslWithProvider provider) {
        return DeskContract.call(
                        DeskContract.viewer(provider)
                                .given(
                                        "an analysis exists",
                                        Map.of("id", "ana_43", "user", VIEWER, "ips", List.of(BAD, GOOD))),
                        "a request for an analysis",
                        "GET",
                        "/analyses/ana_43",
                        VIEWER)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> {
                            root.stringValue("id", "ana_43");
                            root.stringValue("state", "completed");
                            root.numberValue("total", 2);
                            root.array("results", results -> {
                                result(results, BAD, "block", 100);
                                result(results, GOOD, "allow", 0);
                            });
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "completed")
    void a_completed_analysis_has_a_verdict_about_each_address(MockServer provider) {
        var progress = DeskContract.as(VIEWER, provider).analysis("ana_43");

        assertThat(progress.isCompleted()).isTrue();
        assertThat(progress.results())
                .containsExactly(
                        new AnalysisProgress.Result(BAD, Verdict.BLOCK, Optional.of(100)),
                        new AnalysisProgress.Result(GOOD, Verdict.ALLOW, Optional.of(0)));
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact doesNotExist(PactDslWithProvider provider) {
        return DeskContract.call(
                        DeskContract.viewer(provider).given("no analysis exists", Map.of("id", "ana_99")),
                        "a request for an analysis that does not exist",
                        "GET",
                        "/analyses/ana_99",
                        VIEWER)
                .willRespondWith()
                .status(404)
                .headers(Problem.HEADERS)
                .body(Problem.body("https://treaty.dev/problems/analysis-not-found", 404, "There is no such analysis"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "doesNotExist")
    void an_analysis_that_does_not_exist_is_not_found(MockServer provider) {
        var client = DeskContract.as(VIEWER, provider);

        assertThatThrownBy(() -> client.analysis("ana_99")).isInstanceOf(NotFound.class);
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact privateAddress(PactDslWithProvider provider) {
        return DeskContract.call(
                        DeskContract.viewer(provider),
                        "a request to analyse a private address",
                        "POST",
                        "/analyses",
                        VIEWER)
                .headers(Map.of("Content-Type", "application/json"))
                .body(newJsonBody(root -> root.array(
                                "addresses", ips -> ips.stringValue(BAD).stringValue("10.0.0.1")))
                        .build())
                .willRespondWith()
                .status(422)
                .headers(Problem.HEADERS)
                .body(Problem.body("https://treaty.dev/problems/invalid-fields", 422, "Some fields are not acceptable"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "privateAddress")
    void an_analysis_takes_public_addresses_only(MockServer provider) {
        var client = DeskContract.as(VIEWER, provider);

        assertThatThrownBy(() -> client.analyse(List.of(BAD, "10.0.0.1"))).isInstanceOf(Invalid.class);
    }

    private static void result(LambdaDslJsonArray results, String ip, String verdict, int risk) {
        results.object(result -> {
            result.stringValue("ip", ip);
            result.stringValue("verdict", verdict);
            result.integerType("risk", risk);
        });
    }
}
