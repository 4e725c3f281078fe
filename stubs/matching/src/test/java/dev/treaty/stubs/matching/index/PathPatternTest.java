package dev.treaty.stubs.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/charges, /v1/charges, true",
        "/v1/charges/ch_1, /v1/charges/ch_1, true",
        "/a/Messages.json, /a/Messages, false",
        "^/v1/charges, /v1/charges, false",
        "'/v1/charges/ch_\\w+', /v1/charges/ch_, false",
        "/things?, /thing, false",
        "/things*, /thing, false",
        "/things{2}, /thing, false",
        "/a(b), /a, false",
        "/a|/b, '', false",
        "?, '', false",
        "/a😀?, /a, false"
    })
    void a_prefix_of_the_path_is_known_up_to_the_first_special_character(String regex, String prefix, boolean whole) {
        assertThat(PathPattern.ofRegex(regex)).isEqualTo(new PathPattern(prefix, whole));
    }
}
