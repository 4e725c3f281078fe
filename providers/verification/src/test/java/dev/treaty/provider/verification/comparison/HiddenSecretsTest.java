package dev.treaty.provider.verification.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.verification.errors.SecretMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "refreshToken",
                "access_token",
                "password",
                "X-Api-Key",
                "Set-Cookie",
                "clientSecret"
            })
    void what_is_secret_is_told_by_its_name(String name) {
        assertThat(SecretMask.named(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "tokenType", "token_type", "email", "id", "ETag"})
    void what_is_not_secret_is_shown(String name) {
        assertThat(SecretMask.named(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"email":"a@b.c","password":"co\\"rrect","n":1} | {"email":"a@b.c","password":"<hidden>","n":1}
                    a user is registered {password=correct horse, id=usr_42} | a user is registered {password=<hidden>, id=usr_42}
                    eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiJ9.c2ln was sent | <hidden> was sent
                    Bearer abcdefgh.12345 was sent | Bearer <hidden> was sent
                    a=1&client_secret=x%20y&b=2 | a=1&client_secret=<hidden>&b=2
                    """)
    void a_text_is_shown_without_its_secrets(String text, String shown) {
        assertThat(SecretMask.hiddenIn(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"refreshToken,REFRESH_TOKEN", "X-Api-Key,X_API_KEY", "Authorization,AUTHORIZATION", "password,PASSWORD"
    })
    void a_variable_of_the_shell_stands_in_for_a_secret(String name, String variable) {
        assertThat(SecretMask.variable(name)).isEqualTo(variable);
    }

    @Test
    void a_difference_in_a_secret_is_told_without_it() {
        var difference = new ContractMismatch(
                "body $.session.accessToken",
                "abc-1",
                "abc-2",
                "Expected 'abc-2' (String) to be equal to 'abc-1' (String)");

        assertThat(difference).hasToString("""
                differs: body $.session.accessToken
                    expected: <hidden>
                    actual:   <hidden>
                    because:  Expected <hidden> (String) to be equal to <hidden> (String)""");
    }

    @Test
    void a_difference_in_something_long_is_told_shortly() {
        var difference = new ContractMismatch("body $", "a".repeat(1_000), "b", "too long");

        assertThat(difference.expected()).isEqualTo("a".repeat(300) + "… (1000 characters)");
    }
}
