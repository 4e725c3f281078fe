package dev.treaty.stubs.http.hostile;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a body begins and ends: chunks (RFC 9112, section 7.1), lengths (section 6.3), and waiting for leave (RFC 9110, section 10.1.1). */
class BodyFramingTest {

    private static final String POST = "POST /api/any HTTP/1.1\r\nHost: localhost\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String NEXT = "POST /api/any HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static ReplayServer stub;

    @BeforeAll
    static void start() {
        var contract = pact("web", "api", http("any", "{\"method\": \"POST\", \"path\": \"/any\"}", text("fine")));
        stub = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("web-api.json"), contract)))
                .start();
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an extension with a quoted value | 5;a=b;c=\"d\"CRLFhelloCRLF0;xCRLFCRLF",
                "white space before an extension  | 5 ;aCRLFhelloCRLF0CRLFCRLF",
                "leading zeros                    | 0005CRLFhelloCRLF000CRLFCRLF",
                "upper case                       | ACRLFhellohelloCRLF0CRLFCRLF",
                "trailers                         | 5CRLFhelloCRLF0CRLFX-Sum: 1CRLFX-More: 2CRLFCRLF"
            })
    void chunks_are_read_whatever_the_grammar_allows(String what, String body) throws IOException {
        assertThat(statuses(CHUNKED + bytes(body) + NEXT)).as(what).containsExactly("200", "200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a bare line feed after the size          | 5LFhelloCRLF0CRLFCRLF",
                "a bare line feed in an extension         | 5;aLFhelloCRLF0CRLFCRLF",
                "a bare line feed after the data          | 5CRLFhelloLF0CRLFCRLF",
                "a bare line feed after the last size     | 5CRLFhelloCRLF0LFCRLF",
                "a bare line feed at the end              | 5CRLFhelloCRLF0CRLFLF",
                "a bare line feed in a trailer            | 5CRLFhelloCRLF0CRLFX: 1LFCRLF",
                "a bare carriage return in an extension   | 5;aCRbCRLFhelloCRLF0CRLFCRLF",
                "nothing after the data                   | 5CRLFhello0CRLFCRLF",
                "more data than the size says             | 5CRLFhello!CRLF0CRLFCRLF",
                "a prefix that other readers understand   | 0x5CRLFhelloCRLF0CRLFCRLF",
                "a sign                                   | +5CRLFhelloCRLF0CRLFCRLF",
                "a digit separator                        | 5_0CRLFhelloCRLF0CRLFCRLF",
                "white space without an extension         | 5 CRLFhelloCRLF0CRLFCRLF",
                "no size                                  | CRLFhelloCRLF0CRLFCRLF",
                "a size that no body has                  | fffffffffCRLFhelloCRLF0CRLFCRLF",
                "a size that overflows                    | 10000000000000005CRLFhelloCRLF0CRLFCRLF"
            })
    void other_chunks_are_refused_and_what_follows_is_not_taken_for_a_request(String what, String body)
            throws IOException {
        assertThat(statuses(CHUNKED + bytes(body) + NEXT)).as(what).containsExactly("400");
    }

    @Test
    void extensions_are_limited_in_all() throws IOException {
        var chunk = "1;" + "x".repeat(1_000) + "\r\na\r\n";

        assertThat(statuses(CHUNKED + chunk.repeat(3) + "0\r\n\r\n" + NEXT)).containsExactly("200", "200");
        assertThat(statuses(CHUNKED + chunk.repeat(6) + "0\r\n\r\n" + NEXT)).containsExactly("400");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | 1.1 | Content-Length: 5; Transfer-Encoding: chunked",
                "400 | 1.1 | Content-Length: 5; Content-Length: 5",
                "400 | 1.1 | Content-Length: +5",
                "400 | 1.1 | Content-Length: 5, 5",
                "400 | 1.1 | Transfer-Encoding: chunked; Transfer-Encoding: chunked",
                "400 | 1.1 | Transfer-Encoding: identity",
                "400 | 1.1 | Transfer-Encoding: xchunked",
                "400 | 1.1 | Transfer-Encoding : chunked",
                "501 | 1.1 | Transfer-Encoding: gzip, chunked",
                "501 | 1.1 | Transfer-Encoding: gzip; Transfer-Encoding: chunked",
                "400 | 1.0 | Transfer-Encoding: chunked",
                "417 | 1.1 | Content-Length: 5; Expect: more",
                "200 | 1.1 | Transfer-Encoding: Chunked"
            })
    void a_length_is_never_ambiguous(String status, String version, String headers) throws IOException {
        var request =
                "POST /api/any HTTP/%s\r\nHost: localhost\r\nConnection: close\r\n%s\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
                        .formatted(version, headers.replace("; ", "\r\n"));

        assertThat(statuses(request)).containsExactly(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Content-Length: 5          | hello", "Transfer-Encoding: chunked | 5CRLFhelloCRLF0CRLFCRLF"})
    void a_client_that_waits_for_leave_gets_it_before_it_sends_its_body(String length, String body) throws IOException {
        try (var client = new RawConnection(stub.port())) {
            client.send(POST + "Connection: close\r\nExpect: 100-continue\r\n" + length + "\r\n\r\n");

            assertThat(client.receive("HTTP/1.1 100 Continue\r\n\r\n".length()))
                    .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(client.send(bytes(body)).receiveAll())
                    .startsWith("HTTP/1.1 200")
                    .endsWith("fine");
        }
    }

    @Test
    void a_client_does_not_get_leave_to_send_what_is_too_long() throws IOException {
        try (var client = new RawConnection(stub.port())) {
            client.send(POST + "Expect: 100-continue\r\nContent-Length: 9000000\r\n\r\n");

            assertThat(client.receiveAll()).startsWith("HTTP/1.1 413").contains("Connection: close");
        }
    }

    @Test
    void a_client_of_http_1_0_gets_no_interim_response() throws IOException {
        var request = "POST /api/any HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
        try (var client = new RawConnection(stub.port())) {
            client.send(request).send("hello");

            assertThat(client.receiveAll()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_body_that_is_too_long_is_read_to_its_end_so_that_the_client_sees_why() throws IOException {
        try (var client = new RawConnection(stub.port())) {
            client.send(POST + "Connection: close\r\nContent-Length: 12000000\r\n\r\n");
            client.send("x".repeat(12_000_000));

            assertThat(client.receiveAll())
                    .startsWith("HTTP/1.1 413")
                    .contains("A body may have 8388608 bytes, and this one has more.");
        }
    }

    @Test
    void a_body_that_ends_early_is_refused() throws IOException {
        try (var client = new RawConnection(stub.port())) {
            client.send(POST + "Content-Length: 10\r\n\r\nhell").halfClose();

            assertThat(client.receiveAll())
                    .startsWith("HTTP/1.1 400")
                    .contains("incomplete-body", "send as many bytes as Content-Length says");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/any, 200", "/api/unknown, 404", "/unknown, 404"})
    void a_client_that_has_closed_its_half_of_the_connection_still_gets_its_response(String path, String status)
            throws IOException {
        try (var client = new RawConnection(stub.port())) {
            client.send(POST.replace("/api/any", path) + "Content-Length: 5\r\n\r\nhello")
                    .halfClose();

            assertThat(client.receiveAll()).startsWith("HTTP/1.1 " + status).contains("\r\n\r\n");
        }
    }

    @Test
    void a_body_for_the_admin_API_that_arrives_in_parts_leaves_the_connection_open() throws IOException {
        var mapping =
                "{\"request\": {\"url\": \"/%s\"}, \"response\": {\"status\": 200}}".formatted("x".repeat(100_000));
        var post = "POST /__admin/mappings HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                .formatted(mapping.length());
        try (var client = new RawConnection(stub.port())) {
            client.send(post + mapping.substring(0, 10));
            client.send(mapping.substring(10));
            client.send("GET /__admin/requests HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(client.receiveAll())
                    .startsWith("HTTP/1.1 201")
                    .contains("HTTP/1.1 200")
                    .doesNotContain("\"url\" : \"/__admin/mappings\"");
        }
    }

    /** The statuses of all responses on a connection that sends these bytes. */
    private static List<String> statuses(String request) throws IOException {
        try (var client = new RawConnection(stub.port())) {
            return client.send(request)
                    .receiveAll()
                    .lines()
                    .filter(line -> line.contains("HTTP/1.1 "))
                    .map(line -> line.replaceAll(".*HTTP/1\\.1 (\\d+).*", "$1"))
                    .toList();
        }
    }

    private static String bytes(String text) {
        return text.replace("CRLF", "\r\n").replace("CR", "\r").replace("LF", "\n");
    }
}
