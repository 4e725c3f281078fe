package dev.treaty.provider.authservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens and keys as the gateway sees them: verified by what is published, and by a clock of its own. */
class AccessTokensTest {

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
    void a_token_says_who_the_user_is() throws Exception {
        var claims = verified(auth.signedIn(ADA).access(), now());

        assertThat(claims.getSubject()).startsWith("usr_");
        assertThat(claims.getStringClaim("email")).isEqualTo(ADA);
        assertThat(claims.getStringClaim("name")).isEqualTo("Ada Lovelace");
        assertThat(claims.getIssuer()).isEqualTo("https://treaty.dev/services/auth-service");
        assertThat(claims.getJWTID()).isNotEmpty();
    }

    @Test
    void a_token_is_good_at_once_for_a_reader_whose_clock_is_behind() throws Exception {
        var token = auth.signedIn(ADA).access();

        assertThat(verified(token, now().minus(AccessTokens.CLOCK_SKEW)).getSubject())
                .startsWith("usr_");
    }

    @Test
    void a_token_expires() {
        var token = auth.signedIn(ADA).access();

        assertThatThrownBy(
                        () -> verified(token, now().plus(AccessTokens.LIFETIME).plusSeconds(1)))
                .isInstanceOf(BadJOSEException.class)
                .hasMessageContaining("Expired");
    }

    @Test
    void a_new_key_is_published_before_it_signs() throws Exception {
        var old = kid(auth.signedIn(ADA).access());
        startNextKey();

        assertThat(auth.kids()).hasSize(2).contains(old);
        assertThat(kid(auth.signedIn(ADA).access())).isEqualTo(old);
    }

    @Test
    void after_a_rotation_old_tokens_still_verify_and_new_ones_carry_the_new_key() throws Exception {
        startNextKey();
        auth.clock().forward(SigningKeys.PUBLISHED_AHEAD.minusSeconds(1));
        var before = auth.signedIn(ADA).access();
        auth.clock().forward(Duration.ofSeconds(1));
        var after = auth.signedIn(ADA).access();

        assertThat(kid(after)).isNotEqualTo(kid(before));
        assertThat(verified(before, now()).getSubject())
                .isEqualTo(verified(after, now()).getSubject());
    }

    @Test
    void an_old_key_is_published_until_its_last_token_has_expired_by_anybodys_clock() throws Exception {
        startNextKey();
        var old = kid(auth.signedIn(ADA).access());
        auth.clock().forward(SigningKeys.PUBLISHED_AHEAD);
        var longest = AccessTokens.LIFETIME.plus(AccessTokens.CLOCK_SKEW.multipliedBy(2));

        auth.clock().forward(longest.minusSeconds(1));
        assertThat(auth.kids()).contains(old);

        auth.clock().forward(Duration.ofSeconds(1));
        assertThat(auth.kids()).hasSize(1).doesNotContain(old);
    }

    @Test
    void a_key_that_is_young_stays_the_only_one() {
        auth.clock().forward(Duration.ofDays(29));
        keys().rotate();

        assertThat(auth.kids()).hasSize(1);
    }

    @Test
    void the_published_keys_have_no_private_part() {
        assertThat(auth.keys()).contains("\"n\"", "\"kid\"").doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    /** What housekeeping does when the time has come. */
    private void startNextKey() {
        auth.clock().forward(SigningKeys.TERM.minus(SigningKeys.PUBLISHED_AHEAD));
        keys().rotate();
    }

    private SigningKeys keys() {
        return new SigningKeys(auth.stored(), auth.clock());
    }

    private Instant now() {
        return auth.clock().instant();
    }

    private static String kid(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    /** @param now by the reader's clock */
    private JWTClaimsSet verified(String token, Instant now) throws Exception {
        var published = new ImmutableJWKSet<>(JWKSet.parse(auth.keys()));
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, published));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        AccessTokens.AUDIENCE,
                        new JWTClaimsSet.Builder().issuer(AccessTokens.ISSUER).build(),
                        Set.of("sub", "exp", "iat", "jti", "client_id")) {
                    {
                        setMaxClockSkew(0);
                    }

                    @Override
                    protected Date currentTime() {
                        return Date.from(now);
                    }
                });
        return processor.process(token, null);
    }
}
