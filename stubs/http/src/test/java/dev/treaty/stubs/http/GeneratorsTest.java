package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.http.parity.ParityCheck;
import dev.treaty.stubs.http.parity.SortedJson;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every generator of the V4 specification, in responses: the stub generates what pact-jvm's mock server generates. */
class GeneratorsTest {

    private static final int CONCURRENT_REQUESTS = 400;

    @ParameterizedTest(name = "{0}")
    @MethodSource("random")
    void a_random_value_is_generated_in_body_and_header(String generator, String value) {
        var contract = contract("""
                {"status": 200, "headers": {"Content-Type": ["application/json"], "X-Value": ["example"]},
                 "body": {"content": {"value": "example", "kept": "example"}, "contentType": "application/json", "encoded": false},
                 "generators": {"header": {"X-Value": %1$s}, "body": {"$.value": %1$s}}}""".formatted(generator));

        for (var response : responses(contract)) {
            assertThat(SortedJson.of(response.text()))
                    .matches("\\{\"kept\":\"example\",\"value\":\"?" + value + "\"?}");
            assertThat(field(response, "X-Value")).matches(value);
        }
    }

    static Stream<Arguments> random() {
        return Stream.of(
                arguments("{\"type\": \"RandomInt\", \"min\": 10, \"max\": 19}", "1\\d"),
                arguments("{\"type\": \"RandomDecimal\", \"digits\": 5}", "(?=.{6}$|.{6}\\D)\\d+\\.\\d+"),
                arguments("{\"type\": \"RandomHexadecimal\", \"digits\": 8}", "[0-9a-f]{8}"),
                arguments("{\"type\": \"RandomString\", \"size\": 12}", "[0-9A-Za-z]{12}"),
                arguments("{\"type\": \"RandomBoolean\"}", "(true|false)"),
                arguments("{\"type\": \"Regex\", \"regex\": \"[A-Z]{3}-\\\\d{2}\"}", "[A-Z]{3}-\\d{2}"),
                arguments("{\"type\": \"Uuid\"}", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
                arguments("{\"type\": \"Uuid\", \"format\": \"simple\"}", "[0-9a-f]{32}"),
                arguments(
                        "{\"type\": \"Uuid\", \"format\": \"lower-case-hyphenated\"}",
                        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
                arguments(
                        "{\"type\": \"Uuid\", \"format\": \"upper-case-hyphenated\"}",
                        "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"),
                arguments(
                        "{\"type\": \"Uuid\", \"format\": \"URN\"}",
                        "urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
                arguments("{\"type\": \"Date\"}", "\\d{4}-\\d{2}-\\d{2}"),
                arguments("{\"type\": \"Date\", \"format\": \"dd.MM.yyyy\"}", "\\d{2}\\.\\d{2}\\.\\d{4}"),
                arguments("{\"type\": \"Time\"}", "\\d{2}:\\d{2}:\\d{2}"),
                arguments("{\"type\": \"Time\", \"format\": \"HH.mm\"}", "\\d{2}\\.\\d{2}"),
                arguments("{\"type\": \"DateTime\"}", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?"),
                arguments(
                        "{\"type\": \"DateTime\", \"format\": \"yyyy-MM-dd HH:mm\"}",
                        "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressions")
    void an_expression_is_relative_to_now(String generator, Supplier<String> expected) {
        var contract = contract("""
                {"status": 200, "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"at": "example"}, "contentType": "application/json", "encoded": false},
                 "generators": {"body": {"$.at": %s}}}""".formatted(generator));

        var before = expected.get();
        var responses = responses(contract);
        var after = expected.get(); // differs from before if a day or an hour has just ended

        assertThat(responses).extracting(Response::text).isSubsetOf(body(before), body(after));
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                expression(
                        "{\"type\": \"Date\", \"expression\": \"today + 1 week\"}",
                        () -> now().toLocalDate().plusWeeks(1).toString()),
                expression(
                        "{\"type\": \"Date\", \"format\": \"yyyy-MM-dd\", \"expression\": \"yesterday\"}",
                        () -> now().toLocalDate().minusDays(1).toString()),
                expression(
                        "{\"type\": \"Time\", \"format\": \"HH\", \"expression\": \"+ 3 hours\"}",
                        () -> "%02d".formatted(now().plusHours(3).getHour())),
                expression(
                        "{\"type\": \"DateTime\", \"format\": \"yyyy-MM-dd'T'HH\", \"expression\": \"tomorrow @ + 2 hours\"}",
                        () -> now().plusDays(1).plusHours(2).toString().substring(0, 13)));
    }

    @Test
    void a_provider_state_generator_leaves_the_example_as_it_is() {
        var contract = contract("""
                {"status": 200, "headers": {"Content-Type": ["application/json"], "Location": ["/things/1"]},
                 "body": {"content": {"id": 1}, "contentType": "application/json", "encoded": false},
                 "generators": {"header": {"Location": {"type": "ProviderState", "expression": "/things/${id}"}},
                                "body": {"$.id": {"type": "ProviderState", "expression": "${id}", "dataType": "INTEGER"}}}}""");

        for (var response : responses(contract)) {
            assertThat(response.text()).isEqualTo("{\"id\":1}");
            assertThat(field(response, "Location")).isEqualTo("/things/1");
        }
    }

    @Test
    void a_mock_server_URL_becomes_a_URL_of_the_stub() {
        var generator =
                "{\"type\": \"MockServerURL\", \"regex\": \".*(\\\\/pages\\\\/\\\\d+)$\", \"example\": \"http://x/pages/2\"}";
        var contract = contract("""
                {"status": 200, "headers": {"Content-Type": ["application/json"], "Link": ["http://x/pages/2"]},
                 "body": {"content": {"next": "http://x/pages/2"}, "contentType": "application/json", "encoded": false},
                 "generators": {"header": {"Link": %1$s}, "body": {"$.next": %1$s}}}""".formatted(generator));

        for (var response : responses(contract)) {
            assertThat(response.text()).matches("\\{\"next\":\"http://[\\w.]+:\\d+/pages/2\"}");
            assertThat(field(response, "Link")).matches("http://[\\w.]+:\\d+/pages/2");
        }
    }

    @Test
    void a_status_is_generated() {
        var contract = contract("""
                {"status": 200, "generators": {"status": {"type": "RandomInt", "min": 202, "max": 203}}}""");

        assertThat(responses(contract)).extracting(Response::status).containsOnly(202);
    }

    @Test
    void a_form_field_is_generated() {
        var contract = contract("""
                {"status": 200, "headers": {"Content-Type": ["application/x-www-form-urlencoded"]},
                 "body": {"content": "a=1&b=2", "contentType": "application/x-www-form-urlencoded", "encoded": false},
                 "generators": {"body": {"$.b": {"type": "RandomInt", "min": 30, "max": 39}}}}""");

        assertThat(responses(contract)).extracting(Response::text).allMatch(text -> text.matches("a=1&b=3\\d"));
    }

    @Test
    void every_element_of_a_list_is_generated() {
        var contract = contract("""
                {"status": 200, "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"ids": ["a", "b"], "all": [{"id": "a"}]}, "contentType": "application/json", "encoded": false},
                 "generators": {"body": {"$.ids[*]": {"type": "RandomHexadecimal", "digits": 4}, "$.all[*].id": {"type": "RandomHexadecimal", "digits": 4}}}}""");

        assertThat(responses(contract))
                .extracting(response -> SortedJson.of(response.text()))
                .allMatch(text -> text.matches(
                        "\\{\"all\":\\[\\{\"id\":\"[0-9a-f]{4}\"}],\"ids\":\\[\"[0-9a-f]{4}\",\"[0-9a-f]{4}\"]}"));
    }

    @Test
    void an_arrayContains_element_is_generated_by_its_variant() {
        var contract = contract("""
                {"status": 200, "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": [{"kind": "x", "id": "example"}], "contentType": "application/json", "encoded": false},
                 "matchingRules": {"body": {"$": {"combine": "AND", "matchers": [{"match": "arrayContains", "variants": [
                   {"index": 0, "rules": {"$.kind": {"combine": "AND", "matchers": [{"match": "equality"}]}},
                    "generators": {"$.id": {"type": "RandomHexadecimal", "digits": 4}}}]}]}}}}""");

        assertThat(responses(contract))
                .extracting(response -> SortedJson.of(response.text()))
                .allMatch(text -> text.matches("\\[\\{\"id\":\"[0-9a-f]{4}\",\"kind\":\"x\"}]"));
    }

    @Test
    void keys_are_escaped_and_numbers_stay_as_they_are_written_where_values_are_generated() {
        var contract = json("""
                {"say \\"hi\\"": 1, "C:\\\\temp": 1.50, "tab\\there": 1e3, "größe": "ü", "id": 1}""", "{\"$.id\": {\"type\": \"RandomInt\", \"min\": 7, \"max\": 7}}");

        assertThat(stub(contract).text())
                .isEqualTo(
                        "{\"say \\\"hi\\\"\":1,\"C:\\\\temp\":1.50,\"tab\\there\":1e3,\"größe\":\"\\u00FC\",\"id\":7}");
    }

    @Test
    void a_generator_for_a_header_ignores_its_case_and_may_be_for_one_of_its_values() {
        var contract = contract("""
                {"status": 200, "headers": {"x-id": ["example"], "X-List": ["a", "b"]},
                 "generators": {"header": {"X-ID": {"type": "RandomInt", "min": 5, "max": 5},
                                           "X-List[1]": {"type": "RandomInt", "min": 6, "max": 6},
                                           "X-List[9]": {"type": "RandomInt", "min": 7, "max": 7}}}}""");

        assertThat(stub(contract).headers())
                .contains("x-id: 5", "X-List: a", "X-List: 6")
                .noneMatch(header -> header.startsWith("X-ID") || header.contains("[") || header.endsWith(" b"));
    }

    @Test
    void a_negative_integer_is_generated_though_pact_jvm_refuses_to() {
        var contract = json("{\"t\": 1}", "{\"$.t\": {\"type\": \"RandomInt\", \"min\": -5, \"max\": -4}}");

        assertThat(stub(contract).text()).isEqualTo("{\"t\":-5}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"$.t": {"type": "RandomDecimal", "digits": 0}}          | generator RandomDecimal for $.t of the body, which fails
            {"$.t": {"type": "RandomInt", "min": 9, "max": 1}}       | generator RandomInt for $.t of the body, which fails
            {"$.t": {"type": "Date", "format": "{"}}                 | generator Date for $.t of the body, which fails
            {"t": {"type": "Uuid"}}                                  | does not start with a root marker
            {"$.t": {"type": "RandomString", "size": 2000000000}}    | it would generate more than a million characters
            {"$.t": {"type": "Regex", "regex": "a{1000000000}"}}     | it would generate more than a million characters
            """)
    void a_generator_that_fails_is_named(String generators, String reason) {
        var response = stub(json("{\"t\": \"example\"}", generators));

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text())
                .contains("generator-failed", "\\\"x\\\" has a generator", reason, "where: pact.json", "fix:   ");
    }

    @Test
    void a_message_is_generated_like_a_response() {
        var contract = pact("consumer", "provider", """
                {"type": "Asynchronous/Messages", "description": "an event",
                 "contents": {"contentType": "application/json", "encoded": false, "content": {"say \\"hi\\"": 1, "id": 1}},
                 "metadata": {"contentType": "application/json", "id": 1},
                 "generators": {"body": {"$.id": {"type": "RandomInt", "min": 7, "max": 7}},
                                "metadata": {"id": {"type": "RandomInt", "min": 8, "max": 8}}}}""");
        try (var stub = stubOf(contract)) {
            var response = RawHttp.send(
                    stub.port(),
                    new Request(
                            "POST",
                            "/provider/__messages",
                            List.of("Content-Type: application/json"),
                            "{\"description\": \"an event\"}"));

            assertThat(response.text()).isEqualTo("{\"say \\\"hi\\\"\":1,\"id\":7}");
            assertThat(new String(Base64.getDecoder().decode(field(response, "Pact-Message-Metadata")), UTF_8))
                    .contains("\"id\":8");
        }
    }

    @Test
    void concurrent_responses_share_no_generated_value() {
        var contract = contract("""
                {"status": 200, "headers": {"Content-Type": ["application/json"], "Request-Id": ["1"]},
                 "body": {"content": {"id": "1"}, "contentType": "application/json", "encoded": false},
                 "generators": {"header": {"Request-Id": {"type": "Uuid"}}, "body": {"$.id": {"type": "Uuid"}}}}""");
        try (var stub = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("pact.json"), contract)))
                .start()) {

            var responses = IntStream.range(0, CONCURRENT_REQUESTS)
                    .parallel()
                    .mapToObj(i -> RawHttp.send(stub.port(), Request.get("/provider/x")))
                    .toList();

            assertThat(distinct(responses, Response::text)).hasSize(CONCURRENT_REQUESTS);
            assertThat(distinct(responses, response -> field(response, "Request-Id")))
                    .hasSize(CONCURRENT_REQUESTS);
        }
    }

    private static Set<String> distinct(List<Response> responses, Function<Response, String> value) {
        return responses.stream().map(value).collect(toSet());
    }

    /** In the time zone that pact-jvm uses. */
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneId.systemDefault());
    }

    private static Arguments expression(String generator, Supplier<String> expected) {
        return arguments(generator, expected);
    }

    private static String body(String at) {
        return "{\"at\":\"" + at + "\"}";
    }

    private static String contract(String response) {
        return pact("consumer", "provider", http("x", "{\"method\": \"GET\", \"path\": \"/x\"}", response));
    }

    private static String json(String body, String generators) {
        return contract("""
                {"status": 200, "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": %s, "contentType": "application/json", "encoded": false},
                 "generators": {"body": %s}}""".formatted(body, generators));
    }

    private static Response stub(String contract) {
        try (var stub = stubOf(contract)) {
            return RawHttp.send(stub.port(), Request.get("/provider/x"));
        }
    }

    private static ReplayServer stubOf(String contract) {
        return ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("pact.json"), contract)))
                .start();
    }

    /** The mock server's response, then the stub's. */
    private static List<Response> responses(String contract) {
        try (var parity = new ParityCheck(contract)) {
            return List.of(parity.sendToMockServer(Request.get("/x")), parity.sendToStub(Request.get("/x")));
        }
    }

    private static String field(Response response, String name) {
        return response.headers().stream()
                .filter(header -> header.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(header -> header.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }
}
