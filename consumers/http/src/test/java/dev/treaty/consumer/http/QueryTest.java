package dev.treaty.consumer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void special_characters_and_spaces_arrive_unchanged() {
        assertThat(Query.of("search", "parks & Øster 1+1").encoded())
                .isEqualTo("search=parks%20%26%20%C3%98ster%201%2B1");
    }

    @Test
    void a_list_is_one_parameter_with_commas() {
        assertThat(Query.none().andList("types", List.of("gps", "engineStates")).encoded())
                .isEqualTo("types=gps%2CengineStates");
    }

    @Test
    void what_is_empty_is_left_out() {
        var query = Query.of("limit", 2).and("after", Optional.empty()).andList("types", List.of());

        assertThat(query.encoded()).isEqualTo("limit=2");
        assertThat(query.and("after", Optional.of("abc"))).hasToString("limit=2&after=abc");
    }
}
