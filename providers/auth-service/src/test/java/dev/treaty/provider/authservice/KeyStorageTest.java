package dev.treaty.provider.authservice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.jwk.RSAKey;
import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.ServiceEnvironment;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyStorageTest {

    private static final String SECRET = base64("a secret of thirty-two bytes, yes");
    private static final String OTHER_SECRET = base64("another of thirty-two bytes, too.");

    private final String database = AuthDatabases.create();
    private final Supplier<RSAKey> newKeys = TestKeys.inOrder();

    @Test
    void with_a_secret_the_database_holds_no_readable_key() throws Exception {
        start(settings(SECRET)).close();

        var stored = stored();

        assertThat(stored).doesNotContain("\"d\"", "\"p\"", "\"kty\"");
        assertThat(JWEObject.parse(stored).getHeader().getEncryptionMethod()).hasToString("A256GCM");
    }

    @Test
    void an_encrypted_key_is_the_same_key_after_a_restart() {
        String before;
        try (var first = start(settings(SECRET))) {
            before = kid(first);
        }

        try (var second = start(settings(SECRET))) {
            assertThat(kid(second)).isEqualTo(before);
        }
    }

    @Test
    void a_plain_text_key_from_before_there_was_a_secret_stays_readable() {
        start(AuthServiceUnderTest.CHEAP).close();
        assertThat(stored()).startsWith("{");

        start(settings(SECRET)).close();
    }

    @Test
    void without_the_secret_the_service_does_not_start() {
        start(settings(SECRET)).close();

        assertThatThrownBy(() -> start(settings(OTHER_SECRET)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("""
                        The signing keys in the database are encrypted and cannot be read.
                          where: SIGNING_KEYS_SECRET, which is a different secret
                          fix:   set it to the secret that the keys were encrypted with; if that is lost, empty the table signing_key: everyone will have to sign in again""");
        assertThatThrownBy(() -> start(AuthServiceUnderTest.CHEAP))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("SIGNING_KEYS_SECRET, which is not set");
    }

    @ParameterizedTest
    @CsvSource({"not base64 at all!, is not Base64", "c2hvcnQ=, is not 32 bytes long"})
    void a_malformed_secret_is_refused_and_not_quoted(String secret, String error) {
        assertThatThrownBy(() -> settings(secret))
                .isInstanceOf(CannotStart.class)
                .hasMessage("""
                        The environment variable SIGNING_KEYS_SECRET %s.
                          where: the environment of auth-service
                          fix:   set it, e.g. SIGNING_KEYS_SECRET=$(openssl rand -base64 32)""".formatted(error));
    }

    private AuthService start(AuthSettings settings) {
        return AuthService.start(
                ServiceOptions.embedded().withDatabase(database), settings, newKeys, Clock.systemUTC());
    }

    private static AuthSettings settings(String secret) {
        return AuthSettings.of(new ServiceEnvironment(
                AuthSettings.SERVICE,
                Map.of("SIGNING_KEYS_SECRET", secret, "ARGON2_MEMORY_KIB", "8", "ARGON2_PASSES", "1")));
    }

    private static String kid(AuthService service) {
        return String.valueOf(service.states().enter(AuthStates.KEY, Map.of()).get("kid"));
    }

    private String stored() {
        return Jdbi.create(database)
                .withHandle(handle -> handle.createQuery("SELECT private_jwk FROM signing_key")
                        .mapTo(String.class)
                        .one());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.substring(0, 32).getBytes(US_ASCII));
    }
}
