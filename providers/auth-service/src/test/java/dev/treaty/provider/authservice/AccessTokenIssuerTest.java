package dev.treaty.provider.authservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.treaty.provider.authservice.keys.AccessToken;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTokenIssuerTest {

    private static final String ADA = "ada@example.org";

    private final AuthServiceUnderTest auth = new AuthServiceUnderTest();

    @BeforeAll
    void register() {
        auth.register(ADA).statusCode(201);
    }

    @AfterAll
    void stop() {
        auth.close();
    }

    @Test
    void a_token_identifies_the_user() throws Exception {
        var claims = verified(auth.signedIn(ADA).access(), now());

        assertThat(claims.getSubject()).startsWith("usr_");
        assertThat(claims.getStringClaim("email")).isEqualTo(ADA);
        assertThat(claims.getStringClaim("name")).isEqualTo("Ada Lovelace");
        assertThat(claims.getIssuer()).isEqualTo("https://treaty.dev/services/auth-service");
        assertThat(claims.getAudience()).containsExactly("https://treaty.dev/api");
        assertThat(claims.getJWTID()).isNotEmpty();
    }

    @Test
    void a_reader_whose_clock_is_behind_accepts_a_token_at_once() throws Exception {
        var token = auth.signedIn(ADA).access();

        assertThat(verified(token, now().minus(AccessToken.CLOCK_SKEW)).getSubject())
                .startsWith("usr_");
    }

    @Test
    void a_token_expires() {
        var token = auth.signedIn(ADA).access();

        assertThatThrownBy(
                        () -> verified(token, now().plus(AccessToken.LIFETIME).plusSeconds(1)))
                .isInstanceOf(BadJOSEException.class)
                .hasMessageContaining("Expired");
    }

    @Test
    void the_published_keys_have_no_private_half() {
        assertThat(auth.keys()).contains("\"n\"", "\"kid\"").doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    private Instant now() {
        return auth.clock().instant();
    }

    private JWTClaimsSet verified(String token, Instant now) throws Exception {
        return TokenReader.verified(token, auth.keys(), now);
    }
}
