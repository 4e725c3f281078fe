package dev.treaty.stubs.bench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void the_median_of_an_even_number_of_figures_lies_between_the_two_in_the_middle() {
        assertThat(Figures.median(List.of(4.0, 1.0, 3.0, 100.0))).isEqualTo(3.5);
    }

    @Test
    void numbers_have_three_digits_or_more() {
        assertThat(List.of(31_204.0, 312.4, 31.24, 3.124, 0.0))
                .extracting(Figures::rounded)
                .containsExactly("31,204", "312", "31.2", "3.12", "0");
    }
}
