package dev.treaty.pacts.compare.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Pact;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table in {@code pacts/README.md}, row by row: what has changed in a body of JSON, and the verdict. */
class ChangeTableTest {

    @ParameterizedTest(name = "{0} | {1} -> {2} | {3}: {4}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            # body         | rules                       | body          | rules                       | verdict      | what the witness has
            {'a': 1}       | ``                          | {'a': 1}      | ``                          | SAME | ``
            {'a': 1}       | ``                          | {'a': 2}      | ``                          | NARROWED     | $.a: 1
            {'a': 1}       | ``                          | {}            | ``                          | ASKS_NO_MORE | ``
            {}             | ``                          | {'a': 1}      | ``                          | NARROWED     | $.a: missing
            {'a': 1}       | ``                          | {'a': 1.0}    | ``                          | NARROWED     | $.a: 1
            {'a': 1.0}     | ``                          | {'a': 1.00}   | ``                          | ASKS_NO_MORE | ``
            {'a': 1}       | ``                          | {'a': 2}      | '$.a': {'match': 'type'}    | ASKS_NO_MORE | ``
            {'a': 1}       | ``                          | {'a': 2}      | '$.a': {'match': 'integer'} | ASKS_NO_MORE | ``
            {'a': 1}       | '$.a': {'match': 'integer'} | {'a': 1}      | '$.a': {'match': 'number'}  | ASKS_NO_MORE | ``
            {'a': 1}       | '$.a': {'match': 'integer'} | {'a': 1}      | '$.a': {'match': 'type'}    | ASKS_NO_MORE | ``
            {'a': 1.5}     | '$.a': {'match': 'decimal'} | {'a': 1.5}    | '$.a': {'match': 'number'}  | ASKS_NO_MORE | ``
            {'a': 1.5}     | '$.a': {'match': 'number'}  | {'a': 1.5}    | '$.a': {'match': 'type'}    | ASKS_NO_MORE | ``
            {'a': 1}       | '$.a': {'match': 'type'}    | {'a': 1}      | '$.a': {'match': 'number'}  | NARROWED     | $.a: 0e1
            {'a': 1}       | '$.a': {'match': 'number'}  | {'a': 1}      | '$.a': {'match': 'integer'} | NARROWED     | $.a: 0.0
            {'a': 'x'}     | ``                          | {'a': 'y'}    | '$.a': {'match': 'type'}    | ASKS_NO_MORE | ``
            {'a': 'x'}     | '$.a': {'match': 'type'}    | {'a': 'x'}    | ``                          | NARROWED     | $.a: ""
            {'a': 'x'}     | '$.a': {'match': 'type'}    | {'a': 'x'}    | '$.a': {'match': 'regex', 'regex': '.+'} | NARROWED | $.a: ""
            {'a': 'x'}     | '$.a': {'match': 'regex', 'regex': 'x|y'} | {'a': 'x'} | '$.a': {'match': 'regex', 'regex': '[a-z]'} | ASKS_NO_MORE | ``
            {'a': 'x'}     | '$.a': {'match': 'regex', 'regex': 'x|y'} | {'a': 'x'} | '$.a': {'match': 'type'} | ASKS_NO_MORE | ``
            {'a': 'x'}     | '$.a': {'match': 'regex', 'regex': 'owner|editor'} | {'a': 'x'} | '$.a': {'match': 'regex', 'regex': 'editor|viewer'} | NARROWED | $.a: "owner"
            {'a': '1'}     | '$.a': {'match': 'regex', 'regex': '[0-9]+'} | {'a': '1'} | '$.a': {'match': 'type'} | NARROWED | $.a: 0
            {'a': 'x'}     | '$.a': {'match': 'regex', 'regex': '(x)y'} | {'a': 'x'} | '$.a': {'match': 'regex', 'regex': '(x)y?'} | ASKS_NO_MORE | ``
            {'a': 'xx'}    | '$.a': {'match': 'regex', 'regex': '(x)y?'} | {'a': 'xx'} | '$.a': {'match': 'regex', 'regex': '(x)\\\\1'} | NARROWED | $.a: "x"
            {'a': 'xx'}    | '$.a': {'match': 'regex', 'regex': '(x)\\\\1'} | {'a': 'xx'} | '$.a': {'match': 'regex', 'regex': 'x{2}'} | NOT_PROVEN | ``
            {'a': 'xx'}    | '$.a': {'match': 'regex', 'regex': '(x)\\\\1'} | {'a': 'xx'} | '$.a': {'match': 'regex', 'regex': '(x)\\\\1'} | SAME | ``
            {'a': 'x'}     | '$.a': {'match': 'regex', 'regex': 'ab.*'} | {'a': 'x'} | '$.a': {'match': 'include', 'value': 'a'} | ASKS_NO_MORE | ``
            {'a': 'x'}     | '$.a': {'match': 'include', 'value': 'ab'} | {'a': 'x'} | '$.a': {'match': 'include', 'value': 'a'} | ASKS_NO_MORE | ``
            {'a': 'x'}     | '$.a': {'match': 'notEmpty'} | {'a': 'x'}   | '$.a': {'match': 'type'}    | ASKS_NO_MORE | ``
            {'a': 'x'}     | '$.a': {'match': 'type'}    | {'a': 'x'}    | '$.a': {'match': 'notEmpty'} | NARROWED    | $.a: ""
            {'a': true}    | '$.a': {'match': 'type'}    | {'a': true}   | '$.a': {'match': 'boolean'} | ASKS_NO_MORE | ``
            {'a': true}    | '$.a': {'match': 'boolean'} | {'a': true}   | '$.a': {'match': 'type'}    | NARROWED     | $.a: "true"
            {'a': null}    | ``                          | {'a': 'x'}    | '$.a': {'match': 'type'}    | NARROWED     | $.a: null
            {'a': 'x'}     | '$.a': {'match': 'type'}    | {'a': null}   | '$.a': {'match': 'null'}    | NARROWED     | $.a: ""
            {'a': '2026-01-15'} | '$.a': {'match': 'date', 'format': 'yyyy-MM-dd'} | {'a': '2026-01-15'} | '$.a': {'match': 'date', 'format': 'yyyy-MM-dd'} | SAME | ``
            {'a': '2026-01-15'} | ``                     | {'a': '2026-01-15'} | '$.a': {'match': 'date', 'format': 'yyyy-MM-dd'} | ASKS_NO_MORE | ``
            {'a': ['x']}   | '$.a': {'match': 'type', 'min': 1} | {'a': ['x']} | '$.a': {'match': 'type'} | ASKS_NO_MORE | ``
            {'a': ['x']}   | '$.a': {'match': 'type'}    | {'a': ['x']}  | '$.a': {'match': 'type', 'min': 1} | NARROWED | $.a: []
            {'a': ['x']}   | '$.a': {'match': 'type'}    | {'a': ['x']}  | '$.a': {'match': 'type', 'max': 1} | NARROWED | $.a: ["x","x"]
            {'a': ['x']}   | '$.a': {'match': 'type', 'max': 1} | {'a': ['x']} | '$.a': {'match': 'type', 'max': 2} | ASKS_NO_MORE | ``
            {'a': ['x']}   | ``                          | {'a': ['x']}  | '$.a': {'match': 'type'}    | ASKS_NO_MORE | ``
            {'a': ['x']}   | '$.a': {'match': 'type'}    | {'a': ['x']}  | ``                          | NARROWED     | $.a: []
            {'a': []}      | ``                          | {'a': ['x']}  | '$.a': {'match': 'type'}    | ASKS_NO_MORE | ``
            {'a': [{'b': 1}]} | '$.a': {'match': 'type'} | {'a': [{}]}   | '$.a': {'match': 'type'}    | ASKS_NO_MORE | ``
            {'a': [{}]}    | '$.a': {'match': 'type'}    | {'a': [{'b': 1}]} | '$.a': {'match': 'type'} | NARROWED    | $.a[0].b: missing
            {'a': [1, 2]}  | '$.a': {'match': 'equality'} | {'a': [1, 2]} | ``                         | ASKS_NO_MORE | ``
            {'a': [1, 2]}  | ``                          | {'a': [1, 2]} | '$.a': {'match': 'equality'} | ASKS_NO_MORE | ``
            {'a': {'b': 1}} | ``                         | {'a': {'b': 1}} | '$.a': {'match': 'type'}  | ASKS_NO_MORE | ``
            {'a': {'b': 1}} | '$.a': {'match': 'type'}   | {'a': {'b': 1}} | ``                        | NARROWED     | $.a.b: 0
            {'a': {'b': 1}} | '$.a': {'match': 'values'} | {'a': {'b': 1}} | ``                        | NARROWED     | $.a.b: missing
            {'a': {'b': 1}} | '$.a': {'match': 'eachKey', 'rules': [{'match': 'regex', 'regex': 'b|c'}]} | {'a': {'b': 1}} | '$.a': {'match': 'eachKey', 'rules': [{'match': 'regex', 'regex': '[a-z]'}]} | ASKS_NO_MORE | ``
            {'a': {'b': 1}} | '$.a': {'match': 'eachKey', 'rules': [{'match': 'regex', 'regex': '[a-z]'}]} | {'a': {'b': 1}} | '$.a': {'match': 'eachKey', 'rules': [{'match': 'regex', 'regex': 'b|c'}]} | NARROWED | $.a.a: null
            {'a': {'b': 1}} | '$.a': {'match': 'eachValue', 'rules': [{'match': 'integer'}]} | {'a': {'b': 1}} | '$.a': {'match': 'eachValue', 'rules': [{'match': 'number'}]} | ASKS_NO_MORE | ``
            {'a': [1]}     | '$.a': {'match': 'eachValue', 'rules': [{'match': 'number'}]} | {'a': [1]} | '$.a': {'match': 'eachValue', 'rules': [{'match': 'integer'}]} | NARROWED | $.a[0]: 0.0
            {'a': ['x']}   | '$.a': {'match': 'arrayContains', 'variants': [{'index': 0, 'rules': {'$': {'matchers': [{'match': 'regex', 'regex': 'x'}]}}}]} | {'a': ['x']} | '$.a': {'match': 'arrayContains', 'variants': [{'index': 0, 'rules': {'$': {'matchers': [{'match': 'type'}]}}}]} | ASKS_NO_MORE | ``
            {'a': ['x']}   | '$.a': {'match': 'arrayContains', 'variants': [{'index': 0, 'rules': {'$': {'matchers': [{'match': 'type'}]}}}]} | {'a': ['x']} | '$.a': {'match': 'arrayContains', 'variants': [{'index': 0, 'rules': {'$': {'matchers': [{'match': 'regex', 'regex': 'y'}]}}}]} | NARROWED | $.a: ["x"]
            {'a': [1]}     | '$.a': {'match': 'arrayContains', 'variants': [{'index': 0, 'rules': {'$': {'matchers': [{'match': 'number'}]}}}]} | {'a': [1]} | '$.a': {'match': 'arrayContains', 'variants': [{'index': 0, 'rules': {'$': {'matchers': [{'match': 'integer'}]}}}]} | NARROWED | $.a: [0.0]
            {'a': [1, 2]}  | ``                          | {'a': [1, 2]} | '$.a': {'match': 'ignore-order'} | ASKS_NO_MORE | ``
            {'a': [1, 2]}  | '$.a': {'match': 'ignore-order'} | {'a': [2, 1]} | '$.a': {'match': 'ignore-order'} | ASKS_NO_MORE | ``
            {'a': [1, 2]}  | '$.a': {'match': 'ignore-order'} | {'a': [1, 2]} | ``                     | NARROWED     | $.a[0]: 2
            {'a': ['x', 'y']} | '$.a': {'match': 'ignore-order'} | {'a': ['x', 'y']} | '$.a': {'match': 'type'} | ASKS_NO_MORE | ``
            {'a': ['x', 'y']} | '$.a': {'match': 'type'} | {'a': ['x', 'y']} | '$.a': {'match': 'ignore-order'} | NARROWED | $.a: []
            {'a': ['x', 'y']} | '$.a': {'match': 'ignore-order'} | {'a': ['x', 'y']} | '$.a': {'match': 'ignore-order', 'min': 1} | ASKS_NO_MORE | ``
            {'a': ['x', 'y']} | '$.a': {'match': 'ignore-order'} | {'a': ['x']} | '$.a': {'match': 'ignore-order'} | NARROWED | $.a: ["x","y"]
            {'a': ['x', 'y']} | '$.a': {'match': 'ignore-order'} | {'a': ['x', 'z']} | '$.a': {'match': 'ignore-order'} | NARROWED | $.a: ["x","y"]
            {'a': ['x', 'x']} | '$.a': {'match': 'ignore-order'} | {'a': ['x', 'y']} | '$.a': {'match': 'ignore-order'}, '$.a[1]': {'match': 'regex', 'regex': 'x|y'} | ASKS_NO_MORE | ``
            {'a': ['x']}   | '$.a': {'match': 'ignore-order', 'min': 1}, '$.a[*]': {'match': 'regex', 'regex': 'x|y'} | {'a': ['x']} | '$.a': {'match': 'ignore-order', 'min': 1}, '$.a[*]': {'match': 'regex', 'regex': 'x|y|z'} | ASKS_NO_MORE | ``
            {'a': ['x']}   | '$.a': {'match': 'ignore-order', 'max': 3} | {'a': ['x']} | '$.a': {'match': 'ignore-order', 'max': 2} | NARROWED | $.a: ["x",null,null]
            {'a': ['x']}   | '$.a': {'match': 'ignore-order', 'min': 1, 'max': 3} | {'a': ['x']} | '$.a': {'match': 'ignore-order', 'min': 1, 'max': 2} | NARROWED | $.a: ["x",null,null]
            {'a': ['x']}   | '$.a': {'match': 'ignore-order', 'min': 1}, '$.a[*]': {'match': 'regex', 'regex': 'x|y'} | {'a': ['x']} | '$.a': {'match': 'ignore-order', 'min': 1}, '$.a[*]': {'match': 'regex', 'regex': 'x'} | NARROWED | $.a: ["y"]
            {'a': {}}      | ``                          | {'a': []}     | ``                          | NARROWED     | $.a: {}
            {'a.b': 'x'}   | '$[~a.b~]': {'match': 'type'} | {'a.b': 'x'} | ``                      | NARROWED     | $['a.b']: ""
            """)
    void a_change_has_this_verdict(
            String before, String rulesBefore, String after, String rulesAfter, Verdict verdict, String witness) {
        var changes = ContractComparison.changes(contract(before, rulesBefore), contract(after, rulesAfter));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.verdict()).isEqualTo(verdict);
            assertThat(change.witnesses().stream()
                            .map(each -> each.at() + ": " + each.shown())
                            .limit(1))
                    .containsExactlyElementsOf(witness.isEmpty() ? List.of() : List.of(witness));
        });
    }

    private static V4Pact contract(String body, String rules) {
        return Contract.json(body, rules);
    }
}
