package dev.treaty.stubs.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.TranslatedRule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated responses: a template where WireMock has one, otherwise the example, and the report says which. */
class ResponseTest {

    private static final String GET = "{\"method\": \"GET\", \"path\": \"/a\"}";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "RandomInt", "min": 5, "max": 7}                  | 1           | \\{"v":[56] ?}
            {"type": "RandomBoolean"}                                  | true        | \\{"v":[aeflrstu]+ ?}
            {"type": "RandomHexadecimal", "digits": 8}                 | "00"        | \\{"v":"[0-9a-f]{8}"}
            {"type": "Uuid"}                                           | "x"         | \\{"v":"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"}
            {"type": "Uuid", "format": "simple"}                       | "x"         | \\{"v":"[0-9a-f]{32}"}
            {"type": "Uuid", "format": "upper-case-hyphenated"}        | "x"         | \\{"v":"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"}
            {"type": "Uuid", "format": "URN"}                          | "x"         | \\{"v":"urn:uuid:[0-9a-f-]{36}"}
            {"type": "MockServerURL", "example": "http://localhost:1/b/7", "regex": ".*(/b/\\\\d+)$"} | "x" | \\{"v":"http://localhost(:\\d+)?/b/7"}
            """)
    void a_template_generates_what_the_generator_may_generate(String generator, String example, String expected) {
        var contract = generating(generator, example);

        assertThat(Export.of(List.of(contract), List.of()).report().rulesOf(ContractText.DESCRIPTION))
                .filteredOn(rule -> rule.place().equals("response body $.v"))
                .singleElement()
                .matches(TranslatedRule::isExact);
        try (var wireMock = StockWireMock.of(folder, contract);
                var pact = PactMockServer.of(contract)) {
            assertThat(wireMock.send(RawRequest.get("/a")).text()).matches(expected);
            assertThat(pact.send(RawRequest.get("/a")).text()).matches(expected);
        }
    }

    @Test
    void random_text_is_in_lower_case() {
        var contract = generating("{\"type\": \"RandomString\", \"size\": 200}", "\"x\"");

        assertThat(deviations(contract)).containsExactly(Deviation.NARROWER_RESPONSE);
        try (var wireMock = StockWireMock.of(folder, contract);
                var pact = PactMockServer.of(contract)) {
            assertThat(wireMock.send(RawRequest.get("/a")).text()).matches("\\{\"v\":\"[a-z0-9]{200}\"}");
            assertThat(pact.send(RawRequest.get("/a")).text())
                    .matches("\\{\"v\":\"[a-zA-Z0-9]{200}\"}")
                    .containsPattern("[A-Z]");
        }
    }

    @Test
    void a_time_is_now_in_the_zone_of_the_machine() {
        var contract = generating(
                "{\"type\": \"DateTime\", \"format\": \"yyyy-MM-dd'T'HH:mm:ss\"}", "\"2020-01-01T00:00:00\"");

        assertThat(deviations(contract)).isEmpty();
        try (var wireMock = StockWireMock.of(folder, contract);
                var pact = PactMockServer.of(contract)) {
            assertThat(Duration.between(
                                    time(wireMock.send(RawRequest.get("/a"))), time(pact.send(RawRequest.get("/a"))))
                            .abs())
                    .isLessThan(Duration.ofMinutes(5));
        }
    }

    private static LocalDateTime time(RawRequest.Response response) {
        return LocalDateTime.parse(response.text().replaceAll("\\{\"v\":\"(.*)\"}", "$1"));
    }

    @Test
    void what_no_template_can_generate_is_the_example() {
        var contract = generating("{\"type\": \"Regex\", \"regex\": \"[b-z]+\"}", "\"a\"");

        assertThat(deviations(contract)).containsExactly(Deviation.EXAMPLE_AS_RESPONSE);
        try (var wireMock = StockWireMock.of(folder, contract);
                var pact = PactMockServer.of(contract)) {
            assertThat(wireMock.send(RawRequest.get("/a")).text()).isEqualTo("{\"v\":\"a\"}");
            assertThat(pact.send(RawRequest.get("/a")).text()).isNotEqualTo("{\"v\":\"a\"}");
        }
    }

    @Test
    void a_header_is_generated_and_braces_in_the_example_are_kept() {
        var contract = ContractText.of(GET, """
                {"status": 200, "headers": {"X-Id": ["1"], "X-Text": ["{{now}}"]},
                 "body": {"content": "{{now}}", "contentType": "text/plain", "encoded": false},
                 "generators": {"header": {"X-Id": {"type": "Uuid"}}}}""");

        try (var wireMock = StockWireMock.of(folder, contract)) {
            var response = wireMock.send(RawRequest.get("/a"));

            assertThat(response.headers())
                    .anyMatch(header -> header.matches("X-Id: [0-9a-f-]{36}"))
                    .contains("X-Text: {{now}}");
            assertThat(response.text()).isEqualTo("{{now}}");
        }
    }

    @Test
    void a_response_without_generators_has_no_template() {
        var contract = ContractText.of(GET, """
                {"status": 200, "body": {"content": "{{now}}", "contentType": "text/plain", "encoded": false}}""");

        try (var wireMock = StockWireMock.of(folder, contract)) {
            assertThat(wireMock.send(RawRequest.get("/a")).text()).isEqualTo("{{now}}");
        }
        assertThat(folder.resolve("provider/mappings")).isDirectoryRecursivelyContaining("glob:**.json");
    }

    @Test
    void bytes_that_are_not_text_are_sent_unchanged() {
        var contract = ContractText.of(GET, """
                {"status": 201, "headers": {"Content-Type": ["image/png"], "Set-Cookie": ["a=1", "b=2"], "Content-Length": ["99"]},
                 "body": {"content": "iVBORw0KGgo=", "contentType": "image/png", "encoded": "base64"}}""");

        try (var wireMock = StockWireMock.of(folder, contract)) {
            var response = wireMock.send(RawRequest.get("/a"));

            assertThat(response.status()).isEqualTo(201);
            assertThat(response.headers())
                    .contains("Set-Cookie: a=1", "Set-Cookie: b=2")
                    .doesNotContain("Content-Length: 99");
            assertThat(response.bytes()).containsExactly(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
        }
    }

    private static List<Deviation> deviations(PactFile contract) {
        return Export.of(List.of(contract), List.of()).report().rulesOf(ContractText.DESCRIPTION).stream()
                .filter(rule -> rule.place().startsWith("response"))
                .flatMap(rule -> rule.deviations().stream())
                .toList();
    }

    private static PactFile generating(String generator, String example) {
        return ContractText.of(GET, """
                {"status": 200, "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"v": %s}, "contentType": "application/json", "encoded": false},
                 "generators": {"body": {"$.v": %s}}}""".formatted(example, generator));
    }
}
