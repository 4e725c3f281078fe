package dev.treaty.consumer.securitydesk;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.securitydesk.DeskContract.ANALYST;
import static dev.treaty.consumer.securitydesk.DeskContract.CONSUMER;
import static dev.treaty.consumer.securitydesk.DeskContract.PROVIDER;
import static dev.treaty.consumer.securitydesk.DeskContract.TIME;
import static dev.treaty.consumer.securitydesk.DeskContract.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import dev.treaty.consumer.securitydesk.ThreatIntelligenceException.Invalid;
import dev.treaty.consumer.securitydesk.ThreatIntelligenceException.NotAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Recording
class ReportsPactTest {

    private static final String UUID_REGEX = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final UUID ATTEMPT = UUID.fromString("00000000-0000-4000-8000-000000000061");
    private static final UUID REFUSED = UUID.fromString("00000000-0000-4000-8000-000000000062");
    private static final UUID SHORT = UUID.fromString("00000000-0000-4000-8000-000000000063");
    private static final String COMMENT = "SSH brute force at our gate";

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact report(PactDslWithProvider provider) {
        return report(
                        DeskContract.analyst(provider),
                        "a report of an address",
                        ANALYST,
                        ATTEMPT,
                        "198.51.100.61",
                        COMMENT)
                .willRespondWith()
                .status(202)
                .body(newJsonBody(root -> {
                            root.stringValue("ip", "198.51.100.61");
                            root.array("sources", sources -> {
                                sources.object(source -> {
                                    source.stringValue("name", "abuseipdb");
                                    source.stringMatcher("state", "accepted|limited|rejected|unavailable", "accepted");
                                });
                                sources.object(source -> {
                                    source.stringValue("name", "misp");
                                    source.stringMatcher("state", "accepted|known|rejected|unavailable", "accepted");
                                });
                            });
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "report")
    void a_report_says_what_each_source_made_of_it(MockServer provider) {
        var outcome = DeskContract.as(ANALYST, provider)
                .report(new NewReport("198.51.100.61", List.of(18, 22), COMMENT), ATTEMPT);

        assertThat(outcome.sources()).extracting(ReportOutcome.BySource::name).containsExactly("abuseipdb", "misp");
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact viewerReports(PactDslWithProvider provider) {
        return report(
                        DeskContract.viewer(provider),
                        "a report of an address by a viewer",
                        VIEWER,
                        REFUSED,
                        "198.51.100.62",
                        COMMENT)
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(Problem.body(
                        "https://treaty.dev/problems/role-too-low",
                        403,
                        "You may read what threat intelligence knows, but not add to it"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "viewerReports")
    void a_viewer_may_not_report(MockServer provider) {
        var client = DeskContract.as(VIEWER, provider);
        var report = new NewReport("198.51.100.62", List.of(18, 22), COMMENT);

        assertThatThrownBy(() -> client.report(report, REFUSED)).isInstanceOf(NotAllowed.class);
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact shortComment(PactDslWithProvider provider) {
        return report(
                        DeskContract.analyst(provider),
                        "a report of an address that says too little",
                        ANALYST,
                        SHORT,
                        "198.51.100.63",
                        "bad")
                .willRespondWith()
                .status(422)
                .headers(Problem.HEADERS)
                .body(Problem.body("https://treaty.dev/problems/invalid-fields", 422, "Some fields are not acceptable"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "shortComment")
    void a_report_must_say_something(MockServer provider) {
        var client = DeskContract.as(ANALYST, provider);
        var report = new NewReport("198.51.100.63", List.of(18, 22), "bad");

        assertThatThrownBy(() -> client.report(report, SHORT)).isInstanceOf(Invalid.class);
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact sources(PactDslWithProvider provider) {
        return DeskContract.call(
                        DeskContract.viewer(provider)
                                .given(
                                        "a source has reached its limit",
                                        Map.of("source", "virustotal", "seconds", 600)),
                        "a request for the sources",
                        "GET",
                        "/sources",
                        VIEWER)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.array("items", items -> {
                            items.object(source -> {
                                source.stringValue("name", "virustotal");
                                source.stringValue("state", "limited");
                                source.stringMatcher("notBefore", TIME, "2026-01-15T09:40:00Z");
                            });
                            for (var name : List.of("abuseipdb", "misp")) {
                                items.object(source -> {
                                    source.stringValue("name", name);
                                    source.stringMatcher("state", "answering|unknown", "answering");
                                });
                            }
                        }))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sources")
    void each_source_says_how_it_is(MockServer provider) {
        var sources = DeskContract.as(VIEWER, provider).sources();

        assertThat(sources).extracting(SourceStatus::state).containsExactly("limited", "answering", "answering");
        assertThat(sources.get(0).notBefore()).isPresent();
    }

    private static PactDslRequestWithPath report(
            PactDslWithState state, String description, String user, UUID attempt, String ip, String comment) {
        return DeskContract.call(state, description, "POST", "/reports", user)
                .headers(Map.of("Content-Type", "application/json"))
                .matchHeader("Idempotency-Key", UUID_REGEX, attempt.toString())
                .body(newJsonBody(root -> {
                            root.stringValue("ip", ip);
                            root.array(
                                    "categories",
                                    numbers -> numbers.numberValue(18).numberValue(22));
                            root.stringValue("comment", comment);
                        })
                        .build());
    }
}
