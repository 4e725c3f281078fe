package dev.treaty.provider.service.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.treaty.provider.testing.ManualClock;
import dev.treaty.provider.testing.TestTokens;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenVerifierTest {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final ManualClock clock = ManualClock.now();
    private final AccessTokenVerifier verifier = new AccessTokenVerifier(TokenPolicy.PLATFORM, clock);

    @Test
    void a_valid_token_identifies_its_user() throws Exception {
        var token = TestTokens.USUAL.token("usr_42");

        assertThat(verified(token))
                .isEqualTo(new TokenUser("usr_42", Optional.of("ada@example.org"), Optional.of("Ada Lovelace")));
    }

    @Test
    void an_expired_token_was_valid_once() throws Exception {
        var token = TestTokens.USUAL.token("usr_42", claims -> claims.expirationTime(in(Duration.ofSeconds(60))));

        clock.advance(Duration.ofSeconds(85));
        assertThat(verified(token).id()).isEqualTo("usr_42");

        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> verified(token))
                .isInstanceOfSatisfying(
                        InvalidToken.class,
                        invalid -> assertThat(invalid.isExpired()).isTrue());
    }

    @Test
    void a_token_is_not_valid_before_its_time() throws Exception {
        var token = TestTokens.USUAL.token("usr_42", claims -> claims.notBeforeTime(in(Duration.ofSeconds(60))));

        assertInvalid(token);
        clock.advance(Duration.ofSeconds(40));
        assertThat(verified(token).id()).isEqualTo("usr_42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "exp", "iss", "aud"})
    void a_token_without_a_required_claim_is_not_valid(String claim) {
        assertInvalid(TestTokens.USUAL.token("usr_42", claims -> claims.claim(claim, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30.", "🔑.🔑.🔑"})
    void text_that_is_not_a_token_is_not_valid(String text) {
        assertInvalid(text);
    }

    @Test
    void a_token_signed_with_another_key_is_not_valid() {
        assertInvalid(TestTokens.named("usual-key").token("usr_42"));
        assertInvalid(TestTokens.named("unknown-key").token("usr_42"));
    }

    @Test
    void a_changed_token_is_not_valid() {
        var ada = TestTokens.USUAL.token("usr_1").split("\\.", -1);
        var grace = TestTokens.USUAL.token("usr_2").split("\\.", -1);

        assertInvalid(ada[0] + "." + grace[1] + "." + ada[2]);
    }

    @Test
    void a_token_without_a_signature_is_not_valid() {
        assertInvalid(new PlainJWT(claims()).serialize());
    }

    @Test
    void a_token_with_the_public_key_as_its_secret_is_not_valid() throws JOSEException {
        var publicKey = TestTokens.USUAL.key().toRSAPublicKey().getEncoded();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID("usual-key")
                        .type(ACCESS_TOKEN)
                        .build(),
                claims());
        token.sign(new MACSigner(publicKey));

        assertInvalid(token.serialize());
    }

    @Test
    void a_token_that_contains_its_own_key_is_not_valid() {
        var own = TestTokens.named("own-key");
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("usual-key")
                .type(ACCESS_TOKEN)
                .jwk(new RSAKey.Builder(own.key().toPublicJWK()).build())
                .build();

        assertInvalid(own.token(header, claims().toJSONObject()));
    }

    @Test
    void a_token_without_a_key_id_or_of_another_type_is_not_valid() {
        assertInvalid(header(new JWSHeader.Builder(JWSAlgorithm.RS256).type(ACCESS_TOKEN)));
        assertInvalid(header(
                new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("usual-key").type(ACCESS_TOKEN)));
        for (var type : new String[] {"logout+jwt", "JWT"}) {
            assertInvalid(header(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("usual-key").type(new JOSEObjectType(type))));
        }
        assertInvalid(header(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("usual-key")));
    }

    @Test
    void the_type_may_be_written_in_full() throws Exception {
        var token = header(new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("usual-key")
                .type(new JOSEObjectType("application/at+jwt")));

        assertThat(verified(token).id()).isEqualTo("usr_42");
    }

    @Test
    void a_token_of_another_issuer_or_for_another_audience_is_not_valid() throws Exception {
        assertInvalid(TestTokens.USUAL.token("usr_42", claims -> claims.issuer("https://auth.example")));
        assertInvalid(TestTokens.USUAL.token("usr_42", claims -> claims.audience("https://api.example")));

        var several = TestTokens.USUAL.token(
                "usr_42", claims -> claims.audience(List.of("https://api.example", "https://treaty.dev/api")));
        assertThat(verified(several).id()).isEqualTo("usr_42");
    }

    @Test
    void the_error_does_not_show_the_token() {
        var token = TestTokens.named("usual-key").token("usr_42");

        assertThatThrownBy(() -> verified(token))
                .hasMessage("the access token is not valid")
                .hasNoCause();
    }

    @Test
    void email_and_name_are_optional() throws Exception {
        var token = TestTokens.USUAL.token(
                "usr_42", claims -> claims.claim("email", null).claim("name", null));

        assertThat(verified(token)).isEqualTo(new TokenUser("usr_42", Optional.empty(), Optional.empty()));
    }

    @Test
    void a_token_may_name_roles() throws Exception {
        var token = TestTokens.USUAL.token("usr_42", claims -> claims.claim("roles", List.of("operator", "viewer")));

        assertThat(verified(token).roles()).containsExactlyInAnyOrder("operator", "viewer");
    }

    @Test
    void what_is_no_list_of_texts_is_no_role() throws Exception {
        assertThat(verified(TestTokens.USUAL.token("usr_42", claims -> claims.claim("roles", "operator")))
                        .roles())
                .isEmpty();
        assertThat(verified(TestTokens.USUAL.token("usr_42", claims -> claims.claim("roles", List.of(1, "viewer"))))
                        .roles())
                .containsExactly("viewer");
    }

    private TokenUser verified(String token) throws Exception {
        return verifier.verify(token, id -> id.equals("usual-key") ? Optional.of(usualKey()) : Optional.empty());
    }

    private static RSAPublicKey usualKey() {
        try {
            return TestTokens.USUAL.key().toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertInvalid(String token) {
        assertThatThrownBy(() -> verified(token))
                .isInstanceOfSatisfying(
                        InvalidToken.class,
                        invalid -> assertThat(invalid.isExpired()).isFalse());
    }

    private static String header(JWSHeader.Builder header) {
        return TestTokens.USUAL.token(header.build(), claims().toJSONObject());
    }

    private static JWTClaimsSet claims() {
        return TestTokens.claims("usr_42").build();
    }

    private Date in(Duration duration) {
        return Date.from(clock.instant().plus(duration));
    }
}
