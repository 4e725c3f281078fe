package dev.treaty.provider.apigateway;

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
import dev.treaty.consumer.apigateway.AccessToken;
import dev.treaty.consumer.apigateway.RequestId;
import dev.treaty.provider.apigateway.AccessTokens.BadToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final RequestId REQUEST = new RequestId("req-00000042");

    private final ManualClock clock = new ManualClock();
    private final AccessTokens tokens = tokens(Optional.empty());

    @Test
    void a_good_token_says_whose_it_is() throws Exception {
        var token = TestKey.USUAL.token("usr_42");

        assertThat(tokens.verify(token, REQUEST))
                .isEqualTo(new SignedIn("usr_42", "ada@example.org", "Ada Lovelace", new AccessToken(token)));
    }

    @Test
    void a_token_that_was_good_once_has_expired() throws Exception {
        var token = TestKey.USUAL.token("usr_42", claims -> claims.expirationTime(in(Duration.ofSeconds(60))));

        clock.advance(Duration.ofSeconds(85));
        assertThat(tokens.verify(token, REQUEST).id()).isEqualTo("usr_42");

        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> tokens.verify(token, REQUEST))
                .isInstanceOfSatisfying(
                        BadToken.class, bad -> assertThat(bad.isExpired()).isTrue());
    }

    @Test
    void a_token_is_not_good_before_its_time() throws Exception {
        var token = TestKey.USUAL.token("usr_42", claims -> claims.notBeforeTime(in(Duration.ofSeconds(60))));

        assertBad(token);
        clock.advance(Duration.ofSeconds(40));
        assertThat(tokens.verify(token, REQUEST).id()).isEqualTo("usr_42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "email", "name", "exp"})
    void a_token_that_lacks_something_is_bad(String claim) {
        assertBad(TestKey.USUAL.token("usr_42", claims -> claims.claim(claim, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30.", "🔑.🔑.🔑"})
    void what_is_no_token_is_bad(String text) {
        assertBad(text);
    }

    @Test
    void a_token_that_somebody_else_signed_is_bad() {
        assertBad(TestKey.named("usual-key").token("usr_42"));
        assertBad(TestKey.named("unknown-key").token("usr_42"));
    }

    @Test
    void a_token_that_was_changed_is_bad() {
        var ada = TestKey.USUAL.token("usr_1").split("\\.", -1);
        var grace = TestKey.USUAL.token("usr_2").split("\\.", -1);

        assertBad(ada[0] + "." + grace[1] + "." + ada[2]);
    }

    @Test
    void a_token_without_signature_is_bad() {
        assertBad(new PlainJWT(claims()).serialize());
    }

    @Test
    void a_token_that_has_the_public_key_for_its_secret_is_bad() throws JOSEException {
        var publicKey = TestKey.USUAL.pair().toRSAPublicKey().getEncoded();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("usual-key").build(), claims());
        token.sign(new MACSigner(publicKey));

        assertBad(token.serialize());
    }

    @Test
    void a_token_that_brings_its_own_key_is_bad() {
        var own = TestKey.named("own-key");
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("usual-key")
                .jwk(new RSAKey.Builder(own.pair().toPublicJWK()).build())
                .build();

        assertBad(own.token(header, claims().toJSONObject()));
    }

    @Test
    void a_token_that_names_no_key_or_is_for_something_else_is_bad() {
        assertBad(header(new JWSHeader.Builder(JWSAlgorithm.RS256)));
        assertBad(header(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("usual-key").type(new JOSEObjectType("logout+jwt"))));
        assertBad(header(new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("usual-key")));
    }

    @Test
    void a_token_of_another_issuer_is_bad_where_the_issuer_is_known() throws Exception {
        var strict = tokens(Optional.of("auth-service"));

        assertThat(strict.verify(TestKey.USUAL.token("usr_42"), REQUEST).id()).isEqualTo("usr_42");
        assertThatThrownBy(() ->
                        strict.verify(TestKey.USUAL.token("usr_42", claims -> claims.issuer("elsewhere")), REQUEST))
                .isInstanceOf(BadToken.class);
    }

    @Test
    void a_complaint_shows_no_token() {
        var token = TestKey.named("usual-key").token("usr_42");

        assertThatThrownBy(() -> tokens.verify(token, REQUEST))
                .hasMessage("a token is not good")
                .hasNoCause();
        assertThat(new SignedIn("usr_42", "ada@example.org", "Ada", new AccessToken(token)).toString())
                .doesNotContain(token);
    }

    private void assertBad(String token) {
        assertThatThrownBy(() -> tokens.verify(token, REQUEST))
                .isInstanceOfSatisfying(
                        BadToken.class, bad -> assertThat(bad.isExpired()).isFalse());
    }

    private static String header(JWSHeader.Builder header) {
        return TestKey.USUAL.token(header.build(), claims().toJSONObject());
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .subject("usr_42")
                .claim("email", "ada@example.org")
                .claim("name", "Ada Lovelace")
                .expirationTime(Date.from(Instant.now().plusSeconds(900)))
                .build();
    }

    private Date in(Duration duration) {
        return Date.from(clock.instant().plus(duration));
    }

    private AccessTokens tokens(Optional<String> issuer) {
        return new AccessTokens(
                new SigningKeys(Map.of(), request -> TestKey.keySet(TestKey.USUAL), clock), issuer, clock);
    }
}
