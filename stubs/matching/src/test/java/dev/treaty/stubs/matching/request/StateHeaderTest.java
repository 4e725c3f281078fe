package dev.treaty.stubs.matching.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Provider states beyond ASCII, in the ways in which clients send them. */
class StateHeaderTest {

    @Test
    void utf_8_is_read_as_utf_8_and_anything_else_as_latin_1() {
        assertThat(StateHeader.decode(new String("Grüße für 東京".getBytes(UTF_8), ISO_8859_1)))
                .isEqualTo("Grüße für 東京");
        assertThat(StateHeader.decode("Grüße")).isEqualTo("Grüße");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "UTF-8''Gr%C3%BC%C3%9Fe%20vorhanden      | Grüße vorhanden",
                "utf-8'de'%E6%9D%B1%E4%BA%AC             | 東京",
                "iso-8859-1''Gr%FC%DFe                   | Grüße",
                "Gr%C3%BC%C3%9Fe%20vorhanden             | Grüße vorhanden",
                "Gr%C3%BC%C3%9Fe vorhanden               | Grüße vorhanden",
                "a%20customer%20%7B%22id%22%3A%22c%22%7D | a customer {\"id\":\"c\"}"
            })
    void extended_values_and_percent_encoding_are_decoded(String sent, String state) {
        assertThat(StateHeader.decode(sent)).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a customer exists",
                "a discount of 20% off",
                "a discount of 20%25",
                "100%",
                "%zz",
                "%C3",
                "utf-8'en'%zz",
                "the customer's name is o''brien",
                "a customer exists {\"id\": \"cus_42\"}"
            })
    void other_names_are_taken_as_they_are(String name) {
        assertThat(StateHeader.decode(name)).isEqualTo(name);
    }
}
