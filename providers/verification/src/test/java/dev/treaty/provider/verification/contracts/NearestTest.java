package dev.treaty.provider.verification.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void letters_to_insert_to_drop_and_to_replace_count_one_each() {
        assertThat(Nearest.distance("", "")).isZero();
        assertThat(Nearest.distance("user", "users")).isEqualTo(1);
        assertThat(Nearest.distance("users", "user")).isEqualTo(1);
        assertThat(Nearest.distance("user", "usar")).isEqualTo(1);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }

    @Test
    void the_nearest_comes_first_whatever_its_case() {
        assertThat(Nearest.first("A USER EXISTS", List.of("no user exists", "a workspace exists", "a user exist")))
                .containsExactly("a user exist", "no user exists", "a workspace exists");
    }

    @Test
    void what_is_equally_near_comes_in_the_order_of_the_alphabet() {
        assertThat(Nearest.first("x", List.of("c", "a", "b"))).containsExactly("a", "b", "c");
    }
}
