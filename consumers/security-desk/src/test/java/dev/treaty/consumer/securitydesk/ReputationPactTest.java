package dev.treaty.consumer.securitydesk;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.securitydesk.DeskContract.BAD;
import static dev.treaty.consumer.securitydesk.DeskContract.CONSUMER;
import static dev.treaty.consumer.securitydesk.DeskContract.GOOD;
import static dev.treaty.consumer.securitydesk.DeskContract.PROVIDER;
import static dev.treaty.consumer.securitydesk.DeskContract.TIME;
import static dev.treaty.consumer.securitydesk.DeskContract.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The service must not fail open: a source that is down is named, and with fewer than two answers nobody says "allow". */
@Recording
class ReputationPactTest {

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact malicious(PactDslWithProvider provider) {
        return reputation(
                DeskContract.knowing(DeskContract.viewer(provider), BAD),
                "a request for the reputation of a malicious address",
                BAD,
                body -> {
                    known(body, "block", 100);
                    body.minArrayLike(
                            "reasons", 1, PactDslJsonRootValue.stringType("16 of 94 engines call it malicious"), 1);
                    body.array("sources", sources -> {
                        answered(sources, "virustotal", Optional.of(100));
                        answered(sources, "abuseipdb", Optional.of(100));
                        answered(sources, "misp", Optional.of(100));
                    });
                });
    }

