package dev.treaty.stubs.matching.pact;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingCostTest {

    private static final String EVIL = "a".repeat(60);

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "(a+)+\\1b true",
                "(a{1,30}){1,30}b true",
                "(a|a)+\\1b true",
                "((a*)*)*b true",
                "(.*?a){25}b true",
                "a+b false",
                "(a+b)+ false",
                "([ab]+,)*[ab]+ false",
            })
    void a_regex_takes_long_if_it_does_for_the_text_that_was_sent(String regex, boolean takesLong) {
        assertThat(mayTakeLong(inHeader(regex), "/p/x", Map.of("X", List.of(EVIL)), ""))
                .isEqualTo(takesLong);
    }

    @Test
    void a_regex_is_tried_on_what_its_rule_is_for() {
        var contract = inHeader("(a{1,30}){1,30}b");

        assertThat(mayTakeLong(contract, "/p/x", Map.of("x", List.of(EVIL)), ""))
                .isTrue();
        assertThat(mayTakeLong(contract, "/p/x", Map.of("Y", List.of(EVIL)), ""))
                .isFalse();
        assertThat(mayTakeLong(contract, "/p/x?X=" + EVIL, Map.of(), EVIL)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "application/json; $.a; {\"a\": \"EVIL\"}; true",
                "application/json; $.a; {\"b\": \"EVIL\"}; false",
                "application/json; $.a; {\"a\": {\"c\": [1, \"EVIL\"]}}; true",
                "application/json; $.a[*].b; {\"a\": [{\"b\": \"x\"}, {\"b\": \"EVIL\"}]}; true",
                "application/x-www-form-urlencoded; $.a; a=EVIL; true",
                "application/x-www-form-urlencoded; $.a; b=EVIL; false",
                "application/x-www-form-urlencoded; $.a; b=1&a=EVIL&c=2; true",
                "application/x-www-form-urlencoded; $.a; a=EVIL&b=; true",
                "application/xml; $.a['#text']; <a>EVIL</a>; true",
                "text/plain; $; EVIL; true",
            })
    void a_regex_is_tried_on_the_texts_of_a_body(String type, String path, String body, boolean takesLong) {
        var contract = PactText.http("a body", """
            {"method": "POST", "path": "/x", "headers": {"Content-Type": ["%s"]},
             "body": {"content": "x", "contentType": "%s", "encoded": false},
             "matchingRules": {"body": {"%s": {"combine": "AND", "matchers": [{"match": "regex", "regex": "(a{1,30}){1,30}b"}]}}}}\
            """.formatted(type, type, path), PactText.text("x"));

        assertThat(mayTakeLong(contract, "/p/x", Map.of("Content-Type", List.of(type)), body.replace("EVIL", EVIL)))
                .isEqualTo(takesLong);
    }

    /** U+2626 has the byte of an ampersand twice in UTF-16. */
    @Test
    void a_field_of_a_form_is_as_long_as_it_is_in_the_form_s_charset() {
        var contract = PactText.http("a form", """
            {"method": "POST", "path": "/x", "headers": {"Content-Type": ["application/x-www-form-urlencoded;charset=UTF-16BE"]},
             "body": {"content": "a=1", "contentType": "application/x-www-form-urlencoded;charset=UTF-16BE", "encoded": false},
             "matchingRules": {"body": {"$.*": {"combine": "AND", "matchers": [{"match": "regex", "regex": "(.{1,30}){1,30}b"}]}}}}\
            """, PactText.text("x"));
        var headers = Map.of("Content-Type", List.of("application/x-www-form-urlencoded;charset=UTF-16BE"));
        var evil = "a=" + "\u2626".repeat(60);

        assertThat(mayTakeLong(contract, "/p/x", headers, evil.getBytes(UTF_16BE)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-charset", "%"})
    void a_form_in_an_unknown_charset_takes_no_time(String charset) {
        var headers = Map.of("Content-Type", List.of("application/x-www-form-urlencoded;charset=" + charset));

        assertThat(mayTakeLong(inHeader("(a+)+b"), "/p/x", headers, "a=" + EVIL))
                .isFalse();
    }

    @Test
    void a_list_in_any_order_takes_long_if_it_is_long() {
        var contract = PactText.http("a list", """
            {"method": "POST", "path": "/x", "headers": {"Content-Type": ["application/json"]},
             "body": {"content": [1], "contentType": "application/json", "encoded": false},
             "matchingRules": {"body": {"$": {"matchers": [{"match": "ignore-order"}]}}}}""", PactText.text("x"));
        var headers = Map.of("Content-Type", List.of("application/json"));

        assertThat(mayTakeLong(contract, "/p/x", headers, "[1,2]")).isFalse();
        assertThat(mayTakeLong(contract, "/p/x", headers, "[" + "1,".repeat(3_000) + "1]"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "application/json; 1,; 400_000; true",
                "application/json; 1,; 40_000; false",
                "application/json; x; 600_000; false",
                "application/xml; <a/>; 20_000; true",
                "application/xml; <a/>; 2_000; false",
                "application/x-www-form-urlencoded; a=1&; 20_000; true",
                "text/plain; x; 600_000; false",
            })
    void a_body_of_very_many_values_takes_long(String type, String value, String times, boolean takesLong) {
        var contract = PactText.http("a body", """
            {"method": "POST", "path": "/x", "headers": {"Content-Type": ["%s"]},
             "body": {"content": "x", "contentType": "%s", "encoded": false},
             "matchingRules": {"body": {"$.a": {"matchers": [{"match": "type"}]}}}}""".formatted(type, type), PactText.text("x"));
        var body = value.repeat(Integer.parseInt(times.replace("_", "")));

        assertThat(mayTakeLong(contract, "/p/x", Map.of("Content-Type", List.of(type)), body))
                .isEqualTo(takesLong);
    }

    private static String inHeader(String regex) {
        return PactText.http("a header", """
            {"method": "POST", "path": "/x", "headers": {"X": ["a"]},
             "matchingRules": {"header": {"X": {"combine": "AND", "matchers": [{"match": "regex", "regex": "%s"}]}}}}\
            """.formatted(regex.replace("\\", "\\\\")), PactText.text("x"));
    }

    private static boolean mayTakeLong(String contract, String url, Map<String, List<String>> headers, String body) {
        return mayTakeLong(contract, url, headers, body.getBytes(UTF_8));
    }

    private static boolean mayTakeLong(String contract, String url, Map<String, List<String>> headers, byte[] body) {
        var file = PactFile.parse(Path.of("c-p.json"), PactText.pact("c", "p", contract));
        var interactions = ContractSnapshot.of(List.of(file), StateFilter.ALL)
                .interactions()
                .map(HttpInteraction.class::cast)
                .toList();
        var sorted = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        var received = (ParsedRequest) ReceivedRequest.of(RawRequest.atMainPort("POST", url, sorted, body));
        return MatchingCost.of(interactions).mayTakeLong(received.request(), interactions);
    }
}
