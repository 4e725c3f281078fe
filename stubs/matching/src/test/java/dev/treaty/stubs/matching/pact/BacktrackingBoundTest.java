package dev.treaty.stubs.matching.pact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktrackingBoundTest {

    /** As contracts have them; each must cost nothing, so each must be known to be cheap for any text that is likely. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cus_[A-Za-z0-9]+",
                "Bearer sk_test_\\w+",
                "^/v1/customers/cus_[a-z0-9]{14}/cards$",
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$",
                "application/json(;\\s?charset=[\\w-]+)?",
                "(GET|POST|PUT)",
                "\\Q(a+)+\\E.*",
                "[[a-z]&&[^(+*]]+",
                "(?i)[a-z]*",
                "(?<year>\\d{4})-(?:0\\d|1[0-2])",
            })
    void these_are_cheap_for_thousands_of_characters(String regex) {
        assertThat(BacktrackingBound.longestCheapText(regex)).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+",
                "(a+)+\\1b",
                "(a{1,30}){1,30}b",
                "(.*?,){25}P",
                "(a|a)*b",
                "(?:a?){40}a{40}",
                "(?=(a+)+b)a*",
                "((a|b)+c?)+",
                "(x+x+)+y",
                "a**",
                "(?x) ( a + ) + # comment",
                "(unclosed+",
            })
    void these_may_take_long_for_sixty_characters(String regex) {
        assertThat(BacktrackingBound.longestCheapText(regex)).isLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {".*a.*b.*c.*d", ".+@.+\\..+", "(\\w+)\\s\\1"})
    void these_may_take_long_for_long_texts_only(String regex) {
        assertThat(BacktrackingBound.longestCheapText(regex)).isBetween(10, 100_000);
    }
}
