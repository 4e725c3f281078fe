package dev.treaty.stubs.matching.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            text/plain                          | text/plain
            text/plain;charset=utf-8            | text/plain;charset=utf-8
            text/plain; charset=utf-8;          | text/plain;charset=utf-8
            text/plain ;; charset = utf-8 ;     | text/plain;charset=utf-8
            text/plain; Charset="utf-8"         | text/plain;charset=utf-8
            text/plain; a="x;y=z\\"w"; b=1      | text/plain;a=x%3By%3Dz"w;b=1
            application/x; token=abc==          | application/x;token=abc%3D%3D
            application/x; token=abc%3D         | application/x;token=abc%253D
            application/x; flag                 | application/x;flag=
            """)
    void the_comparable_form_has_no_quotes_and_no_empty_parameters(String value, String comparable) {
        assertThat(MediaTypeValue.comparable(value)).isEqualTo(comparable);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            multipart/form-data; boundary=x;    | multipart/form-data; boundary=x
            text/plain;                         | text/plain
            text/plain; a="x;"                  | text/plain; a="x;"
            """)
    void an_empty_parameter_can_be_removed_alone(String value, String without) {
        assertThat(MediaTypeValue.withoutEmptyParameters(value)).isEqualTo(without);
    }
}
