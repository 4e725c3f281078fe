package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code check} tells about contracts that say more than can be served. */
class CheckFindingsTest {

    private static final String RESPONSE = "\"response\": {\"status\": 200}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an umlaut in the path       | {"path": "/größe", "method": "GET"}               | the path must be "/größe", and is "/gr%C3%B6%C3%9Fe"
            a space in the path         | {"path": "/a b", "method": "GET"}                 | the path must be "/a b", and is "/a%20b"
            a query in the path         | {"path": "/a?b=1", "method": "GET"}               | the path must be "/a?b=1", and is "/a"
            a fragment in the path      | {"path": "/a#b", "method": "GET"}                 | the path must be "/a#b", and is "/a%23b"
            half an encoding            | {"path": "/100%", "method": "GET"}                | not a valid URI
            no slash                    | {"path": "a", "method": "GET"}                    | the path must be "a", and is "/a"
            a regex of another language | {"path": "/a", "method": "GET", "matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "^[^]+$"}]}}} | Unclosed character class
            a rule against the example  | {"path": "/a", "method": "GET", "query": {"n": ["x"]}, "matchingRules": {"query": {"n": {"matchers": [{"match": "regex", "regex": "[0-9]+"}]}}}} | 'x'
            a parameter without values  | {"path": "/a", "method": "GET", "query": {"n": []}} | the query parameter n is missing
            """)
    void an_interaction_that_refuses_its_own_example_is_a_finding(String kind, String request, String reason)
            throws IOException {
        var check = check("\"request\": " + request + ", " + RESPONSE);

        assertThat(check.output())
                .as(kind)
                .contains("\"x\" refuses the example of its own request, so it is never answered as written: ")
                .contains(reason)
                .contains("  where: $.request in " + folder.resolve("web-api.json"))
                .contains("0 broken files, 1 finding");
        assertThat(check.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'path': '/a%20b', 'method': 'GET', 'query': {'q': ['a b', 'ü', ''], 'flag': [null], 'n': [1]}}",
                "{'path': '/a', 'method': 'GET', 'headers': {'Accept': ['text/html', 'text/plain;q=0.5'], 'Cookie': ['a=1; b=2']}}",
                "{'path': '/a', 'method': 'POST', 'body': {'contentType': 'application/xml', 'encoded': false, 'content': '<a/>'}}",
                "{'path': '/a', 'method': 'POST', 'headers': {'Content-Type': ['application/x-www-form-urlencoded']},"
                        + " 'body': {'contentType': 'application/x-www-form-urlencoded', 'encoded': false, 'content': 'a=1&b=%C3%BC'}}",
                "{'path': '/42', 'method': 'GET', 'matchingRules': {'path': {'matchers': [{'match': 'regex', 'regex': '/[0-9]+'}]}}}"
            })
    void an_interaction_that_accepts_its_own_example_is_none(String request) throws IOException {
        var check = check("\"request\": " + request.replace('\'', '"') + ", " + RESPONSE);

        assertThat(check.output()).contains("0 broken files, 0 findings");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "request": {"path": "/", "method": "POST", "body": {"id": 1}}, "response": {"status": 200}               | has a body in the form of V3, which V4 does not read
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200}, "response": {"status": 500}      | has the member "response" twice
            "request": {"path": "/", "method": "GET"}, "response": {"status": 103}                                   | responds with status 103
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200, "headers": {"A": ["x"]}, "matchingRules": {"header": {"A": {"matchers": [{"match": "regex", "regex": "[0-9]"}]}}}} | "x" responds with an example that its own rules refuse: the header A
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200, "body": {"content": {"a": "x"}}, "matchingRules": {"body": {"$.a": {"matchers": [{"match": "integer"}]}}}} | "x" responds with an example that its own rules refuse: body $.a must be an integer
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200, "body": {"content": {"a": "x"}}, "matchingRules": {"body": {"$.a": {"matchers": [{"match": "regex", "regex": "[a"}]}}}} | Java does not know the contract's regex [a
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200, "body": {"content": {"a": 1}}, "generators": {"body": {"$.a": {"type": "RandomDecimal", "digits": 0}}}} | "x" has a generator RandomDecimal for $.a of the body, which fails
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200, "body": {"contentType": "text/plain", "content": "a"}, "generators": {"body": {"$": {"type": "Uuid"}}}} | has generators for a body of type text/plain, which are not applied
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200, "body": {"content": {"a": 1}}, "generators": {"body": {"$.a": {"type": "Date", "expression": "the day after"}}}} | whose expression cannot be read
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200, "body": {"content": {"a": 1}}, "generators": {"body": {"$.a": {"type": "MockServerURL", "example": "a", "regex": "b"}}}} | whose regex does not find a path in its example
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200, "headers": {"Content-Length": ["5"]}, "body": {"contentType": "text/plain", "content": "größe"}} | "x" has the Content-Length 5, and its body has 7 bytes, so that is not sent
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200, "headers": {"content-length": ["5"]}} | "x" has the Content-Length 5, and its body has 0 bytes
            "request": {"path": "/", "method": "GET"}, "response": {"status": 204, "headers": {"Content-Length": ["0"]}} | "x" has the Content-Length 0
            "request": {"path": "/", "method": "HEAD"}, "response": {"status": 200, "headers": {"Content-Length": ["many"]}} | "x" has the Content-Length "many", which is not a number of bytes
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200, "headers": {"Content-Encoding": ["gzip"]}, "body": {"content": {"a": 1}}} | "x" has the Content-Encoding gzip and a body that is not encoded, so that clients cannot read it
            "request": {"path": "/", "method": "GET"}, "response": {"status": 200, "headers": {"Content-Type": ["application"]}} | "x" has the Content-Type "application", which is not a media type
            "request": {"path": "/", "method": "GET"}, "response": {"status": 0}                                     | responds with status 0
            "request": {"path": "/", "method": "GET", "matchingRules": {"path": {"matchers": [{"match": "magic"}]}}}, "response": {"status": 200} | has the rule "magic" for path, which does not exist
            """)
    void what_is_lost_or_impossible_is_a_finding(String members, String finding) throws IOException {
        var check = check(members);

        assertThat(check.exitCode()).as(check.output()).isEqualTo(1);
        assertThat(check.output()).contains(finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'path': '/', 'method': 'GET'}, 'response': {'status': 200, 'headers': {'Content-Length': ['8']},"
                        + " 'body': {'contentType': 'text/plain', 'content': 'größe+'}}",
                "{'path': '/', 'method': 'HEAD'}, 'response': {'status': 200, 'headers': {'Content-Length': ['4711']}}",
                "{'path': '/', 'method': 'GET'}, 'response': {'status': 304, 'headers': {'Content-Length': ['4711']}}",
                "{'path': '/', 'method': 'GET'}, 'response': {'status': 200, 'headers': {'Content-Length': ['9']},"
                        + " 'matchingRules': {'header': {'Content-Length': {'matchers': [{'match': 'regex', 'regex':"
                        + " '[0-9]+'}]}}}}",
                "{'path': '/', 'method': 'GET'}, 'response': {'status': 200, 'headers': {'Content-Encoding':"
                        + " ['gzip']}, 'body': {'content': 'H4sIAAAAAAAAA0sEAEO+t+gBAAAA', 'contentType': 'text/plain',"
                        + " 'encoded': 'base64'}}",
                "{'path': '/', 'method': 'GET'}, 'response': {'status': 200, 'headers': {'Content-Type': ['text/html;;"
                        + " charset=\"utf-8\" ;']}}"
            })
    void headers_that_are_right_about_the_body_are_no_finding(String request) throws IOException {
        var check = check("\"request\": " + request.replace('\'', '"').replace("\"utf-8\"", "\\\"utf-8\\\""));

        assertThat(check.output()).contains("0 broken files, 0 findings");
    }

