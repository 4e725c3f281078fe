package dev.treaty.consumer.environmentconsole.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

    @Test
    void the_environment_may_say_how_wide_it_is() {
        assertThat(new Terminal(Map.of("COLUMNS", "132")).width()).isEqualTo(132);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "wide", "99999"})
    void what_is_no_width_is_ignored(String columns) {
        assertThat(new Terminal(Map.of("COLUMNS", columns)).width())
                .isEqualTo(new Terminal(Map.of()).width())
                .isPositive();
    }

    @Test
    void a_terminal_that_can_only_print_gets_no_bar() {
        assertThat(new Terminal(Map.of("TERM", "dumb")).canOverwrite()).isFalse();
    }
}
