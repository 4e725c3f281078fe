package dev.treaty.pacts.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityTest {

    @Test
    void the_name_with_the_fewest_typing_errors_is_the_nearest() {
        assertThat(Similarity.nearest("strpe", List.of("twilio", "cablecast", "stripe")))
                .first()
                .isEqualTo("stripe");
    }

    @Test
    void a_path_with_more_segments_in_common_is_nearer_than_one_that_is_spelled_alike() {
        assertThat(Similarity.nearest("/v1/charges/ch_1/refunds", List.of("/v2/charge/ch1/refund", "/v1/charges/ch_2")))
                .containsExactly("/v1/charges/ch_2", "/v2/charge/ch1/refund");
    }

    @Test
    void case_does_not_count() {
        assertThat(Similarity.of("A USER EXISTS", "a user exists")).isEqualTo(new Similarity(3, 0));
    }

    @Test
    void the_distance_is_the_number_of_letters_to_change() {
        assertThat(Similarity.of("kitten", "sitting").distance()).isEqualTo(3);
        assertThat(Similarity.of("", "abc").distance()).isEqualTo(3);
        assertThat(Similarity.of("", "").distance()).isZero();
    }

    @Test
    void equally_near_names_are_in_alphabetical_order() {
        assertThat(Similarity.nearest("x", List.of("c", "a", "b"))).containsExactly("a", "b", "c");
    }

    @Test
    void long_texts_are_compared_quickly() {
        assertThat(Similarity.of("a".repeat(1_000_000), "b".repeat(1_000_000)).distance())
                .isEqualTo(120);
    }
}
