package dev.treaty.stubs.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentCountTest {

    @ParameterizedTest
    @CsvSource({
        "a,0,1", "a,160,1", "a,161,2", "a,306,2", "a,307,3", "€,80,1", "€,81,2", "ж,70,1", "ж,71,2", "ж,134,2",
        "ж,135,3"
    })
    void a_text_has_as_many_segments_as_its_alphabet_needs(String letter, int length, int segments) {
        assertThat(SegmentCount.of(letter.repeat(length))).isEqualTo(segments);
    }
}
