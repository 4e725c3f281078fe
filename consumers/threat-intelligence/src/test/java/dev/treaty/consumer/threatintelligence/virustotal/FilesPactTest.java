package dev.treaty.consumer.threatintelligence.virustotal;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file is looked up first, because sending it shares it; only an unknown one is sent, and its analysis followed. */
@Recording
class FilesPactTest {

    private static final String KNOWN = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f";
    private static final String UNKNOWN = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String QUEUED = "NDIxOjE3Njg0Njk0MDA=";
    private static final String COMPLETED = "NDIyOjE3Njg0Njk0MDA=";

    @Pact(consumer = "threat-intelligence", provider = "virustotal")
    V4Pact knownFile(PactDslWithProvider virusTotal) {
        return get(
                        virusTotal
                                .given("a file has been analysed", Map.of("sha256", KNOWN, "malicious", 62))
                                .uponReceiving("a request for the report of a file"),
                        "/api/v3/files/" + KNOWN)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.object("data", data -> {
                            data.stringValue("id", KNOWN);
                            data.object("attributes", attributes -> {
                                attributes.stringType("meaningful_name", "invoice.pdf.exe");
                                attributes.object(
                                        "last_analysis_stats", stats -> VirusTotalFixture.engines(stats, 62, 0, 5, 8));
                            });
                        }))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "knownFile")
    void a_known_file_has_a_report(MockServer virusTotal) {
        assertThat(VirusTotalFixture.at(virusTotal).file(KNOWN))
                .contains(new FileReport(KNOWN, Optional.of("invoice.pdf.exe"), new EngineCounts(62, 0, 5, 8)));
    }

    @Pact(consumer = "threat-intelligence", provider = "virustotal")
    V4Pact unknownFile(PactDslWithProvider virusTotal) {
        return get(
                        virusTotal
                                .given("no such file was ever sent", Map.of("sha256", UNKNOWN))
                                .uponReceiving("a request for the report of an unknown file"),
                        "/api/v3/files/" + UNKNOWN)
                .willRespondWith()
                .status(404)
                .body(newJsonBody(root -> root.object("error", error -> error.stringValue("code", "NotFoundError")))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "unknownFile")
    void an_unknown_file_has_no_report(MockServer virusTotal) {
        assertThat(VirusTotalFixture.at(virusTotal).file(UNKNOWN)).isEmpty();
    }

    @Pact(consumer = "threat-intelligence", provider = "virustotal")
    V4Pact sentFile(PactDslWithProvider virusTotal) {
        var form = new FileForm("sample.txt", "test".getBytes(UTF_8));
        return virusTotal
                .given("no such file was ever sent", Map.of("sha256", UNKNOWN))
                .uponReceiving("a request to analyse a file")
                .method("POST")
                .path("/api/v3/files")
                .headers(Map.of("Accept", "application/json"))
                .matchHeader("x-apikey", VirusTotalFixture.KEY_REGEX, VirusTotalFixture.KEY)
                .body(new String(form.bytes(), UTF_8), form.mediaType())
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.object("data", data -> {
                            data.stringValue("type", "analysis");
                            data.stringMatcher("id", "\\S+", QUEUED);
                        }))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sentFile")
    void an_unknown_file_is_sent_and_its_analysis_has_an_id(MockServer virusTotal) {
        var id = VirusTotalFixture.at(virusTotal).analyse("sample.txt", "test".getBytes(UTF_8));

        assertThat(id).isEqualTo(QUEUED);
    }

    @Pact(consumer = "threat-intelligence", provider = "virustotal")
    V4Pact queuedAnalysis(PactDslWithProvider virusTotal) {
        return analysis(virusTotal, QUEUED, "queued", "queued|in-progress", 0, 0);
    }

    @Test
    @PactTestFor(pactMethod = "queuedAnalysis")
    void an_analysis_is_pending_at_first(MockServer virusTotal) {
        assertThat(VirusTotalFixture.at(virusTotal).analysis(QUEUED)).isEqualTo(new Analysis.Pending());
    }

    @Pact(consumer = "threat-intelligence", provider = "virustotal")
    V4Pact completedAnalysis(PactDslWithProvider virusTotal) {
        return analysis(virusTotal, COMPLETED, "completed", "completed", 3, 70);
    }

    @Test
    @PactTestFor(pactMethod = "completedAnalysis")
    void an_analysis_is_completed_with_what_the_engines_say(MockServer virusTotal) {
        assertThat(VirusTotalFixture.at(virusTotal).analysis(COMPLETED))
                .isEqualTo(new Analysis.Completed(new EngineCounts(3, 0, 0, 70)));
    }

    private static V4Pact analysis(
            PactDslWithProvider virusTotal, String id, String status, String regex, int malicious, int undetected) {
        return get(
                        virusTotal
                                .given("an analysis exists", Map.of("id", id, "status", status, "malicious", malicious))
                                .uponReceiving("a request for a %s analysis".formatted(status)),
                        "/api/v3/analyses/" + id.replace("=", "%3D"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.object(
                                "data",
                                data -> data.object("attributes", attributes -> {
                                    attributes.stringMatcher("status", regex, status);
                                    attributes.object(
                                            "stats",
                                            stats -> VirusTotalFixture.engines(stats, malicious, 0, 0, undetected));
                                })))
                        .build())
                .toPact(V4Pact.class);
    }

    private static PactDslRequestWithPath get(PactDslRequestWithoutPath request, String path) {
        return request.method("GET")
                .path(path)
                .headers(Map.of("Accept", "application/json"))
                .matchHeader("x-apikey", VirusTotalFixture.KEY_REGEX, VirusTotalFixture.KEY);
    }
}
