package dev.treaty.pacts.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.errors.ErrorMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownDifferencesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 31);
    private static final CheckedInteraction RENAMED = new CheckedInteraction(
            "web",
            "shop",
            "a request for an order",
            List.of(new Difference("response 200, state", "no such field, the nearest is status", "\"open\"")),
            Map.of());

    @Test
    void a_difference_that_nobody_has_explained_says_what_both_say() {
        assertThat(complaints(RENAMED)).containsExactly("""
                "a request for an order" of web contradicts the document of shop: it says no such field, the nearest is status; the contract says "open".
                  where: response 200, state
                  fix:   correct the client and record it again, or explain it in pacts/conformance/known-differences.yaml""");
    }

    @Test
    void an_explained_difference_is_fine_until_its_last_day_is_over() {
        assertThat(complaints(RENAMED, known("response 200, state", "2027-03-31")))
                .isEmpty();
        assertThat(complaints(RENAMED, known("response 200, state", "2027-03-30")))
                .containsExactly("""
                A known difference from the document of shop has expired.
                  where: "a request for an order", response 200, state, until 2027-03-30
                  fix:   correct the contract, or look whether the reason still holds, and set another date""");
    }

    @Test
    void an_explanation_that_explains_nothing_has_to_go() {
        assertThat(complaints(
                        RENAMED,
                        known("response 200, state", "2027-12-31"),
                        known("response 200, total", "2027-12-31")))
                .containsExactly("""
                A known difference from the document of shop does not exist any more.
                  where: "a request for an order", response 200, total
                  fix:   remove it from the known differences""");
    }

    private static KnownDifference known(String place, String until) {
        return new KnownDifference("shop", "a request for an order", place, "because of the test", until);
    }

    private static List<String> complaints(CheckedInteraction checked, KnownDifference... known) {
        return new KnownDifferences(List.of(known))
                .complaints(List.of(checked), TODAY).stream()
                        .map(ErrorMessage::toString)
                        .toList();
    }
}
