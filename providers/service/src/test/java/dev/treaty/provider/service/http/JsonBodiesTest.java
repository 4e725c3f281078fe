package dev.treaty.provider.service.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.service.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {

    record Book(@Nullable String title) {}

    @Test
    void an_object_is_read() {
        assertThat(JsonBodies.read("{\"title\":\"Grüße 🍇\"}".getBytes(UTF_8), Book.class))
                .isEqualTo(new Book("Grüße 🍇"));
    }

    /** RFC 8259, section 8.1. */
    @Test
    void a_byte_order_mark_is_ignored() {
        assertThat(JsonBodies.read("\uFEFF{\"title\":\"a\"}".getBytes(UTF_8), Book.class))
                .isEqualTo(new Book("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{\"title\":\"a\"} {}",
                "{\"title\":",
                "{'title':1}"
            })
    void anything_else_is_refused(String body) {
        assertRefused(body.getBytes(UTF_8));
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        assertRefused("{\"title\":\"Grüße\"}".getBytes(ISO_8859_1));
        assertRefused("{\"title\":\"a\"}".getBytes(UTF_16));
    }

    @Test
    void what_would_cost_too_much_is_refused() {
        assertRefused(("{\"title\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}").getBytes(UTF_8));
        assertRefused(("{\"title\":" + "9".repeat(5_000) + "}").getBytes(UTF_8));
    }

    @Test
    void a_member_of_another_type_is_refused() {
        assertThatThrownBy(() -> JsonBodies.read("{\"title\":{}}".getBytes(UTF_8), Book.class))
                .isInstanceOf(Problem.class)
                .hasMessage("unreadable-body");
    }

    private static void assertRefused(byte[] body) {
        assertThatThrownBy(() -> JsonBodies.object(body))
                .isInstanceOf(Problem.class)
                .hasMessage("unreadable-body");
    }
}
