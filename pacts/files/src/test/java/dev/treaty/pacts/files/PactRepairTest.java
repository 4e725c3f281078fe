package dev.treaty.pacts.files;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import dev.treaty.pacts.errors.ErrorMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pact-jvm would misread without a word is read as the file says it. */
class PactRepairTest {

    private static final Path FILE = Path.of("web-api.json");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $.query.page[0]           | page=1&size=20       | page
            $.query.page[*]           | page=1&page=2        | page
            $.query['filter[x]'][0]   | filter%5Bx%5D=1      | filter[x]
            $.query.page              | page=1               | page
            $.query.filter[x]         | filter%5Bx%5D=1      | filter[x]
            $.query.filter[x][0]      | filter%5Bx%5D=1      | filter[x]
            $.query.ids[]             | ids[]=1              | ids[]
            $.query.a b               | a+b=1                | a b
            """)
    void a_rule_for_the_only_value_of_a_parameter_is_a_rule_for_the_parameter(String key, String query, String name) {
        var request = request("""
                {"method": "GET", "path": "/", "query": "%s", "matchingRules": {"%s": {"match": "regex", "regex": "\\\\d+"}}}""".formatted(query, key));

        assertThat(rules(request, "query")).containsExactly(name);
    }

    @Test
    void equal_rules_for_all_values_of_a_parameter_become_one() {
        var request = request("""
                {"method": "GET", "path": "/", "query": "id=1&id=2",
                 "matchingRules": {"$.query.id[0]": {"match": "type"}, "$.query.id[1]": {"match": "type"}}}""");

        assertThat(rules(request, "query")).containsExactly("id");
    }

    @Test
    void a_rule_for_one_of_several_values_is_not_a_rule_for_all() {
        var request = request("""
                {"method": "GET", "path": "/", "query": "id=1&id=2", "matchingRules": {"$.query.id[0]": {"match": "type"}}}""");

        assertThat(rules(request, "query")).containsExactly("id[0]");
    }

    @Test
    void a_rule_for_a_header_may_have_an_index_too() {
        var request = request("""
                {"method": "GET", "path": "/", "headers": {"X-Id": "1"}, "matchingRules": {"$.headers['X-Id'][0]": {"match": "type"}}}""");

        assertThat(rules(request, "header")).containsExactly("X-Id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            query  | $['id[]'] | id[]
            query  | $.page    | page
            query  | $.kept    | $.kept
            query  | page      | page
            header | $['X-Id'] | X-Id
            header | $.x-id    | x-id
            header | x-id      | x-id
            """)
    void a_rule_whose_key_is_a_path_is_a_rule_for_the_name_in_it(String category, String key, String name) {
        var request = request("3.0.0", """
                {"method": "GET", "path": "/", "query": {"id[]": ["1"], "page": ["1"], "$.kept": ["1"]}, "headers": {"X-Id": "1"},
                 "matchingRules": {"%s": {"%s": {"matchers": [{"match": "type"}]}}}}""".formatted(category, key));

        assertThat(rules(request, category)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "3.0.0", "4.0"})
    void a_header_that_is_null_is_none(String version) {
        var request = request(version, """
                {"method": "GET", "path": "/", "headers": {"X-None": null, "X-One": ["a", null], "X-Two": "b"}}""");

        assertThat(request.getHeaders())
                .containsOnlyKeys("X-One", "X-Two")
                .containsEntry("X-One", List.of("a"))
                .containsEntry("X-Two", List.of("b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                   | GET /a
            "description": null, | GET /a
            "description": " ",  | GET /a
            "description": [],   | GET /a
            "description": 5,    | 5
            """)
    void a_request_without_a_description_is_named_after_what_it_requests(String member, String description) {
        for (var version : List.of("2.0.0", "3.0.0", "4.0")) {
            var text = """
                    {"consumer": {"name": "web"}, "provider": {"name": "api"}, "interactions": [
                     {%s "type": "Synchronous/HTTP", "request": {"method": "get", "path": "/a"}, "response": {"status": 200}}],
                     "metadata": {"pactSpecification": {"version": "%s"}}}""".formatted(member, version);

            assertThat(PactFile.parse(FILE, text).pact().getInteractions())
                    .as(version)
                    .singleElement()
                    .extracting(Interaction::getDescription)
                    .isEqualTo(description);
        }
    }

    @Test
    void an_empty_path_is_the_root_as_in_HTTP() {
        assertThat(request("{\"method\": \"GET\", \"path\": \"\"}").getPath()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"providerState\": null",
                "\"providerState\": \"\"",
                "\"provider_state\": null",
                "\"comment\": \"no state at all\""
            })
    void no_state_is_not_a_state_called_null(String member) {
        assertThat(states("2.0.0", member)).isEmpty();
        assertThat(states("3.0.0", member)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[null]", "[{\"name\": null}]", "[{\"name\": \"\"}]"})
    void an_empty_list_of_states_may_be_written_in_many_ways(String states) {
        assertThat(states("3.0.0", "\"providerStates\": " + states)).isEmpty();
        assertThat(states("4.0", "\"providerStates\": " + states)).isEmpty();
    }

    @Test
    void a_mark_of_the_byte_order_is_ignored() {
        assertThat(PactFile.parse(FILE, "\uFEFF" + pact("web", "api")).consumer())
                .isEqualTo("web");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3.0.0 | {"page": [1], "all": [true], "q": ["x"]}
            4.0   | {"page": [1], "all": [true], "q": ["x"]}
            4.0   | {"page": 1, "all": true, "q": "x"}
            """)
    void numbers_and_booleans_in_a_query_are_its_text(String version, String query) {
        var request = request(version, "{\"method\": \"GET\", \"path\": \"/\", \"query\": %s}".formatted(query));

        assertThat(request.getQuery())
                .containsEntry("page", List.of("1"))
                .containsEntry("all", List.of("true"))
                .containsEntry("q", List.of("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "3.0.0", "4.0"})
    void a_body_is_JSON_whatever_its_keys_are(String version) {
        var content =
                "{\"say \\\"hi\\\"\": 1, \"C:\\\\temp\": 2, \"tab\\there\": 3, \"größe\": \"Grüße\\u0001\", \"a\": [1.50, -0, {}]}";
        var body = version.equals("4.0")
                ? "{\"contentType\": \"application/json\", \"encoded\": false, \"content\": %s}".formatted(content)
                : content;

        var request = request(version, """
                {"method": "POST", "path": "/", "headers": {"Content-Type": ["application/json"]}, "body": %s}""".formatted(body));

        assertThat(request.getBody().valueAsString())
                .isEqualTo("{\"say \\\"hi\\\"\":1,\"C:\\\\temp\":2,\"tab\\there\":3,"
                        + "\"größe\":\"Gr\\u00FC\\u00DFe\\u0001\",\"a\":[1.50,-0,{}]}");
    }

    @Test
    void line_breaks_in_base64_are_not_part_of_it() {
        var request = request("4.0", """
                {"method": "POST", "path": "/", "body": {"contentType": "application/octet-stream", "encoded": "base64",
                                                         "content": "aGVs\\r\\nbG8=\\n"}}""");

        assertThat(request.getBody().valueAsString()).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json           | "text"    | "text"
            application/vnd.api+json   | [1]       | [1]
            text/plain                 | "Grüße"   | Grüße
            application/x-ndjson       | "1 2"     | 1 2
            application/jsonl          | "1 2"     | 1 2
            application/json-seq       | "1 2"     | 1 2
            application/json-patch+json | "1"      | "1"
            text/plain                 | {"b": 1}  | {"b":1}
            """)
    void the_text_of_a_body_depends_on_its_type(String type, String content, String text) {
        var request = request("4.0", """
                {"method": "POST", "path": "/", "body": {"contentType": "%s", "encoded": false, "content": %s}}""".formatted(type, content));

        assertThat(request.getBody().valueAsString()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metaData", "metadata"})
    void metadata_of_messages_have_two_names_in_V3(String name) {
        var contract = PactFile.parse(FILE, """
                {"consumer": {"name": "c"}, "provider": {"name": "p"},
                 "messages": [{"description": "a thing", "contents": {"id": 1}, "%s": {"contentType": "application/json", "kind": "thing"}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}""".formatted(name));

        var message =
                (V4Interaction.AsynchronousMessage) contract.interactions().get(0);
        assertThat(message.getMetadata()).containsEntry("kind", "thing");
    }

    @Test
    void a_version_that_is_a_number_is_a_version() {
        var contract = PactFile.parse(
                FILE, pact("web", "api", http("x", "{}", "{\"status\": 201}")).replace("\"4.0\"", "4.0"));

        assertThat(((V4Interaction.SynchronousHttp) contract.interactions().get(0))
                        .getResponse()
                        .getStatus())
                .isEqualTo(201);
    }

    @Test
    void a_file_with_a_plugin_keeps_the_interactions_that_do_without() {
        var text = """
                {"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [
                 {"type": "Synchronous/HTTP", "description": "plain", "request": {"path": "/"}, "response": {}},
                 {"type": "Synchronous/HTTP", "description": "configured", "pluginConfiguration": {"protobuf": {"a": 1}}, "request": {}, "response": {}},
                 {"type": "Synchronous/Messages", "description": "sent otherwise", "transport": "grpc"},
                 {"type": "Synchronous/HTTP", "description": "with foreign rules", "request": {}, "response": {
                   "matchingRules": {"body": {"column:Name": {"matchers": [{"match": "type"}]}}}}}],
                 "metadata": {"pactSpecification": {"version": "4.0"}, "plugins": [{"name": "csv"}, {"name": "protobuf"}]}}""";

        var contract = PactFile.of(new PactFileReader(PactFileLimits.DEFAULT).parse(FILE, text));

        assertThat(contract.interactions())
                .extracting(V4Interaction::getDescription)
                .containsExactly("plain");
        assertThat(contract.leftOut())
                .extracting(ErrorMessage::toString)
                .first()
                .isEqualTo("""
                        "configured" cannot be replayed: it needs the Pact plugin "protobuf", and plugins are not supported.
                          where: web-api.json, line 3, column 2
                          fix:   use a tool that runs the plugin for it, or move it to a file of its own""");
        assertThat(contract.leftOut())
                .extracting(ErrorMessage::where)
                .containsExactly(
                        "web-api.json, line 3, column 2",
                        "web-api.json, line 4, column 2",
                        "web-api.json, line 5, column 2");
        assertThatThrownBy(() -> PactFile.parse(FILE, text))
                .as("whoever asks for the whole contract does not get a part of it")
                .isInstanceOf(UnreadablePactFile.class)
                .hasMessageStartingWith("\"configured\" cannot be replayed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"description\": \"x\", \"type\": \"Synchronous/HTTP\", \"request\": {\"path\": \"/\"}, \"response\": {\"status\": \"OK\"}}",
                "{\"description\": \"x\", \"type\": \"Telepathy\"}",
                "{\"description\": \"x\", \"type\": null}",
                "{\"description\": null, \"type\": \"Synchronous/HTTP\"}",
                "{\"description\": \"x\", \"request\": {}}",
                "{\"type\": \"Synchronous/HTTP\"}",
                "null",
                "[[1], {}]",
            })
    void an_interaction_that_cannot_be_read_leaves_the_others(String broken) {
        var plain =
                "{\"type\": \"Synchronous/HTTP\", \"description\": \"%s\", \"request\": {\"path\": \"/\"}, \"response\": {}}";
        var text = pact("web", "api", plain.formatted("first"), broken, plain.formatted("last"));

        var contract = PactFile.of(new PactFileReader(PactFileLimits.DEFAULT).parse(FILE, text));

        assertThat(contract.interactions())
                .extracting(V4Interaction::getDescription)
                .containsExactly("first", "last");
        assertThat(contract.leftOut())
                .singleElement()
                .satisfies(reason -> assertThat(reason.toString())
                        .startsWith("The pact file is broken: ")
                        .contains("where: web-api.json, line "));
        assertThatThrownBy(() -> PactFile.parse(FILE, text))
                .isInstanceOf(UnreadablePactFile.class)
                .hasMessage(contract.leftOut().get(0).toString());
    }

    @Test
    void an_older_file_keeps_the_interactions_beside_a_broken_one() {
        var text = file("3.0.0", """
                {"description": "x", "request": {"path": "/"}, "response": {"status": "OK"}}, {"description": "y", "request": {"path": "/"}, "response": {"status": 201}}""");

        var contract = PactFile.of(new PactFileReader(PactFileLimits.DEFAULT).parse(FILE, text));

        assertThat(contract.interactions())
                .extracting(V4Interaction::getDescription)
                .containsExactly("y");
        assertThat(contract.leftOut()).hasSize(1);
    }

    private static List<ProviderState> states(String version, String member) {
        return PactFile.parse(FILE, file(version, """
                        {"type": "Synchronous/HTTP", "description": "x", %s, "request": {"path": "/"}, "response": {"status": 200}}""".formatted(member)))
                .interactions()
                .get(0)
                .getProviderStates();
    }

    private static IRequest request(String json) {
        return request("2.0.0", json);
    }

    private static IRequest request(String version, String json) {
        var contract = PactFile.parse(FILE, file(version, """
                {"type": "Synchronous/HTTP", "description": "x", "request": %s, "response": {"status": 200}}""".formatted(json)));
        return ((V4Interaction.SynchronousHttp) contract.interactions().get(0)).getRequest();
    }

    private static String file(String version, String interaction) {
        return pact("web", "api", interaction).replace("\"4.0\"", "\"" + version + "\"");
    }

    private static Set<String> rules(IRequest request, String category) {
        return request.getMatchingRules()
                .rulesForCategory(category)
                .getMatchingRules()
                .keySet();
    }
}
