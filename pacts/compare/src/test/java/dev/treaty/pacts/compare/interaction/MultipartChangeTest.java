package dev.treaty.pacts.compare.interaction;

import static dev.treaty.pacts.compare.interaction.Contract.interaction;
import static dev.treaty.pacts.compare.interaction.Contract.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of pacts/README.md about multipart bodies. */
class MultipartChangeTest {

    /** A part is its name, further headers, and its content. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            # parts                  | rules              | parts                    | rules              | verdict      | what the witness has
            a;1                      | ``                 | a;1                      | ``                 | SAME         | ``
            a;1                      | ``                 | a;2                      | ``                 | NARROWED     | part a body: 1
            a;1                      | ``                 | a;2                      | '$.a': '[0-9]'     | ASKS_NO_MORE | ``
            a;1                      | '$.a': '[0-9]'     | a;1                      | '$.a': '[1-9]'     | NARROWED     | part a body: 0
            a;1                      | ``                 | a;1, b;2                 | ``                 | NARROWED     | body: parts a
            a;1, b;2                 | ``                 | a;1                      | ``                 | NARROWED     | body: parts a, b
            a;1, b;2                 | ``                 | b;2, a;1                 | ``                 | NARROWED     | part b header Content-Disposition: form-data; name="a"
            a;X: 1;1                 | ``                 | a;1                      | ``                 | ASKS_NO_MORE | ``
            a;X: 1;1                 | ``                 | a;x: 1;1                 | ``                 | ASKS_NO_MORE | ``
            a;1                      | ``                 | a;X: 1;1                 | ``                 | NARROWED     | part a header X: missing
            a;Content-Type: application/json;{"b":1} | ``                   | a;Content-Type: application/json;{"b":2} | '$.a.b': 'type'    | ASKS_NO_MORE | ``
            a;Content-Type: application/json;{"b":1} | '$.a.b': 'type'      | a;Content-Type: application/json;{"b":1} | ``                 | NARROWED     | part a $.b: 0
            a;Content-Type: application/json;{"b":1} | ``                   | a;Content-Type: application/json;{}      | ``                 | ASKS_NO_MORE | ``
            a;Content-Type: application/json;{}      | ``                   | a;Content-Type: application/json;{"b":1} | ``                 | NARROWED     | part a $.b: missing
            a;Content-Type: application/json;1       | ``                   | a;Content-Type: text/plain;1             | ``                 | NARROWED     | part a header Content-Type: application/json
            a;Content-Type: text/plain;1             | ``                   | a;1                                      | ``                 | ASKS_NO_MORE | ``
            a;Content-Type: application/json;1       | ``                   | a;1                                      | ``                 | NOT_PROVEN   | ``
            a;1                                      | ``                   | a;Content-Type: application/json;1       | ``                 | NOT_PROVEN   | ``
            a;Content-Type: image/png;1              | ``                   | a;Content-Type: image/png;2              | ``                 | NARROWED     | part a body: 1 byte of image/png
            a;Content-Transfer-Encoding: base64;MQ== | ``                   | a;Content-Transfer-Encoding: base64;Mg== | ``                 | NARROWED     | body: 97 bytes of multipart/form-data
            """)
    void a_change_has_this_verdict(
            String before, String rulesBefore, String after, String rulesAfter, Verdict verdict, String witness) {
        var changes = ContractComparison.changes(
                Contract.of(response(before, rulesBefore)), Contract.of(response(after, rulesAfter)));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.verdict()).as("%s", change).isEqualTo(verdict);
            assertThat(change.witnesses().stream()
                            .map(each -> each.at() + ": "
                                    + each.shown().lines().findFirst().orElse(""))
                            .limit(1))
                    .containsExactlyElementsOf(witness.isEmpty() ? List.of() : List.of(witness));
        });
    }

    private static String response(String parts, String rules) {
        var body =
                Arrays.stream(parts.split(", ")).map(MultipartChangeTest::part).collect(Collectors.joining())
                        + "--x--\r\n";
        return interaction(
                "a request",
                quoted("""
                {'status': 200, 'headers': {'Content-Type': ['multipart/form-data; boundary=x']},
                 'body': {'content': 'BODY', 'contentType': 'multipart/form-data; boundary=x', 'encoded': false},
                 'matchingRules': {'body': {%s}}}""".formatted(rules(rules)))
                        .replace("BODY", body.replace("\"", "\\\"").replace("\r\n", "\\r\\n")));
    }

    private static String part(String part) {
        var fields = part.split(";");
        var headers = Arrays.stream(fields, 1, fields.length - 1)
                .map(header -> header + "\r\n")
                .collect(Collectors.joining());
        return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n%s\r\n%s\r\n"
                .formatted(fields[0], headers, fields[fields.length - 1]);
    }

    private static String rules(String rules) {
        return rules.endsWith("'type'")
                ? rules.replace("'type'", "{'matchers': [{'match': 'type'}]}")
                : rules.replaceFirst(": (.*)$", ": {'matchers': [{'match': 'regex', 'regex': $1}]}");
    }
}
