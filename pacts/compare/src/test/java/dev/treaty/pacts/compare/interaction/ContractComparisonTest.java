package dev.treaty.pacts.compare.interaction;

import static dev.treaty.pacts.compare.interaction.Contract.interaction;
import static dev.treaty.pacts.compare.interaction.Contract.json;
import static dev.treaty.pacts.compare.interaction.Contract.quoted;
import static dev.treaty.pacts.compare.interaction.Contract.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractComparisonTest {

    private static final String A = "{'a': 1}";

    @Test
    void a_new_interaction_asks_more() {
        var changes = changes(Contract.of(), json(A, ""));

        assertThat(changes).extracting(InteractionChange::verdict).containsExactly(Verdict.NEW);
    }

    @Test
    void a_removed_interaction_asks_no_more_but_stubs_do_not_answer_it() {
        var changes = changes(json(A, ""), Contract.of());

        assertThat(changes)
                .extracting(
                        InteractionChange::verdict, change -> change.request().kind())
                .containsExactly(tuple(Verdict.REMOVED, RequestChange.Kind.REFUSED));
    }

    @Test
    void another_description_is_only_a_name() {
        var changes = changes(json(A, ""), Contract.of(interaction("another name", response(A, ""))));

        assertThat(changes)
                .extracting(
                        InteractionChange::verdict, change -> change.former().orElse(""))
                .containsExactly(tuple(Verdict.SAME, "a request"));
    }

    @Test
    void another_request_asks_more_and_stubs_refuse_the_old_one() {
        var before = Contract.of(http("a request", "[]", "{'method': 'GET', 'path': '/x'}"));
        var after = Contract.of(http("a request", "[]", "{'method': 'GET', 'path': '/y'}"));

        assertThat(changes(before, after)).singleElement().satisfies(change -> {
            assertThat(change.verdict()).isEqualTo(Verdict.REQUEST_CHANGED);
            assertThat(change.request().witness()).contains("GET /x");
            assertThat(change.notes())
                    .containsExactly("What changed in the request: path. It was GET /x, and is GET /y.");
        });
    }

    @Test
    void a_looser_rule_for_requests_asks_no_more_of_the_provider_and_answers_more() {
        var before = Contract.of(http("a request", "[]", path("/[ab]")));
        var after = Contract.of(http("a request", "[]", path("/[a-z]")));

        assertThat(changes(before, after))
                .extracting(
                        InteractionChange::verdict, change -> change.request().kind())
                .containsExactly(tuple(Verdict.SAME, RequestChange.Kind.MORE));
        assertThat(changes(after, before))
                .extracting(
                        InteractionChange::verdict,
                        change -> change.request().witness().orElse(""))
                .containsExactly(tuple(Verdict.SAME, "GET /c"));
    }

    private static String path(String regex) {
        return """
                {'method': 'GET', 'path': '/a',
                 'matchingRules': {'path': {'matchers': [{'match': 'regex', 'regex': '%s'}]}}}""".formatted(regex);
    }

    @Test
    void another_state_asks_more_and_a_new_one_is_named() {
        var before =
                Contract.of(http("a request", "[{'name': 'a user exists', 'params': {'id': 1}}]", "{'path': '/x'}"));
        var after =
                Contract.of(http("a request", "[{'name': 'an owner exists', 'params': {'id': 1}}]", "{'path': '/x'}"));

        assertThat(changes(before, after)).singleElement().satisfies(change -> {
            assertThat(change.verdict()).isEqualTo(Verdict.STATE_CHANGED);
            assertThat(change.states()).isEqualTo("an owner exists {id=1}");
            assertThat(change.notes())
                    .containsExactly(
                            "\"an owner exists\" is a new state: auth may not know it.",
                            "Given before: a user exists {id=1}.");
        });
    }

    @Test
    void the_order_of_interactions_and_states_means_nothing() {
        var states = "[{'name': 's'}, {'name': 't'}]";
        var reversed = "[{'name': 't'}, {'name': 's'}]";
        var before = Contract.of(http("one", states, "{'path': '/1'}"), http("two", "[]", "{'path': '/2'}"));
        var after = Contract.of(http("two", "[]", "{'path': '/2'}"), http("one", reversed, "{'path': '/1'}"));

        assertThat(changes(before, after)).allMatch(InteractionChange::isSame);
    }

    @Test
    void a_pending_interaction_fails_nobody_until_it_is_no_longer_pending() {
        var pending =
                Contract.of(interaction("a request", response(A, "")).replaceFirst("\\{", "{\"pending\": true, "));

        assertThat(changes(Contract.of(), pending))
                .extracting(InteractionChange::verdict)
                .containsExactly(Verdict.PENDING);
        assertThat(changes(pending, json(A, "")))
                .extracting(InteractionChange::verdict)
                .containsExactly(Verdict.NO_LONGER_PENDING);
    }

    @Test
    void an_answer_that_another_interaction_already_asked_for_is_nothing_new() {
        var both = Contract.of(
                interaction("a member", response(A, "'$.a': {'match': 'type'}")),
                interaction("an exact member", response(A, "")));
        var one = Contract.of(interaction("a member", response(A, "")));

        assertThat(changes(both, one))
                .extracting(InteractionChange::verdict)
                .containsExactly(Verdict.SAME, Verdict.REMOVED);
    }

    @Test
    void the_witness_is_a_whole_answer() {
        var changes = changes(
                json("{'id': 'x', 'role': 'owner'}", "'$.role': {'match': 'regex', 'regex': 'owner|editor'}"),
                json("{'id': 'x', 'role': 'editor'}", "'$.role': {'match': 'regex', 'regex': 'editor|viewer'}"));

        assertThat(changes.get(0).witnesses()).singleElement().satisfies(witness -> {
            assertThat(witness.answer().status()).isEqualTo(200);
            assertThat(witness.answer().fields()).containsEntry("Content-Type", List.of("application/json"));
            assertThat(witness.answer().body().valueAsString()).isEqualTo("{\"id\":\"x\",\"role\":\"owner\"}");
            assertThat(witness.because()).contains("to match 'editor|viewer'");
        });
    }

    @Test
    void a_status_class_is_wider_than_a_status() {
        var exact = Contract.of(interaction("a request", "{\"status\": 200}"));
        var success = Contract.of(interaction("a request", quoted("""
                {'status': 200, 'matchingRules': {'status': {'matchers': [{'match': 'statusCode', 'status': 'success'}]}}}""")));

        assertThat(changes(exact, success))
                .extracting(InteractionChange::verdict)
                .containsExactly(Verdict.ASKS_NO_MORE);
        assertThat(changes(success, exact).get(0).witnesses())
                .extracting(Witness::at, Witness::shown)
                .containsExactly(tuple("status", "201"));
    }

    @Test
    void a_header_that_is_added_can_be_missing() {
        var without = Contract.of(interaction("a request", "{\"status\": 200}"));
        var with = Contract.of(interaction("a request", "{\"status\": 200, \"headers\": {\"ETag\": [\"1\"]}}"));

        assertThat(changes(without, with).get(0).witnesses())
                .extracting(Witness::at, Witness::shown)
                .containsExactly(tuple("header ETag", "missing"));
        assertThat(changes(with, without))
                .extracting(InteractionChange::verdict)
                .containsExactly(Verdict.ASKS_NO_MORE);
    }

    @Test
    void messages_are_asked_for_by_their_description() {
        var before = Contract.of(message("a user.registered event", "{'id': 'x'}"));
        var more = Contract.of(message("a user.registered event", "{'id': 'x', 'name': 'Ada'}"));
        var renamed = Contract.of(message("a user.removed event", "{'id': 'x'}"));

        assertThat(changes(before, before)).allMatch(InteractionChange::isSame);
        assertThat(changes(before, renamed))
                .extracting(InteractionChange::verdict)
                .containsExactly(Verdict.NEW, Verdict.REMOVED);
        assertThat(changes(before, more).get(0).witnesses())
                .extracting(Witness::at, Witness::shown)
                .containsExactly(tuple("$.name", "missing"));
    }

    private static String message(String description, String contents) {
        return quoted("""
                {'type': 'Asynchronous/Messages', 'description': '%s', 'metadata': {'contentType': 'application/json'},
                 'contents': {'content': %s, 'contentType': 'application/json', 'encoded': false}}""".formatted(description, contents));
    }

    @Test
    void several_messages_that_answer_one_must_be_the_same() {
        var contents = "{'contents': {'content': {'a': %d}, 'contentType': 'application/json', 'encoded': false}}";
        var before = Contract.of(messages(contents.formatted(1), contents.formatted(2)));
        var after = Contract.of(messages(contents.formatted(1), contents.formatted(3)));

        assertThat(changes(before, before))
                .extracting(InteractionChange::verdict)
                .containsExactly(Verdict.SAME);
        assertThat(changes(before, after))
                .extracting(InteractionChange::verdict)
                .containsExactly(Verdict.NOT_PROVEN);
    }

    private static String messages(String one, String other) {
        return quoted("""
                {'type': 'Synchronous/Messages', 'description': 'a question',
                 'request': {'contents': {'content': {}, 'contentType': 'application/json', 'encoded': false}},
                 'response': [%s, %s]}""".formatted(one, other));
    }

    @Test
    void a_form_may_have_more_parameters_but_not_fewer() {
        var one = Contract.of(interaction("a request", form("a=1")));
        var two = Contract.of(interaction("a request", form("a=1&b=2")));

        assertThat(changes(two, one)).extracting(InteractionChange::verdict).containsExactly(Verdict.ASKS_NO_MORE);
        assertThat(changes(one, two).get(0).witnesses())
                .extracting(Witness::at, Witness::shown)
                .containsExactly(tuple("parameter b", "missing"));
    }

    private static String form(String form) {
        return quoted("""
                {'status': 200, 'headers': {'Content-Type': ['application/x-www-form-urlencoded']},
                 'body': {'content': '%s', 'contentType': 'application/x-www-form-urlencoded', 'encoded': false}}""".formatted(form));
    }

    @Test
    void contracts_of_all_versions_are_compared() {
        var v2 = v2("'$.body.a': {'match': 'type'}");
        var v4 = json(A, "'$.a': {'match': 'type'}");

        assertThat(changes(v2(""), v2)).extracting(InteractionChange::verdict).containsExactly(Verdict.ASKS_NO_MORE);
        assertThat(changes(v2, v4)).extracting(InteractionChange::verdict).containsExactly(Verdict.SAME);
    }

    private static V4Pact v2(String rules) {
        return PactFile.parse(Path.of("web-auth.json"), quoted("""
                        {'consumer': {'name': 'web'}, 'provider': {'name': 'auth'},
                         'interactions': [{'description': 'a request', 'request': {'method': 'GET', 'path': '/x'},
                           'response': {'status': 200, 'headers': {'Content-Type': 'application/json'}, 'body': {'a': 1},
                                        'matchingRules': {%s}}}],
                         'metadata': {'pactSpecification': {'version': '2.0.0'}}}""".formatted(rules)))
                .pact();
    }

    /** It fails for an empty text, although the other rule would be enough. */
    @Test
    void a_rule_that_makes_pact_jvm_fail_is_not_outweighed_by_another() {
        var exact = json("{'a': ''}", "");
        var either = Contract.of(
                interaction(
                        "a request",
                        response("{'a': ''}", "")
                                .replace(
                                        "\"body\": {}",
                                        quoted(
                                                "'body': {'$.a': {'combine': 'OR', 'matchers': [{'match': 'semver'}, {'match': 'equality'}]}}"))));

        assertThat(changes(exact, either).get(0).witnesses())
                .extracting(Witness::at, Witness::because)
                .containsExactly(tuple("$.a", "pact-jvm fails: Input string is NULL or empty"));
    }

    @Test
    void bodies_that_are_not_compared_in_parts_are_never_called_safe_and_are_named_once() {
        var before = Contract.of(interaction("a request", parts("1")));
        var after = Contract.of(interaction("a request", parts(" 1 ")));

        assertThat(changes(before, before)).allMatch(InteractionChange::isSame);
        assertThat(changes(before, after)).singleElement().satisfies(change -> {
            assertThat(change.verdict()).isIn(Verdict.NOT_PROVEN, Verdict.NARROWED);
            assertThat(change.undecided())
                    .filteredOn(part -> part.contains("body"))
                    .hasSizeLessThan(2);
        });
    }

    private static String parts(String content) {
        var body = "--x\\r\\nContent-Disposition: form-data; name=a\\r\\n\\r\\n%s\\r\\n--x--\\r\\n".formatted(content);
        return """
                {"status": 200, "headers": {"Content-Type": ["multipart/form-data; boundary=x"]},
                 "body": {"content": "%s", "contentType": "multipart/form-data; boundary=x", "encoded": false}}""".formatted(body);
    }

    private static String http(String description, String states, String request) {
        return PactText.http(description, quoted(states), quoted(request), PactText.text("x"));
    }

    private static List<InteractionChange> changes(V4Pact before, V4Pact after) {
        return ContractComparison.changes(before, after);
    }
}
