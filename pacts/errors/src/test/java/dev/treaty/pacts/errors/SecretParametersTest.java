package dev.treaty.pacts.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretParametersTest {

    @ParameterizedTest
    @CsvSource({
        "page=2&api_key=s3cr3t, page=2&api_key=***",
        "api%5Fkey=s3cr3t, api%5Fkey=***",
        "key=sk_live_4eC39HqLyjWDarjtT1zdp7dc&a=%zz, key=***&a=%zz",
        "%zz=1&flag&, %zz=1&flag&"
    })
    void secrets_are_replaced_and_the_rest_stays_as_it_is(String query, String shown) {
        assertThat(SecretParameters.replace(query, "***")).isEqualTo(shown);
    }
}
