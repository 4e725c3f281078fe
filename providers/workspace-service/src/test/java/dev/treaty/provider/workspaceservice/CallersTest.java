package dev.treaty.provider.workspaceservice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.treaty.provider.service.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallersTest {

    private static final StateTokens TOKENS = StateTokens.generate("key-1", Optional.empty());
    private static final Caller ADA = new Caller("usr_42", Optional.of("ada@example.org"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final KeyServer auth = new KeyServer(TOKENS.publicKeys());
    private final Callers callers = new Callers(TrustedKeys.at(auth.url()), Optional.empty());

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
                .subject("usr_42")
                .expirationTime(Date.from(Instant.now().plus(MINUTE)))
                .build();
        var symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(), claims);
        symmetric.sign(new MACSigner(TOKENS.publicKeys().toString().getBytes(US_ASCII)));
        var impostor = StateTokens.generate("key-1", Optional.empty());
        var token = TOKENS.accessToken(ADA, MINUTE);

        refused(() -> callers.of("Bearer " + new PlainJWT(claims).serialize()), 401, "token-invalid");
        refused(() -> callers.of("Bearer " + symmetric.serialize()), 401, "token-invalid");
        refused(() -> callers.of("Bearer " + impostor.accessToken(ADA, MINUTE)), 401, "token-invalid");
        refused(() -> callers.of("Bearer " + token.substring(0, token.length() - 6)), 401, "token-invalid");
        refused(() -> callers.of("Bearer a.b.c"), 401, "token-invalid");
        refused(() -> callers.of("Basic YWRhOmFkYQ=="), 401, "token-invalid");
    }

    @Test
    void a_token_of_another_issuer_is_refused_where_one_is_named() {
        var issuer = Optional.of("https://auth.example");
        var strict = new Callers(TrustedKeys.none().and(TOKENS), issuer);
        var named = StateTokens.generate("key-2", issuer);

        refused(() -> strict.of("Bearer " + TOKENS.accessToken(ADA, MINUTE)), 401, "token-invalid");
        assertThat(new Callers(TrustedKeys.none().and(named), issuer).of("Bearer " + named.accessToken(ADA, MINUTE)))
                .isEqualTo(ADA);
    }

    @Test
    void the_keys_are_asked_for_once_and_again_when_a_token_names_another() {
        var rotated = StateTokens.generate("key-2", Optional.empty());
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
                "Bearer " + StateTokens.generate("made-up", Optional.empty()).accessToken(ADA, MINUTE);

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
        var nowhere = new Callers(TrustedKeys.at(URI.create("http://127.0.0.1:1/jwks.json")), Optional.empty());

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
