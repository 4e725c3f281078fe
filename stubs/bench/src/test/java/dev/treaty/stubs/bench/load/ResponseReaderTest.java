package dev.treaty.stubs.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
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
    void a_response_may_be_split_anywhere(String response) throws ProtocolException {
        for (var split = 0; split <= response.length(); split++) {
            reader.expect("hello, world".getBytes(UTF_8));

            read(response.substring(0, split));
            assertThat(reader.complete()).isEqualTo(split == response.length());
            read(response.substring(split));

            assertThat(reader.complete()).as("split at %d", split).isTrue();
            assertThat(reader.status()).isEqualTo(200);
            assertThat(reader.bodyAsExpected()).as("split at %d", split).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH_LENGTH, IN_CHUNKS})
    void a_response_may_arrive_byte_by_byte(String response) throws ProtocolException {
        reader.expect("hello, world".getBytes(UTF_8));

        for (var at = 0; at < response.length(); at++) {
            read(response.substring(at, at + 1));
        }

        assertThat(reader.complete()).isTrue();
        assertThat(reader.bodyAsExpected()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "hello, world!", "hello, worlD", "Hello, world", ""})
    void an_unexpected_body_is_noticed(String expected) throws ProtocolException {
        reader.expect(expected.getBytes(UTF_8));

        read(IN_CHUNKS);

        assertThat(reader.complete()).isTrue();
        assertThat(reader.bodyAsExpected())
                .as("\"hello, world\" mistaken for \"%s\"", expected)
                .isFalse();
    }

    @Test
    void one_reader_reads_several_responses() throws ProtocolException {
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
    void what_follows_a_response_is_not_read() throws ProtocolException {
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
    void what_is_not_a_response_is_rejected(String response) {
        reader.expect(new byte[0]);

        assertThatThrownBy(() -> read(response)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void an_endless_line_is_rejected() {
        reader.expect(new byte[0]);

        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nName: " + "x".repeat(10_000)))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("a line of more than 8192 bytes");
    }

    private int read(String text) throws ProtocolException {
        var bytes = text.getBytes(UTF_8);
        return reader.read(bytes, 0, bytes.length);
    }
}
