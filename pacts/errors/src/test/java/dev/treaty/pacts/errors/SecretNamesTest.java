package dev.treaty.pacts.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "password", "newPassword", "passwd",
                        "pwd",
                "passphrase", "client_secret", "access_token", "refreshToken", "TOKEN", "api_key", "X-API-Key",
                        "apikey",
                "accessKey", "auth-key", "privateKey", "Stripe-Signature", "credentials", "sessionId"
            })
    void these_hold_secrets(String name) {
        assertThat(SecretNames.contains(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "amount", "token_type", "tokenType", "Idempotency-Key", "key", "author", "Content-Type", "id"
            })
    void these_do_not(String name) {
        assertThat(SecretNames.contains(name)).isFalse();
    }
}
