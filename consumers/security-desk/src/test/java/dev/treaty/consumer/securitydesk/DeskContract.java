package dev.treaty.consumer.securitydesk;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Examples;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the recordings of threat-intelligence have in common. */
final class DeskContract {

    static final String CONSUMER = "security-desk";
    static final String PROVIDER = "threat-intelligence";

    static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z";

    /** While the service is verified, a stub server stands in for its sources: it calls this address malicious. */
    static final String BAD = "203.0.113.7";

    /** The same calls this one harmless. */
    static final String GOOD = "192.0.2.100";

    static final String ANALYST = "usr_42";
    static final String VIEWER = "usr_7";

    private DeskContract() {}

    static PactDslWithState analyst(PactDslWithProvider provider) {
        return provider.given("a user is signed in", Map.of("id", ANALYST, "role", "security-analyst"));
    }

    static PactDslWithState viewer(PactDslWithProvider provider) {
        return provider.given("a user is signed in", Map.of("id", VIEWER, "role", "security-viewer"));
    }

    static PactDslWithState knowing(PactDslWithState state, String ip) {
        return state.given("sources know an address", Map.of("ip", ip));
    }

    static PactDslWithState without(PactDslWithState state, String... sources) {
        return state.given("sources are unavailable", Map.of("sources", List.of(sources)));
    }

    /** A call with the token that the provider state gives. */
    static PactDslRequestWithPath call(
            PactDslWithState state, String description, String method, String path, String user) {
        var header = BearerHeader.header(Examples.jwt(user));
        return state.uponReceiving(description)
                .method(method)
                .path(path)
                .headerFromProviderState("Authorization", "Bearer ${accessToken}", header)
                .matchHeader("Authorization", BearerHeader.REGEX, header);
    }

    static ThreatIntelligence as(String user, MockServer server) {
        return at(server, Optional.of(Examples.jwt(user)));
    }

    static ThreatIntelligence at(MockServer server, Optional<String> token) {
        var timeouts = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));
        return new ThreatIntelligence(URI.create(server.getUrl()), token, timeouts, Examples.CLOCK);
    }
}
