package dev.treaty.consumer.environmentconsole.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0             | 0
            9999          | 9,999
            10000         | 10k
            999499        | 999k
            999500        | 1.0M
            1100000       | 1.1M
            9960000       | 10M
            100000000     | 100M
            999999999999  | 1000B
            """)
    void a_large_number_has_three_digits(long number, String words) {
        assertThat(Words.shortNumber(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "999949, 999.9 kB", "999950, 1.0 MB", "155189248, 155.2 MB"})
    void bytes_have_a_unit(long bytes, String words) {
        assertThat(Words.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT-5S, 0 s",
        "PT0.4S, 0 s",
        "PT59.4S, 59 s",
        "PT59.5S, 1 min 0 s",
        "PT2M30S, 2 min 30 s",
        "PT59M59.9S, 1 h 0 min",
        "PT26H5M, 26 h 5 min"
    })
    void a_duration_has_two_units(Duration duration, String words) {
        assertThat(Words.duration(duration)).isEqualTo(words);
    }
}
