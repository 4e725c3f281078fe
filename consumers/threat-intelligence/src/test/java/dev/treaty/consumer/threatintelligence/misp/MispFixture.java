package dev.treaty.consumer.threatintelligence.misp;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.recording.Examples;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** MISP as all tests reach it. */
final class MispFixture {

    private static final String KEY = "test-key-42";

    /** The bare key, without a scheme. */
    private static final String KEY_REGEX = "\\S+";

    private MispFixture() {}

    static Misp at(MockServer misp) {
        var timeouts = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));
        return new Misp(URI.create(misp.getUrl()), KEY, timeouts, Examples.CLOCK);
    }

    static PactDslRequestWithPath request(PactDslRequestWithoutPath request, String method, String path) {
        return request.method(method)
                .path(path)
                .headers(Map.of("Accept", "application/json", "Content-Type", "application/json"))
                .matchHeader("Authorization", KEY_REGEX, KEY);
    }
}
