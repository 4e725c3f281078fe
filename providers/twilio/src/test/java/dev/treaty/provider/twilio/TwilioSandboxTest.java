package dev.treaty.provider.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.treaty.provider.junit.standin.SandboxStandIn;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What {@code -Dtwilio.url=… -Dtwilio.sid=… -Dtwilio.token=…} does, against a stand-in that knows the magic numbers. */
class TwilioSandboxTest {

    private static final String ACCOUNT = "AC11111111111111111111111111111111";
    private static final String RECORDED_ACCOUNT = "AC00000000000000000000000000000042";

    @TempDir
    private Path results;

    @Test
    void every_reachable_interaction_is_verified_and_the_others_are_skipped() {
        var credentials = credentials(ACCOUNT, "a-real-token");
        var examples = Map.of(ACCOUNT, RECORDED_ACCOUNT, credentials, credentials(RECORDED_ACCOUNT, "test-auth-token"));
        try (var twilio = SandboxStandIn.start("twilio", "Basic " + credentials, examples)) {
            var interactions = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(TwilioVerificationTest.class))
                    .configurationParameter("twilio.url", twilio.url().toString())
                    .configurationParameter("twilio.sid", ACCOUNT)
                    .configurationParameter("twilio.token", "a-real-token")
                    .configurationParameter("verification.results", results.toString())
                    .execute()
                    .testEvents();

            assertThat(interactions.failed().list()).isEmpty();
            assertThat(interactions.succeeded().count()).isEqualTo(6);
            assertThat(interactions.aborted().count()).isEqualTo(16);
        }
    }

    private static String credentials(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
