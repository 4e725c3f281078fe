package dev.treaty.pacts.files.audit;

import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFileLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file says and is not read is found. */
class PactAuditTest {

    private static final Path FILE = Path.of("web-api.json");

    static Stream<Arguments> losses() {
        return Stream.of(
                loss("4.0", "{'path': '/', 'method': 'POST', 'body': {'id': 1}}", "has a body in the form of V3"),
                loss("4.0", "{'path': '/', 'method': 'POST', 'body': 'text'}", "has a body in the form of V3"),
                loss("4.0", "{'path': '/', 'method': 'POST', 'body': [1]}", "has a body in the form of V3"),
                loss("4.0", "{'path': '/', 'method': 'GET', 'header': {'A': 'b'}}", "has the member \"header\""),
                loss("3.0.0", "{'path': '/', 'method': 'GET', 'cookies': {'A': 'b'}}", "has the member \"cookies\""),
                loss("4.0", "{'path': '/', 'method': 'GET', 'headers': ['A']}", "has headers that are not an object"),
                loss("4.0", "{'path': '/', 'method': 'GET', 'query': {'a': [{}]}}", "whose value is not text"),
                loss("4.0", "{'path': '/', 'method': 'GET', 'query': 7}", "neither an object nor text"),
                loss("4.0", "{'method': 'GET'}", "has no path, so it is read as /"),
                loss("4.0", "{'path': '/'}", "has no method, so it is read as GET"),
                loss("4.0", rules("{'body': {'$.a': {'match': 'type'}}}"), "without \"matchers\""),
                loss(
                        "3.0.0",
                        rules("{'headers': {'A': {'matchers': [{'match': 'type'}]}}}"),
                        "has the member \"headers\""),
                loss("4.0", rules("{'body': {'$.a': {'matchers': [{'matcher': 'type'}]}}}"), "read as equality"),
                loss("4.0", rules("{'path': {'matchers': [{'match': 'magic'}]}}"), "the rule \"magic\" for path"),
                loss(
                        "4.0",
                        rules("{'body': {'$.a': {'combine': 'XOR', 'matchers': [{'match': 'type'}]}}}"),
                        "read as AND"),
                loss("4.0", rules("['a']"), "rules that are not an object"),
                loss(
                        "4.0",
                        rules("{'query': {'b': {'matchers': [{'match': 'type'}]}}}"),
                        "has a rule for the query parameter b, which it does not have"),
                loss(
                        "3.0.0",
                        rules("{'header': {'X-B': {'matchers': [{'match': 'type'}]}}}"),
                        "has a rule for the header X-B, which it does not have"),
                loss(
                        "2.0.0",
                        rules("{'$.bodi.a': {'match': 'type'}}"),
                        "has the rule $.bodi.a, which is for no part of a request"),
                loss("4.0", "{'path': '/', 'method': 'GE T'}", "has the method \"GE T\", which no client can send"),
                loss("4.0", "{'path': '/', 'method': ''}", "has the method \"\", which no client can send"),
                loss(
                        "4.0",
                        "{'path': '/', 'method': 'GET', 'body': {'encoded': 'rot13', 'content': 'a'}}",
                        "has a body encoded as \"rot13\""),
                loss(
                        "4.0",
                        "{'path': '/', 'method': 'GET', 'generators': {'headers': {'A': {'type': 'Uuid'}}}}",
                        "has generators for \"headers\", which are not read"),
                loss(
                        "4.0",
                        "{'path': '/', 'method': 'GET', 'generators': {'body': {'$.a': {'type': 'RandomString', 'size': '5'}}}}",
                        "has a generator RandomString whose size is not a number"),
                loss(
                        "4.0",
                        "{'path': '/', 'method': 'GET', 'generators': {'body': {'$.a': {'type': 'Uuid', 'format': 'loud'}}}}",
                        "has a generator Uuid with the format loud"),
                loss("4.0", "{'path': '/', 'method': 'GET', 'generators': {'body': []}}", "that are not an object"),
                loss(
                        "2.0.0",
                        "{'path': '/', 'method': 'GET', 'query': 'a=1&a=2', 'matchingRules': {'$.query.a[0]': {'match': 'type'}}}",
                        "has the rule $.query.a[0] for one of several values"),
                loss(
                        "4.0",
                        "{'path': '/', 'method': 'GET', 'generators': {'path': {'type': 'Magic'}}}",
                        "has a generator \"Magic\""));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void what_is_lost_of_a_request_is_found(String version, String request, String what) {
        var text = interaction("'request': " + request + ", 'response': {'status': 200}");

        assertThat(findings(version, text))
                .singleElement()
                .asString()
                .startsWith("\"x\" ")
                .contains(what, " in web-api.json, line 4, column 1\n");
    }

    @ParameterizedTest
    @MethodSource("otherLosses")
    void what_is_lost_of_an_interaction_is_found(String version, String members, String what) {
        assertThat(findings(version, interaction(members)))
                .singleElement()
                .asString()
                .contains(what);
    }

    static Stream<Arguments> otherLosses() {
        var parts = "'request': {'path': '/', 'method': 'GET'}, 'response': {'status': 200}";
        return Stream.of(
                loss("4.0", "'providerState': 'open', " + parts, "has a \"providerState\", which V4 does not read"),
                loss("4.0", "'providerStates': {'name': 'open'}, " + parts, "has states that are not a list"),
                loss("2.0.0", "'providerStates': [{'name': 'open'}], " + parts, "which V2 does not read"),
                loss("3.0.0", "'reponse': {}, " + parts, "has the member \"reponse\", which is not read"),
                loss("4.0", "'response': {'status': 200}", "has no request, so it is read as GET /"),
                loss(
                        "4.0",
                        "'request': {'path': '/', 'method': 'GET'}",
                        "has no response, so it responds with status 200"),
                loss("4.0", parts.replace("200", "null"), "has a status that is not a number"),
                loss(
                        "4.0",
                        parts.replace("'status': 200", "'headers': {'X A': ['b']}"),
                        "has the header \"X A\", whose name HTTP does not allow"),
                loss(
                        "3.0.0",
                        parts.replace("'status': 200", "'headers': {'X-A': 'a\\nb'}"),
                        "has the header X-A with control characters, which are sent as spaces"),
                loss(
                        "4.0",
                        parts.replace("'status': 200", "'headers': {'X-A': ['€']}"),
                        "has the header X-A with characters beyond Latin-1"),
                loss(
                        "3.0.0",
                        parts.replace("200", "204, 'body': 'text'"),
                        "has a body, which is not sent, because no response with status 204 has one"),
                loss(
                        "4.0",
                        parts.replace("'status': 200", "'status': 200, 'body': {'a': 1}"),
                        "has a body in the form of V3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "contents": {"content": 1}, "metaData": {"a": 1} | has "metaData", which V4 does not read
            "contents": {"id": 1}                            | has a message in the form of V3
            "content": {"id": 1}                             | has the member "content", which is not read
            """)
    void what_is_lost_of_a_message_is_found(String members, String what) {
        var text = interaction(members).replace("Synchronous/HTTP", "Asynchronous/Messages");

        assertThat(findings("4.0", text)).singleElement().asString().contains(what);
    }

    @Test
    void a_member_that_occurs_twice_is_found_with_its_position() {
        var text = pact(
                "web",
                "api",
                interaction(
                        "'request': {'path': '/', 'method': 'GET'},\n'response': {'status': 200},\n'response': {'status': 500}"));

        assertThat(PactAudit.findings(FILE, text, PactFileLimits.DEFAULT))
                .singleElement()
                .hasToString("""
                An object has the member "response" twice, and only the last one is read.
                  where: web-api.json, line 6, column 1
                  fix:   remove one of the two; perhaps they are left from a merge""");
    }

    @Test
    void messages_beside_interactions_are_found() {
        var messages = "\"messages\": [{\"description\": \"an event\", \"contents\": {}}],\n \"metadata\"";
        var get = interaction("'request': {'path': '/', 'method': 'GET'}, 'response': {'status': 200}");

        assertThat(findings("4.0", get, messages)).singleElement().hasToString("""
                The 1 messages under "messages" are not read: in V4, there are only "interactions".
                  where: web-api.json, line 6, column 2
                  fix:   move them to "interactions", each with the type "Asynchronous/Messages\"""");
        assertThat(findings("2.0.0", get, messages)).singleElement().asString().contains("The 1 messages");
        assertThat(findings("3.0.0", get, messages))
                .singleElement()
                .asString()
                .contains("The 1 entries under \"interactions\"");
    }

    @Test
    void nothing_is_found_where_everything_is_read() {
        var usual = interaction("""
                '_id': 'x', 'key': 'k', 'pending': false, 'comments': {'text': []}, 'x-own': 1, 'somethingElse': 1,
                'providerStates': [{'name': 'open', 'params': {'a': 1}}],
                'request': {'method': 'POST', 'path': '/', 'query': {'a': ['1'], 'b': [2]}, 'headers': {'A': 'b', 'C': ['d']},
                            'body': {'contentType': 'application/json', 'encoded': false, 'content': {'a': 1}},
                            'matchingRules': {'path': {'combine': 'AND', 'matchers': [{'match': 'regex', 'regex': '.*'}]},
                                              'body': {'$.a': {'matchers': [{'match': 'integer'}, {'min': 1}]}}, 'query': {}},
                            'generators': {'body': {'$.a': {'type': 'RandomInt', 'min': 1, 'max': 2}}}},
                'response': {'status': 204, 'body': {}}""");

        assertThat(findings("4.0", usual)).isEmpty();
    }

    private static String rules(String rules) {
        return "{'path': '/', 'method': 'GET', 'matchingRules': %s}".formatted(rules);
    }

    private static Arguments loss(String version, String json, String what) {
        return Arguments.of(version, json, what);
    }

    private static String interaction(String members) {
        return ("{'type': 'Synchronous/HTTP', 'description': 'x', " + members + "}").replace('\'', '"');
    }

    private static List<String> findings(String version, String interaction) {
        return findings(version, interaction, "\"metadata\"");
    }

    private static List<String> findings(String version, String interaction, String metadata) {
        var text = pact("web", "api", interaction)
                .replace("\"4.0\"", "\"" + version + "\"")
                .replace("\"metadata\"", metadata);
        return PactAudit.findings(FILE, text, PactFileLimits.DEFAULT).stream()
                .map(Object::toString)
                .toList();
    }
}
