package dev.treaty.pacts.compare.interaction;

import static dev.treaty.pacts.compare.interaction.Contract.interaction;
import static dev.treaty.pacts.compare.interaction.Contract.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Pact;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of pacts/README.md about XML. */
class XmlChangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            # body            | rules                            | body                  | rules                            | verdict      | what the witness has
            <r>1</r>          | ``                               | <r> 1 </r>            | ``                               | ASKS_NO_MORE | ``
            <r>1</r>          | ``                               | <r><!-- x -->1</r>    | ``                               | ASKS_NO_MORE | ``
            <r>1</r>          | ``                               | <r>2</r>              | ``                               | NARROWED     | $.r.#text: '1'
            <r>1</r>          | ``                               | <q>1</q>              | ``                               | NARROWED     | $.q: r
            <r><a/></r>       | ``                               | <r/>                  | ``                               | ASKS_NO_MORE | ``
            <r/>              | ``                               | <r><a/></r>           | ``                               | NARROWED     | $.r.a: missing
            <r><a/><b/></r>   | ``                               | <r><b/><a/></r>       | ``                               | ASKS_NO_MORE | ``
            <r><a/><a/></r>   | ``                               | <r><a/></r>           | ``                               | ASKS_NO_MORE | ``
            <r><a/></r>       | ``                               | <r><a/><a/></r>       | ``                               | NARROWED     | $.r.a: 1 of 2
            <r id='1'/>       | ``                               | <r/>                  | ``                               | ASKS_NO_MORE | ``
            <r/>              | ``                               | <r id='1'/>           | ``                               | NARROWED     | $.r.@id: missing
            <r id='1'/>       | ``                               | <r id='2'/>           | ``                               | NARROWED     | $.r.@id: '1'
            <r id='1'/>       | ``                               | <r id='2'/>           | $.r[~@id~]: type                 | ASKS_NO_MORE | ``
            <r id='1'/>       | $.r[~@id~]: type                 | <r id='1'/>           | ``                               | NARROWED     | $.r.@id: ''
            <r id='1'/>       | $.r[~@id~]: [0-9]                | <r id='2'/>           | $.r[~@id~]: [0-9]+               | ASKS_NO_MORE | ``
            <r id='1'/>       | $.r[~@id~]: [0-9]+               | <r id='2'/>           | $.r[~@id~]: [0-9]                | NARROWED     | $.r.@id: '00'
            <r>a</r>          | $.r[~#text~]: [ab]               | <r>b</r>              | $.r[~#text~]: [a-z]              | ASKS_NO_MORE | ``
            <r>a</r>          | $.r[~#text~]: [a-z]              | <r>a</r>              | $.r[~#text~]: [ab]               | NARROWED     | $.r.#text: 'c'
            <r>a</r>          | $.r[~#text~]: type               | <r>a</r>              | ``                               | NARROWED     | $.r.#text: ''
            <r><a>1</a></r>   | ``                               | <r><a>1</a></r>       | $.r.a: type                      | NARROWED     | $.r.a.*: <unknown-to-all/>
            <r><a>1</a></r>   | $.r.a: type                      | <r><a>1</a></r>       | $.r.a: type                      | SAME         | ``
            <r><a>1</a></r>   | $.r.a: type                      | <r><a>1</a></r>       | ``                               | NARROWED     | $.r.a.#text: ''
            <r><a><b/></a></r>| $.r.a: type                      | <r><a/></r>           | $.r.a: type                      | NARROWED     | $.r.a.b: unexpected
            <r><a/></r>       | $.r.a: type                      | <r><a><b/></a></r>    | $.r.a: type                      | NARROWED     | $.r.a.b: missing
            <r><i/><i/></r>   | $.r: ignore-order                | <r><i/></r>           | $.r: ignore-order                | NARROWED     | $.r: as in the example
            <r xmlns='u:1'/>  | ``                               | <r xmlns='u:2'/>      | ``                               | NARROWED     | $.r: {u:1}r
            <p:r xmlns:p='u'/>| ``                               | <q:r xmlns:q='u'/>    | ``                               | ASKS_NO_MORE | ``
            """)
    void a_change_has_this_verdict(
            String before, String rulesBefore, String after, String rulesAfter, Verdict verdict, String witness) {
        var changes = ContractComparison.changes(contract(before, rulesBefore), contract(after, rulesAfter));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.verdict()).as("%s", change).isEqualTo(verdict);
            assertThat(change.witnesses().stream()
                            .map(each -> each.at() + ": " + each.shown())
                            .limit(1))
                    .containsExactlyElementsOf(witness.isEmpty() ? List.of() : List.of(witness));
        });
    }

    /** @param rule a path and "type", "ignore-order" or a regex; empty for none */
    private static V4Pact contract(String xml, String rule) {
        var parts = rule.split(": ", 2);
        var matcher = rule.endsWith(": type") || rule.endsWith(": ignore-order")
                ? "{'match': '%s'}".formatted(parts[1])
                : "{'match': 'regex', 'regex': '%s'}".formatted(parts[parts.length - 1]);
        var rules = rule.isEmpty() ? "" : "'%s': {'matchers': [%s]}".formatted(parts[0], matcher);
        return Contract.of(interaction("a request", quoted("""
                        {'status': 200, 'headers': {'Content-Type': ['application/xml']},
                         'body': {'content': 'XML', 'contentType': 'application/xml', 'encoded': false},
                         'matchingRules': {'body': {%s}}}""".formatted(rules)).replace("XML", xml)));
    }
}
