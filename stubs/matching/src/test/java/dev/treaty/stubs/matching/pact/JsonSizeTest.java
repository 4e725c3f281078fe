package dev.treaty.stubs.matching.pact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSizeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\'',
            value = {
                "1 1 0",
                "[1,2,3] 3 1",
                "{\"a\":[1,{\"b\":2}],\"c\":3} 3 3",
                "[[],[[]]] 2 3",
                "\"[[,,\" 1 0",
                "[\"\\\"[,\",\"\\\\\",2] 3 1",
                "]]][ 1 0",
            })
    void values_and_levels_are_counted_outside_of_strings(String json, int values, int depth) {
        assertThat(JsonSize.of(json.getBytes(UTF_8))).isEqualTo(new JsonSize(values, depth));
    }
}
