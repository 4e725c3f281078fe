package dev.treaty.provider.environmentcloner.pseudonyms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentPseudonymsTest {

    private final RecentPseudonyms recent = new RecentPseudonyms();

    @Test
    void a_value_is_found_in_its_own_domain_only() {
        recent.add(Domain.PERSON_NAME, "Anna Adler", "Zoria Lodd");

        assertThat(recent.find(Domain.PERSON_NAME, "Anna Adler")).isEqualTo("Zoria Lodd");
        assertThat(recent.find(Domain.FREE_TEXT, "Anna Adler")).isNull();
        assertThat(recent.find(Domain.PERSON_NAME, "anna adler")).isNull();
    }

    /** The two have one hash code in Java. */
    @Test
    void a_value_that_needs_the_place_of_another_one_is_not_taken_for_it() {
        recent.add(Domain.PERSON_NAME, "Aa", "first");
        assertThat(recent.find(Domain.PERSON_NAME, "BB")).isNull();

        recent.add(Domain.PERSON_NAME, "BB", "second");

        assertThat(recent.find(Domain.PERSON_NAME, "Aa")).isNull();
        assertThat(recent.find(Domain.PERSON_NAME, "BB")).isEqualTo("second");
    }

    @Test
    void of_many_values_only_so_many_are_kept() {
        IntStream.range(0, 50_000).forEach(n -> recent.add(Domain.EMAIL, n + "@example.org", "pseudonym " + n));

        assertThat(IntStream.range(0, 50_000).filter(n -> recent.find(Domain.EMAIL, n + "@example.org") != null))
                .hasSizeBetween(1_000, 4_096)
                .allMatch(n -> ("pseudonym " + n).equals(recent.find(Domain.EMAIL, n + "@example.org")));
    }

    @Test
    void a_long_text_is_not_kept() {
        var text = "a".repeat(101);
        recent.add(Domain.FREE_TEXT, text, "lorem");

        assertThat(recent.find(Domain.FREE_TEXT, text)).isNull();
    }
}
