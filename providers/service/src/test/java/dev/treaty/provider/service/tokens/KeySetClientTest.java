package dev.treaty.provider.service.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.testing.KeyServer;
import dev.treaty.provider.testing.ManualClock;
import dev.treaty.provider.testing.TestTokens;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeySetClientTest {

    private static final TestTokens ROTATED = TestTokens.named("rotated-key");

    private final ManualClock clock = ManualClock.now();
    private final KeyServer auth = new KeyServer(TestTokens.USUAL);
    private final KeySetClient client = new KeySetClient(auth.url());
    private final KeySetCache cache = new KeySetCache(clock);
    private final AccessTokenVerifier verifier = new AccessTokenVerifier(TokenPolicy.PLATFORM, Clock.systemUTC());

    @AfterEach
    void stop() {
        auth.close();
    }

    @Test
    void keys_are_fetched_once_and_again_after_a_rotation() throws Exception {
        assertThat(user(TestTokens.USUAL)).isEqualTo("usr_42");
        assertThat(user(TestTokens.USUAL)).isEqualTo("usr_42");
        assertThat(auth.requests()).isEqualTo(1);

        auth.replace(ROTATED);
        clock.advance(KeySetCache.PAUSE);

        assertThat(user(ROTATED)).isEqualTo("usr_42");
        assertThat(auth.requests()).isEqualTo(2);
    }

    @Test
    void known_keys_stay_known_while_auth_service_is_down() throws Exception {
        assertThat(user(TestTokens.USUAL)).isEqualTo("usr_42");
        assertThat(client.responds()).isTrue();

        auth.close();

        assertThat(user(TestTokens.USUAL)).isEqualTo("usr_42");
        assertThat(client.responds()).isFalse();
    }

    @Test
    void no_token_can_be_verified_before_auth_service_was_up() {
        var nowhere = new KeySetClient(URI.create("http://127.0.0.1:1/jwks.json"));

        assertThatThrownBy(() -> verifier.verify(TestTokens.USUAL.token("usr_42"), id -> cache.find(id, nowhere)))
                .isInstanceOf(KeysUnavailable.class);
    }

    @Test
    void a_response_that_is_not_a_key_set_is_no_response() {
        var elsewhere = new KeySetClient(auth.url().resolve("/elsewhere"));

        assertThat(elsewhere.responds()).isFalse();
    }

    private String user(TestTokens tokens) throws Exception {
        return verifier.verify(tokens.token("usr_42"), id -> cache.find(id, client))
                .id();
    }
}
