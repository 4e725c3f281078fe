package dev.treaty.stubs.stripe.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":\"cus_1\",\"object\":\"customer\",\"metadata\":{\"a_b\":\"x_\"},\"name\":\"Grün_er\"}",
                "{\"data\":[{\"id\":\"a\"},{\"line\":1}]}"
            })
    void what_clients_see_whole_is_recognised_in_its_json(String json) {
        assertThat(VisibleFields.areAll(json.getBytes(UTF_8))).isTrue();
        assertThat(VisibleFields.of(object(json))).isEqualTo(object(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"cus_1\",\"_parent\":\"x\"}",
                "{\"data\":[{\"id\":\"a\",\"_position\":1}]}",
                "{\"nested\":{\"_hidden\":null}}"
            })
    void a_hidden_field_is_recognised_at_any_depth(String json) {
        assertThat(VisibleFields.areAll(json.getBytes(UTF_8))).isFalse();
        assertThat(VisibleFields.of(object(json))).isNotEqualTo(object(json));
    }

    @Test
    void a_text_that_looks_hidden_has_the_json_read() {
        var json = "{\"id\":\"cus_1\",\"name\":\"_\"}";

        assertThat(VisibleFields.areAll(json.getBytes(UTF_8))).isFalse();
        assertThat(VisibleFields.of(object(json))).isEqualTo(object(json));
    }

    @Test
    void the_lines_of_a_long_invoice_are_recognised() {
        var lines =
                IntStream.range(0, 11).mapToObj("{\"id\":\"il_%d\"}"::formatted).collect(Collectors.joining(","));
        var invoice = "{\"id\":\"in_1\",\"object\":\"invoice\",\"lines\":{\"data\":[%s]}}".formatted(lines);

        assertThat(VisibleFields.areAll(invoice.getBytes(UTF_8))).isFalse();
        assertThat(VisibleFields.of(object(invoice)).path("lines").path("data")).hasSize(10);
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) Json.parse(json.getBytes(UTF_8));
    }
}
