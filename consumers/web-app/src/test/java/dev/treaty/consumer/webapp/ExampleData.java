package dev.treaty.consumer.webapp;

import au.com.dius.pact.consumer.MockServer;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.webapp.connection.Timeouts;
import java.net.URI;
import java.time.Duration;

/**
 * The users, workspaces and sessions of the recordings.
 *
 * <p>A request that fails names its own user or workspace exactly, while a request that succeeds matches
 * any. So a stub that replays the contract can choose the response by the request alone: opening {@code
 * ws_77} is refused, opening any other workspace succeeds.
 */
final class ExampleData {

    /** The user who registers, signs in, and owns {@link #WORKSPACE}. */
    static final User ADA = new User("usr_42", "ada@example.org", "Ada Lovelace");

    static final Credentials ADAS_CREDENTIALS = new Credentials(ADA.email(), "correct horse battery staple");

    static final Session ADAS_SESSION = new Session(Examples.jwt(ADA.id()), "refresh-42", Duration.ofMinutes(15));

    /** The header of Ada's calls. */
    static final String ADAS_TOKEN = BearerHeader.header(ADAS_SESSION.accessToken());

    /** An expired session. */
    static final Session EXPIRED_SESSION =
            new Session(Examples.expiredJwt(ADA.id()), "refresh-revoked", Duration.ofMinutes(15));

    /** A user who exceeds the rate limit. */
    static final Session HASTY_SESSION = new Session(Examples.jwt("usr_hasty"), "refresh-43", Duration.ofMinutes(15));

    static final Workspace WORKSPACE = new Workspace("ws_42", "Harvest", Role.OWNER, Examples.NOW, "\"1\"");

    /** {@link #WORKSPACE} before somebody else changed it. */
    static final Workspace STALE_WORKSPACE =
            new Workspace(WORKSPACE.id(), WORKSPACE.name(), Role.OWNER, Examples.NOW, "\"0\"");

    /** A workspace that Ada may only read. */
    static final Workspace VIEWED_WORKSPACE = new Workspace("ws_43", "Orchard", Role.VIEWER, Examples.NOW, "\"1\"");

    /** A workspace that Ada is not a member of. */
    static final String FOREIGN_WORKSPACE = "ws_77";

    static final String UNKNOWN_WORKSPACE = "ws_99";

    private ExampleData() {}

    /** The client under test, talking to the mock server. */
    static Gateway at(MockServer server) {
        return new Gateway(URI.create(server.getUrl()), Timeouts.USUAL);
    }
}
