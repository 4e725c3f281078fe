package dev.treaty.pacts.files.audit;

import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFileLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says and is not read is found. */
class PactAuditTest {

    private static final Path FILE = Path.of("web-api.json");
    private static final String PARTS = "'request': {'path': '/', 'method': 'GET'}, 'response': {'status': 200}";

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
                loss("4.0", type("application"), "has the Content-Type \"application\", which is not a media type"),
                loss("4.0", type(""), "has the Content-Type \"\", which is not a media type"),
                loss("4.0", type("text/html, text/plain"), "in which \", text/plain\" is not a parameter"),
                loss("3.0.0", type("application/json; utf-8"), "in which \"utf-8\" is not a parameter"),
                loss("4.0", type("text/plain; charset = utf-8"), "is not a parameter"),
                loss(
                        "4.0",
                        "{'path': '/', 'method': 'POST', 'body': {'contentType': 'json', 'content': {}}}",
                        "has a body of the type \"json\", which is not a media type"),
                loss(
                        "4.0",
                        "{'path': '/', 'method': 'POST', 'body': {'content': {'a': [{'pact:matcher:type': 'type',"
                                + " 'value': 1}]}}}",
                        "has the matcher \"pact:matcher:type\" in its body"),
                loss(
                        "2.0.0",
                        "{'path': '/', 'method': 'POST', 'body': {'json_class': 'Pact::SomethingLike', 'contents': 1}}",
                        "has the matcher \"Pact::SomethingLike\" in its body"),
                loss(
                        "3.0.0",
                        ruled("{'a.b': 1}", "$.a.b"),
                        "has the rule $.a.b for the body, which has no such member"),
                loss("3.0.0", ruled("{'l': [{'id': 1}]}", "$.l[*].name"), "has the rule $.l[*].name for the body"),
                loss(
                        "2.0.0",
                        "{'path': '/', 'method': 'POST', 'body': {'@a.b': 1}, 'matchingRules': {'$.body.@a.b':"
                                + " {'match': 'type'}}}",
                        "has the rule $.body.@a.b for the body, which has no such member"),
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
        return Stream.of(
                loss("4.0", "'providerState': 'open', " + PARTS, "has a \"providerState\", which V4 does not read"),
                loss("4.0", "'providerStates': {'name': 'open'}, " + PARTS, "has states that are not a list"),
                loss("2.0.0", "'providerStates': [{'name': 'open'}], " + PARTS, "which V2 does not read"),
                loss("3.0.0", "'reponse': {}, " + PARTS, "has the member \"reponse\", which is not read"),
                loss("4.0", "'response': {'status': 200}", "has no request, so it is read as GET /"),
                loss(
                        "4.0",
                        "'request': {'path': '/', 'method': 'GET'}",
                        "has no response, so it responds with status 200"),
                loss("4.0", PARTS.replace("200", "null"), "has a status that is not a number"),
                loss(
                        "4.0",
                        PARTS.replace("'status': 200", "'headers': {'X A': ['b']}"),
                        "has the header \"X A\", whose name HTTP does not allow"),
                loss(
                        "3.0.0",
                        PARTS.replace("'status': 200", "'headers': {'X-A': 'a\\nb'}"),
                        "has the header X-A with control characters, which are sent as spaces"),
                loss(
                        "4.0",
                        PARTS.replace("'status': 200", "'headers': {'X-A': ['€']}"),
                        "has the header X-A with characters beyond Latin-1"),
                loss(
                        "3.0.0",
                        PARTS.replace("200", "204, 'body': 'text'"),
                        "has a body, which is not sent, because no response with status 204 has one"),
                loss(
                        "4.0",
                        PARTS.replace("'status': 200", "'status': 200, 'body': {'a': 1}"),
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
    void a_request_without_a_description_is_found() {
        assertThat(findings("4.0", "{\"type\": \"Synchronous/HTTP\", " + PARTS.replace('\'', '"') + "}"))
                .singleElement()
                .hasToString("""
                An interaction has no description, so it is named after its request.
                  where: $.description in web-api.json, line 4, column 1
                  fix:   say what is requested, e.g. "a request for a payment\"""");
        assertThat(findings("3.0.0", "{\"description\": 5, " + PARTS.replace('\'', '"') + "}"))
                .singleElement()
                .asString()
                .startsWith("An interaction has a description that is not text.");
    }

    @Test
    void messages_beside_interactions_are_found() {
        var messages = "\"messages\": [{\"description\": \"an event\", \"contents\": {}}],\n \"metadata\"";
        var get = interaction("'request': {'path': '/', 'method': 'GET'}, 'response': {'status': 200}");

        assertThat(findings("4.0", get, messages)).singleElement().hasToString("""
                Not read: 1 message under "messages"; V4 has only "interactions".
                  where: web-api.json, line 6, column 2
                  fix:   move them to "interactions", each with the type "Asynchronous/Messages\"""");
        assertThat(findings("2.0.0", get, messages)).singleElement().asString().contains("Not read: 1 message under");
        assertThat(findings("3.0.0", get, messages))
                .singleElement()
                .asString()
                .contains("Not read: 1 interaction under \"interactions\"");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        web||has an empty name for its provider
        web|  api|has a name for its provider with characters that nobody sees
        web|a\\u0000b|has a name for its provider with characters that nobody sees
        web|..|has a provider named "..", which clients leave out of paths
        web|__admin|has a provider named "__admin", under which the server has its admin API
        |api|has an empty name for its consumer
        web\\u200b|api|has a name for its consumer with characters that nobody sees\
        """)
    void a_name_that_nobody_can_use_is_found(@Nullable String consumer, @Nullable String provider, String what) {
        var text = pact(
                Objects.requireNonNullElse(consumer, ""), Objects.requireNonNullElse(provider, ""), interaction(PARTS));

        assertThat(PactAudit.findings(FILE, text, PactFileLimits.DEFAULT))
                .singleElement()
                .asString()
                .startsWith("The file " + what + ".\n  where: web-api.json, line ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "An API of 2026", "a/b", "größe", "__messages", "a.b"})
    void other_names_are_none_of_the_findings(String name) {
        assertThat(PactAudit.findings(FILE, pact(name, name, interaction(PARTS)), PactFileLimits.DEFAULT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'l': []}           | $.l[*].id
        {'l': [{'id': 1}]}  | $.l[7].id
        {'o': {}}           | $.o.*
        {'o': {'x': 1}}     | $.o.*
        {'a': 1}            | $
        'text'              | $.field
        """)
    void a_rule_that_may_be_applied_is_none_of_the_findings(String body, String path) {
        assertThat(findings("3.0.0", interaction("'request': " + ruled(body, path) + ", 'response': {'status': 200}")))
                .isEmpty();
    }

    @Test
    void a_contract_without_interactions_is_found() {
        assertThat(PactAudit.findings(FILE, pact("web", "api"), PactFileLimits.DEFAULT))
                .singleElement()
                .asString()
                .startsWith("The file has no interactions, so nothing is served.");
    }

    private static String ruled(String body, String path) {
        return "{'path': '/', 'method': 'POST', 'body': %s, 'matchingRules': {'body': {'%s': {'matchers': [{'match': 'type'}]}}}}"
                .formatted(body, path);
    }

    private static String type(String contentType) {
        return "{'path': '/', 'method': 'GET', 'headers': {'Content-Type': '%s'}}".formatted(contentType);
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
