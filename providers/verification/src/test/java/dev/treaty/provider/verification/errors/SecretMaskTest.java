package dev.treaty.provider.verification.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"email":"a@b.c","password":"co\\"rrect","n":1} | {"email":"a@b.c","password":"<hidden>","n":1}
                    a user is registered {password=correct horse, id=usr_42} | a user is registered {password=<hidden>, id=usr_42}
                    eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiJ9.c2ln was sent | <hidden> was sent
                    Bearer abcdefgh.12345 was sent | Bearer <hidden> was sent
                    a=1&client_secret=x%20y&b=2 | a=1&client_secret=<hidden>&b=2
                    """)
    void secrets_in_a_text_are_hidden(String text, String shown) {
        assertThat(SecretMask.mask(text)).isEqualTo(shown);
    }
}
