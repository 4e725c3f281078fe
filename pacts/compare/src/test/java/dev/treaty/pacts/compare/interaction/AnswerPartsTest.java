package dev.treaty.pacts.compare.interaction;

import static dev.treaty.pacts.compare.interaction.Contract.interaction;
import static dev.treaty.pacts.compare.interaction.Contract.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of headers, metadata, bodies that are not compared in parts, and values from the provider's state, with their verdicts. */
class AnswerPartsTest {

    @ParameterizedTest(name = "{0} {1} -> {2} {3}: {4}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            # headers               | rules          | headers               | rules          | verdict      | what the witness has
            'ETag': ['a']           | ``             | 'etag': ['a']         | ``             | SAME         | ``
            'X': ['a'], 'x': ['b']  | ``             | 'X': ['a']            | ``             | NARROWED     | header X: b
            'X': ['a', 'b']         | ``             | 'X': ['a']            | ``             | NARROWED     | header X: b
            'X': ['a']              | ``             | 'X': ['a', 'b']       | ``             | NARROWED     | header X: a
            'X': ['a']              | ``             | 'X': ['a', 'a']       | ``             | NARROWED     | header X: a
            'X': ['a', 'a']         | ``             | 'X': ['a']            | ``             | ASKS_NO_MORE | ``
            'X': ['a', 'b']         | ``             | 'X': ['c']            | 'X': '[a-c]'   | ASKS_NO_MORE | ``
            'X': ['a']              | 'X': 'a*'      | 'X': ['a', 'a']       | 'X': 'a*'      | ASKS_NO_MORE | ``
            'X': []                 | ``             | 'X': ['a']            | ``             | NARROWED     | header X: x/y
            'X': ['a']              | ``             | 'X': []               | ``             | ASKS_NO_MORE | ``
            """)
    void a_change_of_headers_has_this_verdict(
            String before, String rulesBefore, String after, String rulesAfter, Verdict verdict, String witness) {
        assertVerdict(response(before, rulesBefore), response(after, rulesAfter), verdict, witness);
    }

    private static String response(String headers, String rules) {
        return interaction("a request", """
                {"status": 200, "headers": {%s}, "matchingRules": {"header": {%s}}}""".formatted(quoted(headers), regexes(rules)));
    }

    private static String regexes(String rules) {
        return quoted(rules).replaceAll(": (\".*?\")", ": {\"matchers\": [{\"match\": \"regex\", \"regex\": $1}]}");
    }

    /** pact-jvm finds out itself what a body is if the header is empty. */
    @ParameterizedTest
    @CsvSource({
        "application/.*, .+,             ASKS_NO_MORE, ''",
        ".+,             .*,             ASKS_NO_MORE, ''",
        ".*,             .+,             NARROWED,     'header Content-Type: '",
        ".*,             application/.*, NARROWED,     'header Content-Type: '"
    })
    void a_media_type_may_be_empty_if_its_rule_allows_that(
            String before, String after, Verdict verdict, String witness) {
        assertVerdict(
                json("'Content-Type': '%s'".formatted(before)),
                json("'Content-Type': '%s'".formatted(after)),
                verdict,
                witness);
    }

    private static String json(String rules) {
        return interaction("a request", """
                {"status": 200, "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"a": 1}, "contentType": "application/json", "encoded": false},
                 "matchingRules": {"header": {%s}}}""".formatted(regexes(rules)));
    }

    @ParameterizedTest(name = "{0} {1} -> {2} {3}: {4}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            # value | rule                                 | value | rule                                   | verdict
            '3'     | ``                                   | '3'   | ``                                     | SAME
            3       | ``                                   | 3     | ``                                     | SAME
            3       | ``                                   | '3'   | ``                                     | NOT_PROVEN
            '3'     | ``                                   | '4'   | {'match': 'type'}                      | ASKS_NO_MORE
            '3'     | ``                                   | '3'   | {'match': 'regex', 'regex': '[0-9]'}   | ASKS_NO_MORE
            '3'     | {'match': 'regex', 'regex': '[0-9]'} | '3'   | {'match': 'regex', 'regex': '[0-9]+'}  | ASKS_NO_MORE
            '3'     | {'match': 'regex', 'regex': '[0-9]'} | '3'   | {'match': 'type'}                      | NOT_PROVEN
            '3'     | {'match': 'integer'}                 | '3'   | ``                                     | NOT_PROVEN
            '3'     | {'match': 'type'}                    | '3'   | ``                                     | NARROWED
            """)
    void metadata_need_not_be_texts(String before, String ruleBefore, String after, String ruleAfter, Verdict verdict) {
        assertVerdict(message(before, ruleBefore), message(after, ruleAfter), verdict);
    }