    @Test
    @PactTestFor(pactMethod = "malicious")
    void a_malicious_address_is_blocked_with_reasons(MockServer provider) {
        var reputation = DeskContract.as(VIEWER, provider).reputation(BAD);

        assertThat(reputation)
                .isEqualTo(new Reputation(
                        BAD,
                        Verdict.BLOCK,
                        Optional.of(100),
                        Optional.empty(),
                        List.of(
                                answer("virustotal", Optional.of(100)),
                                answer("abuseipdb", Optional.of(100)),
                                answer("misp", Optional.of(100))),
                        List.of("16 of 94 engines call it malicious"),
                        Examples.NOW,
                        Optional.of(Examples.NOW.plus(Duration.ofHours(1)))));
        assertThat(reputation.verdict().isPassing()).isFalse();
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact harmless(PactDslWithProvider provider) {
        return reputation(
                DeskContract.knowing(DeskContract.viewer(provider), GOOD),
                "a request for the reputation of a harmless address",
                GOOD,
                body -> {
                    known(body, "allow", 0);
                    body.stringMatcher("country", "[A-Z]{2}", "DE");
                    body.array("reasons", none -> {});
                    body.array("sources", sources -> {
                        answered(sources, "virustotal", Optional.of(0));
                        answered(sources, "abuseipdb", Optional.of(0));
                        answered(sources, "misp", Optional.empty());
                    });
                });
    }

    @Test
    @PactTestFor(pactMethod = "harmless")
    void a_harmless_address_may_pass(MockServer provider) {
        var reputation = DeskContract.as(VIEWER, provider).reputation(GOOD);

        assertThat(reputation.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(reputation.country()).contains("DE");
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact withoutOneSource(PactDslWithProvider provider) {
        return reputation(
                DeskContract.without(DeskContract.knowing(DeskContract.viewer(provider), "203.0.113.66"), "abuseipdb"),
                "a request for the reputation of an address while a source is unavailable",
                "203.0.113.66",
                body -> {
                    known(body, "block", 100);
                    body.array("sources", sources -> {
                        answered(sources, "virustotal", Optional.of(100));
                        sources.object(source -> {
                            source.stringValue("name", "abuseipdb");
                            source.stringValue("state", "unavailable");
                        });
                        answered(sources, "misp", Optional.of(100));
                    });
                    body.minArrayLike(
                            "reasons", 1, PactDslJsonRootValue.stringType("16 of 94 engines call it malicious"), 1);
                });
    }

    @Test
    @PactTestFor(pactMethod = "withoutOneSource")
    void two_sources_are_enough_and_the_third_is_named(MockServer provider) {
        var reputation = DeskContract.as(VIEWER, provider).reputation("203.0.113.66");

        assertThat(reputation.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(reputation.sources())
                .contains(new SourceAnswer("abuseipdb", "unavailable", Optional.empty(), Optional.empty()));
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact withoutTwoSources(PactDslWithProvider provider) {
        return reputation(
                DeskContract.without(
                        DeskContract.knowing(DeskContract.viewer(provider), "192.0.2.101"), "virustotal", "misp"),
                "a request for the reputation of an address while two sources are unavailable",
                "192.0.2.101",
                body -> {
                    body.stringValue("verdict", "unknown");
                    body.stringMatcher("assessedAt", TIME, Examples.NOW.toString());
                    body.array("reasons", none -> {});
                    body.array("sources", sources -> {
                        unavailable(sources, "virustotal");
                        answered(sources, "abuseipdb", Optional.of(0));
                        unavailable(sources, "misp");
                    });
                });
    }

    @Test
    @PactTestFor(pactMethod = "withoutTwoSources")
    void one_answer_is_not_enough_however_good_it_is(MockServer provider) {
        var reputation = DeskContract.as(VIEWER, provider).reputation("192.0.2.101");

        assertThat(reputation.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(reputation.verdict().isPassing()).isFalse();
        assertThat(reputation.expiresAt()).isEmpty();
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact limited(PactDslWithProvider provider) {
        return reputation(
                DeskContract.knowing(DeskContract.viewer(provider), "192.0.2.102")
                        .given("a source has reached its limit", Map.of("source", "virustotal", "seconds", 600)),
                "a request for the reputation of an address while a source has reached its limit",
                "192.0.2.102",
                body -> {
                    known(body, "allow", 0);
                    body.array("reasons", none -> {});
                    body.array("sources", sources -> {
                        sources.object(source -> {
                            source.stringValue("name", "virustotal");
                            source.stringValue("state", "limited");
                            source.stringMatcher("notBefore", TIME, "2026-01-15T09:40:00Z");
                        });
                        answered(sources, "abuseipdb", Optional.of(0));
                        answered(sources, "misp", Optional.empty());
                    });
                });
    }

    @Test
    @PactTestFor(pactMethod = "limited")
    void a_source_that_is_limited_says_when_it_can_be_asked_again(MockServer provider) {
        var reputation = DeskContract.as(VIEWER, provider).reputation("192.0.2.102");

        assertThat(reputation.sources())
                .contains(new SourceAnswer(
                        "virustotal",
                        "limited",
                        Optional.empty(),
                        Optional.of(Examples.NOW.plus(Duration.ofMinutes(10)))));
    }

    private static V4Pact reputation(
            PactDslWithState state, String description, String ip, Consumer<LambdaDslJsonBody> body) {
        return DeskContract.call(state, description, "GET", "/addresses/" + ip + "/reputation", VIEWER)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> {
                            root.stringValue("ip", ip);
                            body.accept(root);
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    /** The desk decides by the verdict; the risk is the service's own business. */
    private static void known(LambdaDslJsonBody body, String verdict, int risk) {
        body.stringValue("verdict", verdict);
        body.integerType("risk", risk);
        body.stringMatcher("assessedAt", TIME, Examples.NOW.toString());
        body.stringMatcher(
                "expiresAt", TIME, Examples.NOW.plus(Duration.ofHours(1)).toString());
    }

    private static void answered(LambdaDslJsonArray sources, String name, Optional<Integer> score) {
        sources.object(source -> {
            source.stringValue("name", name);
            source.stringValue("state", "answered");
            score.ifPresent(points -> source.integerType("score", points));
        });
    }

    private static void unavailable(LambdaDslJsonArray sources, String name) {
        sources.object(source -> {
            source.stringValue("name", name);
            source.stringValue("state", "unavailable");
        });
    }

    private static SourceAnswer answer(String name, Optional<Integer> score) {
        return new SourceAnswer(name, "answered", score, Optional.empty());
    }
}
