package dev.treaty.stubs.mcp.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLinesTest {

    private static final String NOTIFICATION = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    private static final String REQUEST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String RESPONSE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void messages_pass_one_a_line_whatever_ends_the_line() throws Exception {
        assertThat(passed(NOTIFICATION + "\r\n\n  \n" + NOTIFICATION))
                .isEqualTo(NOTIFICATION + "\n" + NOTIFICATION + "\n");
        assertThat(written.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{\"jsonrpc\":", "\u0000\u0001"})
    void what_is_not_json_is_answered_with_a_parse_error(String line) throws Exception {
        assertThat(passed(line + "\n" + NOTIFICATION + "\n")).isEqualTo(NOTIFICATION + "\n");
        assertThat(written.toString(UTF_8)).isEqualTo("""
                {"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"The line is not JSON. Each message must be one line."}}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "7",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}"
            })
    void json_that_is_no_message_is_answered_with_an_invalid_request(String line) throws Exception {
        assertThat(passed(line + "\n" + NOTIFICATION + "\n")).isEqualTo(NOTIFICATION + "\n");
        assertThat(written.toString(UTF_8)).contains("-32600").hasLineCount(1);
    }

    @Test
    void a_line_that_is_too_long_is_refused_and_the_next_one_read() throws Exception {
        assertThat(passed("x".repeat(9 << 20) + "\n" + NOTIFICATION + "\n")).isEqualTo(NOTIFICATION + "\n");
        assertThat(written.toString(UTF_8)).contains("The line is longer than 8388608 bytes.");
    }

    /** The SDK would drop the answer. */
    @Test
    void the_input_ends_only_when_everything_is_answered() throws Exception {
        var lines = lines(REQUEST + "\n");
        var reader = new Thread(() -> read(lines));
        reader.start();
        while (reader.isAlive() && reader.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(reader.isAlive()).as("waits for the answer").isTrue();

        lines.output().write((RESPONSE + "\n").getBytes(UTF_8));

        reader.join();
        lines.awaitEnd();
        assertThat(written.toString(UTF_8)).isEqualTo(RESPONSE + "\n");
    }

    private String passed(String input) throws InterruptedException {
        var lines = lines(input);
        var passed = read(lines);
        lines.awaitEnd();
        return passed;
    }

    private MessageLines lines(String input) {
        return new MessageLines(new ByteArrayInputStream(input.getBytes(UTF_8)), written);
    }

    private static String read(MessageLines lines) {
        try {
            return new String(lines.input().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
