package dev.treaty.provider.workspaceservice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.treaty.provider.service.Problem;
import dev.treaty.provider.testing.TestKeys;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {

    private static final StateTokens TOKENS = new StateTokens(TestKeys.key(0, "key-1"), Configuration.none());
    private static final Caller ADA = new Caller("usr_42", Optional.of("ada@example.org"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final KeyServer auth = new KeyServer(TOKENS.publicKeys());
    private final Callers callers = new Callers(TrustedKeys.at(auth.url()), Configuration.none());

    @AfterEach
    void stop() {
        auth.close();
    }

    @Test
    void a_token_says_who_calls() {
        assertThat(callers.of("Bearer " + TOKENS.accessToken(ADA, MINUTE))).isEqualTo(ADA);
        assertThat(callers.of("bearer " + TOKENS.accessToken(ADA, MINUTE))).isEqualTo(ADA);
    }

    @Test
    void clocks_may_differ_by_half_a_minute() {
        assertThat(callers.of("Bearer " + TOKENS.accessToken(ADA, Duration.ofSeconds(-20))))
                .isEqualTo(ADA);
        refused(() -> callers.of("Bearer " + TOKENS.accessToken(ADA, Duration.ofSeconds(-40))), 401, "token-expired");
    }

    @Test
    void no_token_is_asked_for_one() {
        assertThatThrownBy(() -> callers.of(null)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.document()).containsEntry("type", Problem.TYPES + "token-missing");
            assertThat(problem.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"treaty\"");
        });
    }

    @Test
    void a_token_that_anybody_could_have_made_is_refused() throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .issuer(Configuration.none().issuer())
                .audience(Configuration.none().audience())
                .subject("usr_42")
                .expirationTime(Date.from(Instant.now().plus(MINUTE)))
                .build();
        var symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID("key-1")
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims);
        symmetric.sign(new MACSigner(TOKENS.publicKeys().toString().getBytes(US_ASCII)));
        var impostor = new StateTokens(TestKeys.key(1, "key-1"), Configuration.none());
        var token = TOKENS.accessToken(ADA, MINUTE);

        refused(() -> callers.of("Bearer " + new PlainJWT(claims).serialize()), 401, "token-invalid");
        refused(() -> callers.of("Bearer " + symmetric.serialize()), 401, "token-invalid");
        refused(() -> callers.of("Bearer " + impostor.accessToken(ADA, MINUTE)), 401, "token-invalid");
        refused(() -> callers.of("Bearer " + token.substring(0, token.length() - 6)), 401, "token-invalid");
        refused(() -> callers.of("Bearer a.b.c"), 401, "token-invalid");
        refused(() -> callers.of("Basic YWRhOmFkYQ=="), 401, "token-invalid");
    }

    @Test
    void a_token_of_another_issuer_or_for_somebody_else_is_refused() {
        var elsewhere = Configuration.of(Map.of("JWT_ISSUER", "https://auth.example"));
        var others = Configuration.of(Map.of("JWT_AUDIENCE", "https://api.example"));

        for (var configuration : List.of(elsewhere, others)) {
            var tokens = new StateTokens(TestKeys.key(1, "key-2"), configuration);
            var ours = new Callers(TrustedKeys.none().and(tokens), Configuration.none());
            var theirs = new Callers(TrustedKeys.none().and(tokens), configuration);

            refused(() -> ours.of("Bearer " + tokens.accessToken(ADA, MINUTE)), 401, "token-invalid");
            assertThat(theirs.of("Bearer " + tokens.accessToken(ADA, MINUTE))).isEqualTo(ADA);
        }
    }

    /** What auth-service signs for another purpose, an identity token say, is no access token (RFC 8725, section 3.11). */
    @ParameterizedTest
    @ValueSource(strings = {"", "JWT", "id+jwt"})
    void a_token_of_another_type_is_refused(String type) throws Exception {
        var signed = SignedJWT.parse(TOKENS.accessToken(ADA, MINUTE));
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("key-1")
                .type(type.isEmpty() ? null : new JOSEObjectType(type))
                .build();

        refused(() -> callers.of("Bearer " + TOKENS.signed(header, signed.getJWTClaimsSet())), 401, "token-invalid");
    }

    @Test
    void the_keys_are_asked_for_once_and_again_when_a_token_names_another() {
        var rotated = new StateTokens(TestKeys.key(1, "key-2"), Configuration.none());
        callers.of("Bearer " + TOKENS.accessToken(ADA, MINUTE));
        callers.of("Bearer " + TOKENS.accessToken(ADA, MINUTE));
        assertThat(auth.requests()).isEqualTo(1);

        auth.replace(rotated.publicKeys());

        assertThat(callers.of("Bearer " + rotated.accessToken(ADA, MINUTE))).isEqualTo(ADA);
        assertThat(auth.requests()).isEqualTo(2);
    }

    @Test
    void made_up_key_ids_do_not_become_load_on_the_auth_service() {
        var madeUp =
                "Bearer " + new StateTokens(TestKeys.key(1, "made-up"), Configuration.none()).accessToken(ADA, MINUTE);

        for (var attempt = 0; attempt < 20; attempt++) {
            refused(() -> callers.of(madeUp), 401, "token-invalid");
        }
        assertThat(auth.requests()).isLessThanOrEqualTo(4);
    }

    @Test
    void known_keys_stay_known_while_the_auth_service_is_away() {
        callers.of("Bearer " + TOKENS.accessToken(ADA, MINUTE));
        auth.close();

        assertThat(callers.of("Bearer " + TOKENS.accessToken(ADA, MINUTE))).isEqualTo(ADA);
    }

    @Test
    void without_any_key_nobody_is_refused_for_good() {
        var nowhere = new Callers(TrustedKeys.at(URI.create("http://127.0.0.1:1/jwks.json")), Configuration.none());

        for (var attempt = 0; attempt < 4; attempt++) {
            assertThatThrownBy(() -> nowhere.of("Bearer " + TOKENS.accessToken(ADA, MINUTE)))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.status()).isEqualTo(503);
                        assertThat(problem.headers()).containsEntry("Retry-After", "5");
                    });
        }
    }

    private static void refused(ThrowingCallable call, int status, String slug) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.document())
                    .containsEntry("type", Problem.TYPES + slug)
                    .containsEntry("status", status);
            assertThat(problem.headers())
                    .containsEntry("WWW-Authenticate", "Bearer realm=\"treaty\", error=\"invalid_token\"");
        });
    }
}
