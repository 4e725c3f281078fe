package dev.treaty.pacts.compare.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathStartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "/v1/customers/[^/]+ /v1/customers/",
                "/v1/customers /v1/customers",
                "/v1/ab* /v1/a",
                "/v1/ab? /v1/a",
                "/v1/ab{0,2} /v1/a",
                "/v1/ab+ /v1/a",
                "/v1/(a|b) /v1/",
                "/v1/a|/v2 ~~",
                "(?i)/v1 ~~",
                "/v1/[(]|/v2 ~~",
                "/v1/\\Q(\\E|/v2 ~~",
                "/v1\\.0 /v1",
                "/v1/.* /v1/"
            })
    void what_a_regex_begins_with(String regex, String start) {
        assertThat(PathStart.ofRegex(regex)).isEqualTo(start);
    }

    @Test
    void what_several_begin_with() {
        assertThat(PathStart.common(Stream.of("/v1/a", "/v1/b"))).isEqualTo("/v1/");
        assertThat(PathStart.common(Stream.of())).isEmpty();
    }
}
