package dev.treaty.provider.authservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.authservice.keys.AccessToken;
import dev.treaty.provider.authservice.keys.KeyStorage;
import dev.treaty.provider.authservice.keys.SigningKeys;
import dev.treaty.provider.testing.TestKeys;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final String ADA = "ada@example.org";

    private final AuthServiceUnderTest auth = new AuthServiceUnderTest();

    @BeforeEach
    void register() {
        auth.register(ADA).statusCode(201);
    }

    @AfterEach
    void stop() {
        auth.close();
    }

    @Test
    void a_new_key_is_published_before_it_signs() throws Exception {
        var old = TokenReader.kid(auth.signedIn(ADA).access());
        startNextKey();

        assertThat(auth.kids()).hasSize(2).contains(old);
        assertThat(TokenReader.kid(auth.signedIn(ADA).access())).isEqualTo(old);
    }

    @Test
    void after_a_rotation_old_tokens_still_verify_and_new_ones_carry_the_new_key() throws Exception {
        startNextKey();
        auth.clock().advance(SigningKeys.PUBLISHED_AHEAD.minusSeconds(1));
        var before = auth.signedIn(ADA).access();
        auth.clock().advance(Duration.ofSeconds(1));
        var after = auth.signedIn(ADA).access();

        assertThat(TokenReader.kid(after)).isNotEqualTo(TokenReader.kid(before));
        assertThat(subject(before)).isEqualTo(subject(after));
    }

    @Test
    void an_old_key_is_published_until_its_last_token_has_expired_by_everyones_clock() throws Exception {
        startNextKey();
        var old = TokenReader.kid(auth.signedIn(ADA).access());
        auth.clock().advance(SigningKeys.PUBLISHED_AHEAD);
        var longest = AccessToken.LIFETIME.plus(AccessToken.CLOCK_SKEW.multipliedBy(2));

        auth.clock().advance(longest.minusSeconds(1));
        assertThat(auth.kids()).contains(old);

        auth.clock().advance(Duration.ofSeconds(1));
        assertThat(auth.kids()).hasSize(1).doesNotContain(old);
    }

    @Test
    void no_key_is_added_before_its_time() {
        auth.clock().advance(Duration.ofDays(29));
        keys().rotate();

        assertThat(auth.kids()).hasSize(1);
    }

    /** As housekeeping does when the time has come. */
    private void startNextKey() {
        auth.clock().advance(SigningKeys.TERM.minus(SigningKeys.PUBLISHED_AHEAD));
        keys().rotate();
    }

    private SigningKeys keys() {
        return new SigningKeys(auth.stored(), new KeyStorage(Optional.empty()), () -> TestKeys.key(1), auth.clock());
    }

    private String subject(String token) throws Exception {
        return TokenReader.verified(token, auth.keys(), auth.clock().instant()).getSubject();
    }
}
