package dev.treaty.consumer.archivist;

import au.com.dius.pact.consumer.MockServer;
import dev.treaty.consumer.archivist.connection.Credentials;
import dev.treaty.consumer.http.Timeouts;
import java.net.URI;
import java.time.Duration;

/** The archivist of all tests: its credentials, and how it connects to Cablecast. */
final class ArchivistFixture {

    static final Credentials CREDENTIALS = Credentials.of("archivist", "password-42");

    /** What the station must accept: any user and password. */
    static final String AUTHORIZATION_REGEX = "Basic [A-Za-z0-9+/]+=*";

    static final String AUTHORIZATION = CREDENTIALS.authorization().orElseThrow();

    /** Long enough for a busy machine; tests of time-outs use shorter ones. */
    static final Timeouts TIME_OUTS = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));

    private ArchivistFixture() {}

    static Cablecast at(MockServer cablecast) {
        return at(cablecast, CREDENTIALS);
    }

    static Cablecast at(MockServer cablecast, Credentials credentials) {
        return new Cablecast(URI.create(cablecast.getUrl()), credentials, TIME_OUTS);
    }
}
