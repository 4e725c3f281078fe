package dev.treaty.stubs.matching.bodies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {

    /** Of every kind that a form is made of, and of what is none. */
    private static final List<String> PIECES = List.of(
            "a", "b", "name", "=", "=", "&", "&", "+", "%20", "%5B", "%5d", "%", "%4", "%zz", "%7F", "%80", "%C3%BC",
            "ü", " ", ";", "\t", "\"", "\\", "[", "]", "{", "'", "☦", "\0", "|", "#", "?", "<");

    @Test
    void fields_are_read_in_their_order() {
        assertThat(FormFields.of("metadata[a]=1&b=x+y%20z&metadata%5Ba%5D=2&c&d==", UTF_8))
                .isEqualTo(Map.of(
                        "metadata[a]", List.of("1", "2"), "b", List.of("x y z"), "c", List.of(""), "d", List.of("=")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "US-ASCII", "UTF-16BE", "windows-1252"})
    void every_form_is_read_as_the_library_reads_it(String charset) {
        var random = new Random(1);
        for (var number = 0; number < 20_000; number++) {
            var form = form(random);
            assertThat(FormFields.of(form, Charset.forName(charset)))
                    .as(form)
                    .isEqualTo(FormFields.readByLibrary(form, Charset.forName(charset)));
        }
    }

    @Test
    void the_charset_of_the_form_counts() {
        assertThat(FormFields.of("a=%C3%BC", UTF_8)).isEqualTo(Map.of("a", List.of("ü")));
        assertThat(FormFields.of("a=%FC", ISO_8859_1)).isEqualTo(Map.of("a", List.of("ü")));
        assertThat(FormFields.of("a=1", UTF_16BE)).isEqualTo(FormFields.readByLibrary("a=1", UTF_16BE));
    }

    private static String form(Random random) {
        var form = new StringBuilder();
        for (var length = random.nextInt(12); length > 0; length--) {
            form.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return form.toString();
    }
}
