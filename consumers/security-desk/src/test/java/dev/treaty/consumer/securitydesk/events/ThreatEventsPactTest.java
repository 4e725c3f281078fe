package dev.treaty.consumer.securitydesk.events;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Recording
@PactTestFor(providerName = "threat-intelligence", providerType = ProviderType.ASYNCH)
class ThreatEventsPactTest {

    private static final String CONSUMER = "security-desk";
    private static final String PROVIDER = "threat-intelligence";
    private static final String BAD = "203.0.113.7";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z";

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact addressJudgedMalicious(PactBuilder provider) {
        return event(
                provider.given("an address has been judged malicious", Map.of("ip", BAD)),
                "an address.judged-malicious event",
                "address.judged-malicious",
                BAD,
                data -> {
                    data.stringValue("ip", BAD);
                    data.integerType("risk", 100);
                    data.minArrayLike(
                            "reasons", 1, PactDslJsonRootValue.stringType("16 of 94 engines call it malicious"), 1);
                });
    }

    @Test
    @PactTestFor(pactMethod = "addressJudgedMalicious")
    void an_address_is_blocked(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new ThreatEvent.AddressJudgedMalicious(
                        BAD, 100, List.of("16 of 94 engines call it malicious")));
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact sourceUnavailable(PactBuilder provider) {
        return event(
                provider.given("a source has become unavailable", Map.of("source", "misp")),
                "a source.unavailable event",
                "source.unavailable",
                "misp",
                data -> data.stringValue("source", "misp"));
    }

    @Test
    @PactTestFor(pactMethod = "sourceUnavailable")
    void a_source_is_unavailable(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message)).isEqualTo(new ThreatEvent.SourceUnavailable("misp"));
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact sourceRecovered(PactBuilder provider) {
        return event(
                provider.given("a source has recovered", Map.of("source", "abuseipdb")),
                "a source.recovered event",
                "source.recovered",
                "abuseipdb",
                data -> data.stringValue("source", "abuseipdb"));
    }

    @Test
    @PactTestFor(pactMethod = "sourceRecovered")
    void a_source_answers_again(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message)).isEqualTo(new ThreatEvent.SourceRecovered("abuseipdb"));
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact keyExpires(PactBuilder provider) {
        return event(
                provider.given(
                        "the key of a source expires soon", Map.of("source", "virustotal", "expiresOn", "2026-01-22")),
                "a source.key-expires event",
                "source.key-expires",
                "virustotal",
                data -> {
                    data.stringValue("source", "virustotal");
                    data.stringValue("expiresOn", "2026-01-22");
                });
    }

    @Test
    @PactTestFor(pactMethod = "keyExpires")
    void a_key_has_to_be_replaced(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message)).isEqualTo(new ThreatEvent.SourceKeyExpires("virustotal", LocalDate.of(2026, 1, 22)));
    }

    private static V4Pact event(
            PactBuilder provider, String description, String what, String subject, Consumer<LambdaDslObject> data) {
        var content = newJsonBody(event -> {
                    event.stringValue("specversion", "1.0");
                    event.stringMatcher("id", "[!-~]{1,255}", "evt-42");
                    event.stringMatcher("source", "[!-~]{1,255}", "https://treaty.dev/services/threat-intelligence");
                    event.stringValue("type", "dev.treaty.%s.v1".formatted(what));
                    event.stringValue("subject", subject);
                    event.stringMatcher("time", TIME, Examples.NOW.toString());
                    event.stringValue("datacontenttype", "application/json");
                    event.stringValue("dataschema", "https://treaty.dev/schemas/%s/v1".formatted(what));
                    event.object("data", data);
                })
                .build();
        return provider.expectsToReceiveMessageInteraction(
                        description,
                        message ->
                                message.withContents(contents -> contents.withMetadata(metadata -> metadata.matchRegex(
                                                "contentType",
                                                "application/cloudevents\\+json(; ?charset=(utf|UTF)-8)?",
                                                ThreatEventReader.CONTENT_TYPE))
                                        .withContent(content)))
                .toPact();
    }

    private static ThreatEvent read(V4Interaction.AsynchronousMessage message) {
        return ThreatEventReader.read(
                String.valueOf(message.getContents().getMetadata().get("contentType")),
                message.getContents().getContents().unwrap());
    }
}
