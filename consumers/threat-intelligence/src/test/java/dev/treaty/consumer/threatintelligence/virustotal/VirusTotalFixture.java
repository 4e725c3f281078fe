package dev.treaty.consumer.threatintelligence.virustotal;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.recording.Examples;
import java.net.URI;
import java.time.Duration;

/** VirusTotal as all tests reach it. */
final class VirusTotalFixture {

    static final String KEY = "test-key-42";

    /** What VirusTotal must accept: any key. */
    static final String KEY_REGEX = "\\S+";

    private VirusTotalFixture() {}

    static VirusTotal at(MockServer virusTotal) {
        return at(virusTotal, KEY);
    }

    static VirusTotal at(MockServer virusTotal, String key) {
        var timeouts = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));
        return new VirusTotal(URI.create(virusTotal.getUrl()), key, timeouts, Examples.CLOCK);
    }

    /** How many engines came to a result: any number but for those that are exact. */
    static void engines(LambdaDslObject stats, int malicious, int suspicious, int harmless, int undetected) {
        stats.integerType("malicious", malicious);
        stats.integerType("suspicious", suspicious);
        stats.integerType("harmless", harmless);
        stats.integerType("undetected", undetected);
    }
}
