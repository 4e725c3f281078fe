package dev.treaty.consumer.environmentconsole;

import au.com.dius.pact.consumer.MockServer;
import dev.treaty.consumer.environmentconsole.clones.CloneOptions;
import dev.treaty.consumer.environmentconsole.clones.CloneState;
import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import dev.treaty.consumer.environmentconsole.clones.Phase;
import dev.treaty.consumer.environmentconsole.clones.Progress;
import dev.treaty.consumer.environmentconsole.connection.AccessToken;
import dev.treaty.consumer.environmentconsole.connection.Timeouts;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Examples;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The callers, environments and clones of the recordings.
 *
 * <p>A request that fails has its own values, while one that succeeds matches any. So a stub that replays the contract can choose the
 * response by the request alone: a clone into {@code production} is refused, one into {@code test} finds it busy.
 */
final class ExampleData {

    static final String PRODUCTION = "production";
    static final String TRAINING = "training";
    static final String TEST = "test";

    static final List<String> ALL_SYSTEMS = List.of("audit", "conversations", "reservations");

    static final String PROFILE = "training";

    /** Ada may start clones. */
    static final AccessToken OPERATOR = new AccessToken(Examples.jwt("usr_42"));
    /** Grace may only look. */
    static final AccessToken VIEWER = new AccessToken(Examples.jwt("usr_7"));

    static final AccessToken EXPIRED = new AccessToken(Examples.expiredJwt("usr_42"));

    static final CloneOptions PRODUCTION_INTO_TRAINING =
            new CloneOptions(PRODUCTION, TRAINING, ALL_SYSTEMS, Optional.of(PROFILE), true, true, Optional.empty());

    static final Progress NOTHING_YET = new Progress(0, 0, 0, 0, 0, 0);
    static final Progress HALFWAY = new Progress(48, 520_000, 1_100_000, 4, 9, 73_400_320);
    static final Progress EVERYTHING = new Progress(100, 1_100_000, 1_100_000, 9, 9, 155_189_248);

    static final Instant STARTED = Examples.NOW.minusSeconds(60);

    private ExampleData() {}

    /** The client under test, called by Ada, talking to the mock server. */
    static EnvironmentCloner at(MockServer server) {
        return at(server, Optional.of(OPERATOR));
    }

    /** The client under test, called by somebody else, or by somebody unknown. */
    static EnvironmentCloner at(MockServer server, Optional<AccessToken> token) {
        return new EnvironmentCloner(URI.create(server.getUrl()), token, Timeouts.USUAL);
    }

    static String bearer(AccessToken token) {
        return BearerHeader.header(token.value());
    }

    /** A clone of production into training, without what it has only in some states. */
    static EnvironmentClone queued(String id) {
        return new EnvironmentClone(
                id,
                PRODUCTION,
                TRAINING,
                CloneState.QUEUED,
                Optional.empty(),
                NOTHING_YET,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, while it copies. */
    static EnvironmentClone copying(String id) {
        return new EnvironmentClone(
                id,
                PRODUCTION,
                TRAINING,
                CloneState.RUNNING,
                Optional.of(Phase.COPYING),
                HALFWAY,
                Optional.of(STARTED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, after its end. */
    static EnvironmentClone completed(String id) {
        return new EnvironmentClone(
                id,
                PRODUCTION,
                TRAINING,
                CloneState.COMPLETED,
                Optional.empty(),
                EVERYTHING,
                Optional.of(STARTED),
                Optional.of(Examples.NOW),
                Optional.of("bak_42"),
                Optional.empty());
    }
}
