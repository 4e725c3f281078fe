package dev.treaty.provider.service.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.service.problems.Problem;
import dev.treaty.provider.testing.TestTokens;
import java.time.Clock;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

    private static final AccessTokenVerifier VERIFIER =
            new AccessTokenVerifier(TokenPolicy.PLATFORM, Clock.systemUTC());
    private static final StateTokens TOKENS = new StateTokens(TestTokens.USUAL.key(), TokenPolicy.PLATFORM);

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER   "})
    void the_scheme_is_compared_without_regard_to_case(String scheme) {
        var token = BearerToken.of(Optional.of(scheme + TestTokens.USUAL.token("usr_42")));

        assertThat(token.verified(VERIFIER, TOKENS).id()).isEqualTo("usr_42");
    }

    @Test
    void a_missing_token_is_asked_for() {
        refused(() -> BearerToken.of(Optional.empty()), "token-missing", "Bearer realm=\"treaty\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWRhOmFkYQ==", "Bearer", "Bearer ", "Bearer a b", "Token x", ""})
    void anything_but_a_bearer_token_is_not_valid(String authorization) {
        refused(
                () -> BearerToken.of(Optional.of(authorization)),
                "token-invalid",
                "Bearer realm=\"treaty\", error=\"invalid_token\"");
    }

    @Test
    void an_expired_and_an_invalid_token_are_refused() {
        var expired = new BearerToken(TestTokens.USUAL.expiredToken("usr_42"));
        var invalid = new BearerToken(TestTokens.named("usual-key").token("usr_42"));
        var challenge = "Bearer realm=\"treaty\", error=\"invalid_token\"";

        refused(() -> expired.verified(VERIFIER, TOKENS), "token-expired", challenge);
        refused(() -> invalid.verified(VERIFIER, TOKENS), "token-invalid", challenge);
    }

    @Test
    void without_keys_the_caller_is_asked_to_try_again() {
        var token = new BearerToken(TestTokens.USUAL.token("usr_42"));

        assertThatThrownBy(() -> token.verified(VERIFIER, id -> {
                    throw new KeysUnavailable();
                }))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(503);
                    assertThat(problem.document()).containsEntry("type", Problem.TYPES + "service-unavailable");
                    assertThat(problem.headers()).containsEntry("Retry-After", "5");
                });
    }

    @Test
    void its_string_form_does_not_show_the_token() {
        assertThat(new BearerToken("eyJ.my.token")).hasToString("BearerToken");
    }

    private static void refused(ThrowingCallable call, String slug, String challenge) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(401);
            assertThat(problem.document()).containsEntry("type", Problem.TYPES + slug);
            assertThat(problem.headers()).containsEntry("WWW-Authenticate", challenge);
        });
    }
}
