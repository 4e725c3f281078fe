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
import dev.treaty.consumer.apigateway.http.AccessToken;
import dev.treaty.consumer.apigateway.http.RequestId;
import dev.treaty.provider.apigateway.AccessTokens.BadToken;
import dev.treaty.provider.testing.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final GatewaySettings SETTINGS =
            GatewaySettings.between(URI.create("http://auth.internal"), URI.create("http://workspaces.internal"));
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final RequestId REQUEST = new RequestId("req-00000042");

    private final ManualClock clock = ManualClock.now();
    private final AccessTokens tokens = new AccessTokens(
            new SigningKeys(Map.of(), request -> TestKey.keySet(TestKey.USUAL), clock), SETTINGS, clock);

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
    @ValueSource(strings = {"sub", "email", "name", "exp", "iss", "aud"})
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
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID("usual-key")
                        .type(ACCESS_TOKEN)
                        .build(),
                claims());
        token.sign(new MACSigner(publicKey));

        assertBad(token.serialize());
    }

    @Test
    void a_token_that_brings_its_own_key_is_bad() {
        var own = TestKey.named("own-key");
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("usual-key")
                .type(ACCESS_TOKEN)
                .jwk(new RSAKey.Builder(own.pair().toPublicJWK()).build())
                .build();

        assertBad(own.token(header, claims().toJSONObject()));
    }

    @Test
    void a_token_that_names_no_key_or_is_for_something_else_is_bad() {
        assertBad(header(new JWSHeader.Builder(JWSAlgorithm.RS256).type(ACCESS_TOKEN)));
        assertBad(header(
                new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("usual-key").type(ACCESS_TOKEN)));
        for (var type : new String[] {"logout+jwt", "JWT"}) {
            assertBad(header(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("usual-key").type(new JOSEObjectType(type))));
        }
        assertBad(header(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("usual-key")));
    }

    @Test
    void a_type_may_be_written_out() throws Exception {
        var token = header(new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("usual-key")
                .type(new JOSEObjectType("application/at+jwt")));

        assertThat(tokens.verify(token, REQUEST).id()).isEqualTo("usr_42");
    }

    @Test
    void a_token_of_another_issuer_or_for_somebody_else_is_bad() throws Exception {
        assertBad(TestKey.USUAL.token("usr_42", claims -> claims.issuer("https://auth.example")));
        assertBad(TestKey.USUAL.token("usr_42", claims -> claims.audience("https://api.example")));

        var several = TestKey.USUAL.token(
                "usr_42", claims -> claims.audience(List.of("https://api.example", "https://treaty.dev/api")));
        assertThat(tokens.verify(several, REQUEST).id()).isEqualTo("usr_42");
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
        return TestKey.claims("usr_42").build();
    }

    private Date in(Duration duration) {
        return Date.from(clock.instant().plus(duration));
    }
}