    @Test
    void interactions_that_need_a_plugin_are_findings_and_the_others_are_listed() throws IOException {
        Files.writeString(folder.resolve("web-api.json"), """
                {"consumer": {"name": "web"}, "provider": {"name": "api"}, "interactions": [
                  {"type": "Synchronous/HTTP", "description": "plain", "request": {"path": "/plain", "method": "GET"}, "response": {"status": 200}},
                  {"type": "Synchronous/HTTP", "description": "other", "pluginConfiguration": {"protobuf": {}}, "request": {}, "response": {}}],
                 "metadata": {"pactSpecification": {"version": "4.0"}, "plugins": [{"name": "protobuf", "version": "1"}]}}""");

        var check = CommandRun.of("check", folder.toString());

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.output())
                .contains("GET    /plain -> 200", "\"other\" cannot be replayed: it needs the Pact plugin \"protobuf\"")
                .contains("1 interaction", "0 broken files, 1 finding");
    }

    @Test
    void a_limit_can_be_set_and_is_named_where_it_is_exceeded() throws IOException {
        write("\"request\": {\"path\": \"/long-path\", \"method\": \"GET\"}, " + RESPONSE);

        var refused = CommandRun.of("check", "--limit", "text=5", folder.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("a string has more than 5 characters", "allow more with --limit text=N");
        assertThat(CommandRun.of("check", "--limit", "text=500", folder.toString())
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of("check", "--limit", "width=5", folder.toString())
                        .output())
                .contains("the name must be one of nesting, number, name, text");
    }

    private CommandRun check(String members) throws IOException {
        write(members);
        return CommandRun.of("check", folder.toString());
    }

    private void write(String members) throws IOException {
        Files.writeString(folder.resolve("web-api.json"), """
                {"consumer": {"name": "web"}, "provider": {"name": "api"},
                 "interactions": [{"type": "Synchronous/HTTP", "description": "x", %s}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}""".formatted(members));
    }
}
