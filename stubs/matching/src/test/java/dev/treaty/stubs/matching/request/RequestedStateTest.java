package dev.treaty.stubs.matching.request;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.ProviderState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestedStateTest {

    private static final List<ProviderState> STATES = List.of(
            new ProviderState("a customer exists", Map.of("id", "cus_42", "balance", new BigDecimal("10.0"))),
            new ProviderState("the {big} sale is on"));

    @Test
    void a_name_alone_asks_for_the_state_with_any_parameters() {
        assertThat(isAmong("a customer exists")).isTrue();
        assertThat(isAmong("  a customer exists ")).isTrue();
        assertThat(isAmong("a customer")).isFalse();
        assertThat(isAmong("A customer exists")).isFalse();
    }

    @Test
    void parameters_must_be_among_those_of_the_state() {
        assertThat(isAmong("a customer exists {\"id\":\"cus_42\"}")).isTrue();
        assertThat(isAmong("a customer exists {\"id\": \"cus_42\", \"balance\": 10}"))
                .isTrue();
        assertThat(isAmong("a customer exists {}")).isTrue();
        assertThat(isAmong("a customer exists {\"id\":\"cus_1\"}")).isFalse();
        assertThat(isAmong("a customer exists {\"balance\": \"10\"}")).isFalse();
        assertThat(isAmong("a customer exists {\"name\":null}")).isFalse();
    }

    @Test
    void a_brace_may_be_part_of_a_name() {
        assertThat(isAmong("the {big} sale is on")).isTrue();
        assertThat(isAmong("the {big} sale is on {}")).isTrue();
        assertThat(isAmong("a customer exists {broken}")).isFalse();
    }

    @Test
    void a_state_prints_as_it_is_written_in_the_header() {
        assertThat(RequestedState.parse("a customer exists { \"id\" : \"cus_42\" }"))
                .hasToString("a customer exists {\"id\":\"cus_42\"}");
    }

    private static boolean isAmong(String header) {
        return RequestedState.parse(header).isAmong(STATES);
    }
}
