package dev.treaty.consumer.threatintelligence.misp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is added to an instance, and the call that only asks whether it is there. */
@Recording
class ContributionsPactTest {

    private static final IpAddress NEW = new IpAddress("198.51.100.23");
    private static final IpAddress KNOWN = new IpAddress("203.0.113.7");

    @Pact(consumer = "threat-intelligence", provider = "misp")
    V4Pact addition(PactDslWithProvider misp) {
        return addition(
                        misp.given("an event exists", Map.of("id", "42"))
                                .uponReceiving("a request to add an address to an event"),
                        "42",
                        NEW)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root ->
                                root.object("Attribute", attribute -> attribute.stringMatcher("id", "\\d+", "4712")))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "addition")
    void an_address_becomes_an_attribute_of_an_event(MockServer misp) {
        assertThat(MispFixture.at(misp).add("42", NEW, "seen at the gate")).isEqualTo(new AdditionResult.Added("4712"));
    }

    @Pact(consumer = "threat-intelligence", provider = "misp")
    V4Pact repeatedAddition(PactDslWithProvider misp) {
        return addition(
                        misp.given("an event knows an address", Map.of("ip", KNOWN.text(), "event", "43"))
                                .uponReceiving("a request to add an address to an event that knows it"),
                        "43",
                        KNOWN)
                .willRespondWith()
                .status(403)
                .body(newJsonBody(root -> {
                            root.booleanValue("saved", false);
                            root.object(
                                    "errors",
                                    errors -> errors.array(
                                            "value",
                                            reasons -> reasons.stringType(
                                                    "A similar attribute already exists for this event.")));
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "repeatedAddition")
    void what_an_event_knows_is_not_saved_which_is_not_a_wrong_key(MockServer misp) {
        assertThat(MispFixture.at(misp).add("43", KNOWN, "seen at the gate"))
                .isEqualTo(new AdditionResult.NotSaved(List.of("A similar attribute already exists for this event.")));
    }

    @Pact(consumer = "threat-intelligence", provider = "misp")
    V4Pact sighting(PactDslWithProvider misp) {
        return MispFixture.request(
                        misp.given("an event knows an address", Map.of("ip", KNOWN.text()))
                                .uponReceiving("a sighting of an address"),
                        "POST",
                        "/sightings/add")
                .body(newJsonBody(root -> root.array("values", values -> values.stringValue(KNOWN.text())))
                        .build())
                .willRespondWith()
                .status(200)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sighting")
    void an_address_is_sighted(MockServer misp) {
        var client = MispFixture.at(misp);

        assertThatCode(() -> client.sighted(KNOWN)).doesNotThrowAnyException();
    }

    @Pact(consumer = "threat-intelligence", provider = "misp")
    V4Pact version(PactDslWithProvider misp) {
        return MispFixture.request(
                        misp.given("an instance of MISP runs", Map.of("version", "2.5.1"))
                                .uponReceiving("a request for the version"),
                        "GET",
                        "/servers/getVersion")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.stringMatcher("version", "\\d+\\.\\d+\\.\\d+", "2.5.1"))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "version")
    void the_version_shows_that_the_instance_is_there(MockServer misp) {
        assertThat(MispFixture.at(misp).version()).isEqualTo("2.5.1");
    }

    private static PactDslRequestWithPath addition(PactDslRequestWithoutPath request, String event, IpAddress address) {
        return MispFixture.request(request, "POST", "/attributes/add/" + event)
                .body(newJsonBody(root -> {
                            root.stringValue("type", "ip-src");
                            root.stringValue("category", "Network activity");
                            root.stringValue("value", address.text());
                            root.booleanValue("to_ids", true);
                            root.stringValue("comment", "seen at the gate");
                        })
                        .build());
    }
}