    private static String message(String value, String rule) {
        return quoted("""
                {'type': 'Asynchronous/Messages', 'description': 'an event', 'metadata': {'key': %s},
                 'contents': {'content': {}, 'contentType': 'application/json', 'encoded': false},
                 'matchingRules': {'metadata': {%s}}}""".formatted(value, rule.isEmpty() ? "" : "'key': {'matchers': [%s]}".formatted(rule)));
    }

    @ParameterizedTest(name = "{0} {1} -> {2} {3}: {4}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            # content    | rule         | content      | rule         | verdict
            iVBORw0KGgo= | ``           | iVBORw0KGgo= | ``           | SAME
            iVBORw0KGgo= | ``           | iVBORw0KGgA= | ``           | NARROWED
            iVBORw0KGgo= | ``           | iVBORw0KGgA= | image/png    | ASKS_NO_MORE
            iVBORw0KGgo= | image/png    | iVBORw0KGgoA | image/png    | ASKS_NO_MORE
            iVBORw0KGgo= | image/png    | iVBORw0KGgo= | image/jpeg   | NARROWED
            iVBORw0KGgo= | image/png    | iVBORw0KGgo= | ``           | NARROWED
            """)
    void a_change_of_bytes_has_this_verdict(
            String before, String ruleBefore, String after, String ruleAfter, Verdict verdict) {
        assertVerdict(image(before, ruleBefore), image(after, ruleAfter), verdict);
    }

    private static String image(String content, String rule) {
        return interaction("a request", quoted("""
                {'status': 200, 'headers': {'Content-Type': ['image/png']},
                 'body': {'content': '%s', 'contentType': 'image/png', 'encoded': 'base64'},
                 'matchingRules': {'body': {%s}}}""".formatted(
                content,
                rule.isEmpty() ? "" : "'$': {'matchers': [{'match': 'contentType', 'value': '%s'}]}".formatted(rule))));
    }

    @ParameterizedTest(name = "{0} {1} -> {2} {3}: {4}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            # generator   | rule               | generator      | rule               | verdict
            ``            | ``                 | ${id}          | ``                 | NOT_PROVEN
            ${id}         | ``                 | ``             | ``                 | NOT_PROVEN
            ${id}         | ``                 | ${id}          | ``                 | SAME
            ${id}         | ``                 | ${other}       | ``                 | NOT_PROVEN
            ${id}         | ``                 | ${id}          | 'Location': '[1-5]' | NOT_PROVEN
            ${id}         | 'Location': '1'    | ${id}          | 'Location': '[1-5]' | ASKS_NO_MORE
            ${id}         | 'Location': '1'    | ``             | 'Location': '[1-5]' | ASKS_NO_MORE
            ``            | 'Location': '1'    | ${id}          | 'Location': '[1-5]' | NOT_PROVEN
            """)
    void no_example_proves_anything_about_a_value_from_a_state(
            String before, String rulesBefore, String after, String rulesAfter, Verdict verdict) {
        assertVerdict(created(before, rulesBefore), created(after, rulesAfter), verdict);
    }

    private static String created(String expression, String rules) {
        return interaction("a request", """
                {"status": 201, "headers": {"Location": ["1"]}, "matchingRules": {"header": {%s}}, "generators": {"header": {%s}}}""".formatted(
                regexes(rules),
                expression.isEmpty()
                        ? ""
                        : "\"Location\": {\"type\": \"ProviderState\", \"expression\": \"%s\"}".formatted(expression)));
    }

