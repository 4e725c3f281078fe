package dev.treaty.consumer.webapp;

import au.com.dius.pact.consumer.MockServer;
import dev.treaty.consumer.recording.Bearer;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.webapp.connection.Timeouts;
import java.net.URI;
import java.time.Duration;

/**
 * Who and what the recordings speak of.
 *
 * <p>What goes wrong goes wrong with somebody or something of its own, named exactly, while what goes well does so for
 * anybody. So a stub that replays the contract knows by the request alone which answer is meant: whoever opens {@code
 * ws_77} is refused, and every other workspace opens.
 */
final class ExampleData {

    /** Registers, signs in, and owns {@link #WORKSPACE}. */
    static final User ADA = new User("usr_42", "ada@example.org", "Ada Lovelace");

    static final Credentials ADAS_CREDENTIALS = new Credentials(ADA.email(), "correct horse battery staple");

    static final Session ADAS_SESSION = new Session(Examples.jwt(ADA.id()), "refresh-42", Duration.ofMinutes(15));

    /** The header with which Ada calls. */
    static final String ADAS_TOKEN = Bearer.header(ADAS_SESSION.accessToken());

    /** Has run out. */
    static final Session EXPIRED_SESSION =
            new Session(Examples.expiredJwt(ADA.id()), "refresh-revoked", Duration.ofMinutes(15));

    /** Asks for more than the gateway allows. */
    static final Session HASTY_SESSION = new Session(Examples.jwt("usr_hasty"), "refresh-43", Duration.ofMinutes(15));

    static final Workspace WORKSPACE = new Workspace("ws_42", "Harvest", Role.OWNER, Examples.NOW, "\"1\"");

    /** {@link #WORKSPACE} before somebody else changed it. */
    static final Workspace STALE_WORKSPACE =
            new Workspace(WORKSPACE.id(), WORKSPACE.name(), Role.OWNER, Examples.NOW, "\"0\"");

    /** Ada may only look into it. */
    static final Workspace VIEWED_WORKSPACE = new Workspace("ws_43", "Orchard", Role.VIEWER, Examples.NOW, "\"1\"");

    /** Somebody else's, of which Ada is not a member. */
    static final String FOREIGN_WORKSPACE = "ws_77";

    static final String UNKNOWN_WORKSPACE = "ws_99";

    private ExampleData() {}

    /** The client under test, talking to the mock server. */
    static Gateway at(MockServer server) {
        return new Gateway(URI.create(server.getUrl()), Timeouts.USUAL);
    }
}
