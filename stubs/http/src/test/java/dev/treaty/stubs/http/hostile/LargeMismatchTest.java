package dev.treaty.stubs.http.hostile;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explaining a miss costs little, however large the request is, and is short. */
class LargeMismatchTest {

    private static final int LONGEST_REPORT = 100_000;

    private static ReplayServer stub;

    @BeforeAll
    static void start() {
        stub = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(
                        Path.of("c-p.json"),
                        pact(
                                "c",
                                "p",
                                expecting("form", "application/x-www-form-urlencoded", "\"a=1&b=2\""),
                                expecting("json", "application/json", "{\"a\": 1}"),
                                "{\"type\": \"Asynchronous/Messages\", \"description\": \"an event\", \"contents\": {\"content\": {}, \"contentType\": \"application/json\", \"encoded\": false}}",
                                expecting(
                                        "parts",
                                        "multipart/form-data; boundary=xx",
                                        "\"--xx\\r"
                                                + "\\n"
                                                + "Content-Disposition: form-data; name=\\\"a\\\"\\r"
                                                + "\\n"
                                                + "\\r"
                                                + "\\n"
                                                + "1\\r"
                                                + "\\n"
                                                + "--xx--\\r"
                                                + "\\n"
                                                + "\"")))))
                .start();
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 30_000})
    void a_form_with_many_fields(int fields) {
        assertIsExplained("/p/form", "application/x-www-form-urlencoded", joined(fields, "&", "f%d=1"));
    }

    @Test
    void a_form_with_many_secrets() {
        var report = assertIsExplained(
                "/p/form", "application/x-www-form-urlencoded", joined(8_000, "&", "password%d=planted%1$d"));

        assertThat(report).doesNotContain("planted");
    }

    @Test
    void a_long_list() {
        assertIsExplained("/p/json", "application/json", "[" + joined(100_000, ",", "%d") + "]");
    }

    @Test
    void an_object_with_many_members() {
        assertIsExplained("/p/json", "application/json", "{" + joined(20_000, ",", "\"k%d\": {\"v\": %1$d}") + "}");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 900, 1_300, 100_000})
    void an_object_that_is_nested_deeply(int depth) {
        assertIsExplained("/p/json", "application/json", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
    }

    /** Which Java takes minutes to read. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": %s}", "%s", "{\"b\": [-0.%s]}", "{\"a\": \"\\\\\", \"b\": %se5}"})
    void a_number_of_very_many_digits(String format) {
        var report = assertIsExplained("/p/json", "application/json", format.formatted("9".repeat(4_000_000)));

        assertThat(report).contains("it cannot be compared: it has a number of more than 10000 digits");
    }

    @Test
    void an_upload_of_many_parts() {
        var part = "--xx\r\nContent-Disposition: form-data; name=\"p%d\"\r\n\r\n1";

        assertIsExplained(
                "/p/parts", "multipart/form-data; boundary=xx", joined(100_000, "\r\n", part) + "\r\n--xx--\r\n");
    }

    @Test
    void a_path_that_nothing_has_with_a_large_body() {
        assertIsExplained("/p/forms", "application/x-www-form-urlencoded", joined(8_000, "&", "f%d=1"));
    }

    @Test
    void a_long_description_of_a_message() {
        assertIsExplained("/p/__messages", "application/json", "{\"description\": \"" + "x".repeat(4_000_000) + "\"}");
    }

    private static String assertIsExplained(String path, String type, String body) {
        var response =
                RawHttp.send(stub.port(), Request.of("POST", path, body.getBytes(US_ASCII), "Content-Type: " + type));

        assertThat(response.status()).as(response.text()).isEqualTo(404);
        assertThat(response.text().length()).isLessThan(LONGEST_REPORT);
        return response.text();
    }

    private static String joined(int count, String separator, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(separator));
    }

    private static String expecting(String name, String type, String content) {
        return http("a request with " + name, """
            {"method": "POST", "path": "/%s", "headers": {"Content-Type": ["%s"]},
             "body": {"content": %s, "contentType": "%s", "encoded": false}}\
            """.formatted(name, type, content, type), text("x"));
    }
}
