package dev.treaty.consumer.threatintelligence.abuseipdb;

import au.com.dius.pact.consumer.MockServer;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.recording.Examples;
import java.net.URI;
import java.time.Duration;

/** AbuseIPDB as all tests reach it. */
final class AbuseIpDbFixture {

    static final String KEY = "test-key-42";

    /** What AbuseIPDB must accept: any key. */
    static final String KEY_REGEX = "\\S+";

    /** AbuseIPDB writes the offset of UTC in digits. */
    static final String TIME_REGEX = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d";

    static final String TIME = "2026-01-15T09:30:00+00:00";

    private AbuseIpDbFixture() {}

    static AbuseIpDb at(MockServer abuseIpDb) {
        return at(URI.create(abuseIpDb.getUrl()), KEY);
    }

    static AbuseIpDb at(URI server, String key) {
        var timeouts = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));
        return new AbuseIpDb(server, key, timeouts, Examples.CLOCK);
    }
}
