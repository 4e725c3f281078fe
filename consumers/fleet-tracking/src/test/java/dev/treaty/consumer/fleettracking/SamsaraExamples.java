package dev.treaty.consumer.fleettracking;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import dev.treaty.consumer.fleettracking.connection.SamsaraApi;
import dev.treaty.consumer.fleettracking.connection.SamsaraToken;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.recording.Examples;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What all recordings have in common: the token, ids, and what every request has. */
final class SamsaraExamples {

    static final SamsaraToken TOKEN = new SamsaraToken("samsara_api_test");

    static final String VEHICLE = "281474976710657";
    static final String OTHER_VEHICLE = "281474976710658";
    static final String DRIVER = "45646";
    static final String ADDRESS = "494123";
    static final String ROUTE = "342341";
    static final String STOP = "324231";

    /** RFC 3339, as Samsara writes times: in UTC, or with an offset. */
    static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)";

    static final String NOW = Examples.NOW.toString();

    private SamsaraExamples() {}

    static Samsara at(MockServer samsara) {
        return at(URI.create(samsara.getUrl()), TOKEN);
    }

    static Samsara at(URI address, SamsaraToken token) {
        var timeouts = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));
        return new Samsara(address, token, timeouts, Examples.CLOCK);
    }

    /** A request with any token that looks like one. */
    static PactDslRequestWithPath request(PactDslRequestWithoutPath description, String method, String path) {
        return withoutToken(description, method, path)
                .matchHeader("Authorization", "Bearer samsara_api_.+", "Bearer " + TOKEN.value());
    }

    static PactDslRequestWithPath withoutToken(PactDslRequestWithoutPath description, String method, String path) {
        return description
                .method(method)
                .path(path)
                .headers(Map.of("Accept", "application/json", "X-Samsara-Version", SamsaraApi.VERSION));
    }
}