    private static void assertVerdict(String before, String after, Verdict verdict, String... witness) {
        var changes = ContractComparison.changes(Contract.of(before), Contract.of(after));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.verdict()).as("%s", change.undecided()).isEqualTo(verdict);
            if (witness.length > 0) {
                assertThat(change.witnesses().stream()
                                .map(each -> each.at() + ": " + each.shown())
                                .limit(1))
                        .containsExactlyElementsOf(witness[0].isEmpty() ? List.of() : List.of(witness[0]));
            }
        });
    }

    /** Where two rules have the same weight, pact-jvm takes the first; of the contents of messages, the first of all that fit. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            body    | '$.*.b': {'match': 'type'}   | '$.a.*': {'match': 'regex', 'regex': '[0-9]'} | NARROWED
            content | '$.a': {'match': 'type'}     | '$.a.b': {'match': 'regex', 'regex': '[0-9]'} | NARROWED
            body    | '$.a.b': {'match': 'type'}   | '$.a.c': {'match': 'type'}                    | SAME
            """)
    void the_order_of_rules_counts_where_they_compete(String category, String one, String other, Verdict verdict) {
        assertVerdict(
                event(category, ruled(one) + ", " + ruled(other)),
                event(category, ruled(other) + ", " + ruled(one)),
                verdict);
    }

    private static String ruled(String rule) {
        return rule.replaceFirst(": (.*)$", ": {'matchers': [$1]}");
    }

    private static String event(String category, String rules) {
        return quoted("""
                {'type': 'Asynchronous/Messages', 'description': 'an event',
                 'contents': {'content': {'a': {'b': '1'}}, 'contentType': 'application/json', 'encoded': false},
                 'matchingRules': {'%s': {%s}}}""".formatted(category, rules));
    }

    /** {@code include} sees the identity of an array of bytes, so that pact-jvm accepts the same answer now and then. */
    @Test
    void what_chance_decides_is_not_proven() {
        assertVerdict(
                text("{'match': 'include', 'value': 'a'}"),
                text("{'match': 'include', 'value': 'b'}"),
                Verdict.NOT_PROVEN);
        assertVerdict(
                text("{'match': 'include', 'value': 'a'}"), text("{'match': 'include', 'value': 'a'}"), Verdict.SAME);
    }

    private static String text(String rule) {
        return interaction("a request", quoted("""
                {'status': 200, 'headers': {'Content-Type': ['text/plain']},
                 'body': {'content': 'ab', 'contentType': 'text/plain', 'encoded': false},
                 'matchingRules': {'body': {'$': {'matchers': [%s]}}}}""".formatted(rule)));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, application/json;charset=UTF-8,  ASKS_NO_MORE",
        "application/json; a=b; c=d,      application/json; C=d; a=b,      NARROWED",
        "application/json; a=b; c=d,      application/json;c=D;a=b,        ASKS_NO_MORE"
    })
    void media_types_with_parameters_are_compared_as_pact_jvm_does(String before, String after, Verdict verdict) {
        assertVerdict(typed(before), typed(after), verdict);
    }

    private static String typed(String type) {
        return interaction("a request", "{\"status\": 200, \"headers\": {\"Content-Type\": [\"%s\"]}}".formatted(type));
    }

    /** For XML, Kotlin throws checked exceptions without declaring them. */
    @ParameterizedTest
    @CsvSource({
        "<a>,               <a/>, NOT_PROVEN",
        "<a/>,              <a>,  NARROWED",
        "<a>&b;</a>,        <a/>, NOT_PROVEN"
    })
    void what_pact_jvm_does_not_read_as_xml_stops_nothing(String before, String after, Verdict verdict) {
        assertVerdict(xml(before), xml(after), verdict);
    }

    private static String xml(String document) {
        return interaction("a request", """
                {"status": 200, "headers": {"Content-Type": ["application/xml"]},
                 "body": {"content": "%s", "contentType": "application/xml", "encoded": false}}""".formatted(document));
    }

    @Test
    void a_body_that_must_be_empty_refuses_any_other() {
        assertVerdict(nothing(""), nothing(", \"body\": null"), Verdict.NARROWED, "body: {}");
    }

    private static String nothing(String body) {
        return interaction("a request", """
                {"status": 200, "headers": {"Content-Type": ["application/json"]}%s}""".formatted(body));
    }

    /** Too long to be written out, but the example of the old contract shows the difference. */
    @Test
    void the_last_element_of_a_long_list_is_seen() {
        var list = IntStream.range(0, 1_000).boxed().toList();
        var changed = new ArrayList<>(list);
        changed.set(999, 0);

        var changes =
                ContractComparison.changes(Contract.json(list.toString(), ""), Contract.json(changed.toString(), ""));

        assertThat(changes.get(0).witnesses()).extracting(Witness::at).containsExactly("$[999]");
    }

    /** In a stack of the usual size, pact-jvm accepts or refuses such a text depending on what Java has compiled until then. */
    @Test
    void long_texts_do_not_exhaust_the_stack() {
        var body = "{'a': '%s', 'b': 'x'}".formatted("xy".repeat(50_000));
        var rules = "'$.a': {'match': 'regex', 'regex': '(x|y)*'}, '$.b': {'match': '%s'}";

        var changes = ContractComparison.changes(
                Contract.json(body, rules.formatted("type")), Contract.json(body, rules.formatted("notEmpty")));

        assertThat(changes).extracting(InteractionChange::verdict).containsExactly(Verdict.NARROWED);
    }
}
