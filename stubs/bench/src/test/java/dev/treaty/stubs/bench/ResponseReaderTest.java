package dev.treaty.stubs.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {

    private static final String WITH_LENGTH = "HTTP/1.1 200 OK\r\ncontent-LENGTH: 12\r\n\r\nhello, world";
    private static final String IN_CHUNKS = """
            HTTP/1.1 200 OK\r
            Transfer-Encoding: chunked\r
            \r
            2;name=value\r
            he\r
            0000A\r
            llo, world\r
            0\r
            Trailer: yes\r
            \r
            """;

    private final ResponseReader reader = new ResponseReader();

    @ParameterizedTest
    @ValueSource(strings = {WITH_LENGTH, IN_CHUNKS})
    void an_answer_is_read_wherever_it_is_split(String answer) {
        for (var split = 0; split <= answer.length(); split++) {
            reader.expect("hello, world".getBytes(UTF_8));

            read(answer.substring(0, split));
            assertThat(reader.complete()).isEqualTo(split == answer.length());
            read(answer.substring(split));

            assertThat(reader.complete()).as("split at %d", split).isTrue();
            assertThat(reader.status()).isEqualTo(200);
            assertThat(reader.bodyAsExpected()).as("split at %d", split).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH_LENGTH, IN_CHUNKS})
    void an_answer_is_read_byte_by_byte(String answer) {
        reader.expect("hello, world".getBytes(UTF_8));

        answer.chars().forEach(character -> read(Character.toString(character)));

        assertThat(reader.complete()).isTrue();
        assertThat(reader.bodyAsExpected()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "hello, world!", "hello, worlD", "Hello, world", ""})
    void another_body_is_told(String expected) {
        reader.expect(expected.getBytes(UTF_8));

        read(IN_CHUNKS);

        assertThat(reader.complete()).isTrue();
        assertThat(reader.bodyAsExpected())
                .as("\"hello, world\" taken for \"%s\"", expected)
                .isFalse();
    }

    @Test
    void one_reader_reads_one_answer_after_the_other() {
        for (var round = 0; round < 3; round++) {
            reader.expect("hello, world".getBytes(UTF_8));
            read(IN_CHUNKS);
            assertThat(reader.bodyAsExpected()).isTrue();

            reader.expect(new byte[0]);
            read("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(reader.status()).isEqualTo(404);
            assertThat(reader.closes()).isTrue();
            assertThat(reader.complete()).isTrue();
        }
    }

    @Test
    void what_follows_an_answer_is_left() {
        reader.expect("hello, world".getBytes(UTF_8));

        assertThat(read(WITH_LENGTH + "HTTP/1.1 200 OK")).isEqualTo(WITH_LENGTH.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SMTP ready\r\n",
                "HTTP/1.1 abc OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: five\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length:\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
            })
    void what_is_no_answer_is_refused(String answer) {
        reader.expect(new byte[0]);

        assertThatThrownBy(() -> read(answer)).isInstanceOf(BrokenResponse.class);
    }

    @Test
    void a_line_without_an_end_is_refused() {
        reader.expect(new byte[0]);

        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nName: " + "x".repeat(10_000)))
                .isInstanceOf(BrokenResponse.class)
                .hasMessage("a line of more than 8192 bytes");
    }

    private int read(String text) {
        var bytes = text.getBytes(UTF_8);
        return reader.read(bytes, 0, bytes.length);
    }
}
