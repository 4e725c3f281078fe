package dev.treaty.stubs.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private static final ToolDescription TOOL = ToolDescription.reading(
            "explain",
            "Explain",
            "Explains.",
            Parameter.required("provider", ValueKind.TEXT, "Whom, e.g. stripe."),
            Parameter.optional("status", ValueKind.STATUS, "A status."),
            Parameter.optional("headers", ValueKind.HEADERS, "Headers."),
            Parameter.optional("body", ValueKind.BODY, "A body."),
            Parameter.optional("states", ValueKind.STATES, "States."),
            Parameter.choice("fault", "A fault.", "reset", "empty"),
            Parameter.PAGE);

    @Test
    void a_missing_argument_is_asked_for_with_its_description() {
        assertThatThrownBy(() -> Arguments.of(TOOL, Map.of()))
                .isInstanceOf(InvalidArguments.class)
                .hasMessage("""
                        explain needs the argument "provider".
                          where: the arguments of explain
                          fix:   pass it: Whom, e.g. stripe.""");
    }

    @Test
    void an_unknown_argument_gets_a_suggestion() {
        assertThatThrownBy(() -> Arguments.of(TOOL, Map.of("provder", "stripe")))
                .hasMessage("""
                        explain has no argument "provder".
                          where: the arguments of explain
                          fix:   did you mean provider? It takes provider, status, headers, body, states, fault, page""");
    }

    @Test
    void a_wrong_value_is_not_repeated() {
        assertThatThrownBy(() -> Arguments.of(TOOL, Map.of("provider", Map.of("token", "s3cret-value"))))
                .hasMessage("""
                        The argument "provider" must be a text that is not blank.
                          where: the arguments of explain
                          fix:   pass it as its schema says: Whom, e.g. stripe.""");
    }

    @ParameterizedTest
    @CsvSource({
        "status, 99, must be a status of HTTP",
        "status, 600, must be a status of HTTP",
        "page, 0, must be a whole number",
    })
    void a_number_has_bounds(String name, int value, String fault) {
        assertThatThrownBy(() -> Arguments.of(TOOL, Map.of("provider", "stripe", name, value)))
                .hasMessageContaining("The argument \"%s\" %s".formatted(name, fault));
    }

    @Test
    void one_of_a_few_must_be_one_of_them() {
        assertThatThrownBy(() -> Arguments.of(TOOL, Map.of("provider", "stripe", "fault", "burn")))
                .hasMessageContaining("The argument \"fault\" must be one of reset, empty.");
    }

    @Test
    void null_is_as_if_it_were_left_out() {
        var values = new HashMap<String, Object>();
        values.put("provider", "stripe");
        values.put("status", null);

        assertThat(Arguments.of(TOOL, values).number("status", 200)).isEqualTo(200);
    }

    @Test
    void a_body_may_be_text_or_json() {
        assertThat(body("a=1&b=2").body("body")).isEqualTo("a=1&b=2");
        assertThat(body("a=1").isJson("body")).isFalse();
        assertThat(body(Map.of("a", List.of(1, true))).body("body")).isEqualTo("{\"a\":[1,true]}");
        assertThat(body(Map.of()).isJson("body")).isTrue();
    }

    private static Arguments body(Object body) {
        return Arguments.of(TOOL, Map.of("provider", "stripe", "body", body));
    }

    @Test
    void a_header_has_one_value_or_several() {
        var arguments = Arguments.of(
                TOOL, Map.of("provider", "stripe", "headers", Map.of("Accept", "a", "Cookie", List.of("b", "c"))));

        assertThat(arguments.headers("headers"))
                .isEqualTo(Map.of("Accept", List.of("a"), "Cookie", List.of("b", "c")))
                .containsKey("accept");
    }

    @Test
    void a_state_has_a_name_and_perhaps_params() {
        var states = List.of(
                Map.of("name", "a customer exists", "params", Map.of("id", "cus_42", "balance", 3)),
                Map.of("name", "it rains"));

        assertThat(Arguments.of(TOOL, Map.of("provider", "stripe", "states", states))
                        .states("states"))
                .isEqualTo(Map.of("a customer exists", Map.of("id", "cus_42", "balance", "3"), "it rains", Map.of()));
        assertThatThrownBy(() ->
                        Arguments.of(TOOL, Map.of("provider", "stripe", "states", List.of(Map.of("nam", "it rains")))))
                .hasMessageContaining("The argument \"states\" must be a list of objects");
    }

    @Test
    void a_schema_says_the_same() {
        assertThat(TOOL.inputSchema())
                .containsEntry("type", "object")
                .containsEntry("required", List.of("provider"))
                .containsEntry("additionalProperties", false);
        assertThatCode(() -> TOOL.parameters().forEach(Parameter::schema)).doesNotThrowAnyException();
    }
}
