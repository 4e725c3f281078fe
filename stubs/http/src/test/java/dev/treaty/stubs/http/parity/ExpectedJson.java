package dev.treaty.stubs.http.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A JSON value that a generated contract expects.
 *
 * @param rules by path below the value; the empty path is the value itself
 */
public record ExpectedJson(String value, Map<String, MatchingRule> rules) {

    private static final List<ExpectedJson> LEAVES = List.of(
            leaf("1"),
            leaf("1.0"),
            leaf("1.5"),
            leaf("'x'"),
            leaf("''"),
            leaf("'\u00e9'"),
            leaf("true"),
            leaf("null"),
            leaf("{}"),
            leaf("[]"),
            leaf("[1, 2]"),
            leaf("12345678901234567890123"),
            leaf("'a/b'"),
            leaf("'1'"),
            leaf("1", "integer"),
            leaf("1.5", "decimal"),
            leaf("1", "number"),
            leaf("1.5", "number"),
            leaf("'x'", "type"),
            leaf("1", "type"),
            leaf("true", "type"),
            leaf("true", "boolean"),
            leaf("null", "null"),
            leaf("'x'", "equality"),
            leaf("1.0", "equality"),
            leaf("'1.2.3'", "semver"),
            leaf("'x'", "notEmpty"),
            leaf("[1]", "notEmpty"),
            leaf("'1'", "integer"),
            leaf("null", "type"),
            leaf("'a1'", MatchingRule.regex("[a-z]\\d")),
            leaf("1", MatchingRule.regex("\\d+")),
            leaf("'hello'", MatchingRule.of("{'match': 'include', 'value': 'ell'}")),
            leaf("12", MatchingRule.of("{'match': 'include', 'value': '2'}")),
            leaf("'2000-02-01'", MatchingRule.of("{'match': 'date', 'format': 'yyyy-MM-dd'}")),
            leaf("'2000-02-01'", "date"),
            leaf("'12:30:00'", MatchingRule.of("{'match': 'time', 'format': 'HH:mm:ss'}")),
            leaf("'12:30:00'", "time"),
            leaf(
                    "'2000-02-01T12:30:00Z'",
                    MatchingRule.of("{'match': 'datetime', 'format': \"yyyy-MM-dd'T'HH:mm:ssX\"}")),
            leaf(
                    "'2000-02-01T12:30:00'",
                    MatchingRule.of("{'match': 'timestamp', 'format': \"yyyy-MM-dd'T'HH:mm:ss\"}")),
            leaf("'<a/>'", MatchingRule.of("{'match': 'contentType', 'value': 'application/xml'}")),
            leaf("'ab'", MatchingRule.of("{'match': 'regex', 'regex': 'a.*'}", "{'match': 'include', 'value': 'b'}")),
            leaf("1", MatchingRule.anyOf("{'match': 'integer'}", "{'match': 'null'}")),
            leaf("'x'", MatchingRule.anyOf("{'match': 'equality'}", "{'match': 'boolean'}")),
            leaf("[1, 2]", "type"),
            leaf("[1]", MatchingRule.of("{'match': 'type', 'min': 1}")),
            leaf("[1, 2]", MatchingRule.of("{'match': 'type', 'max': 2}")),
            leaf("[1, 2]", MatchingRule.of("{'match': 'type', 'min': 1, 'max': 3}")),
            leaf("[1, 2]", "ignore-order"),
            leaf("[1, 2]", MatchingRule.of("{'match': 'ignore-order', 'min': 1}")),
            leaf("[1, 'x']", MatchingRule.of("{'match': 'ignore-order', 'max': 2}")),
            leaf(
                    "[1, 'x']",
                    MatchingRule.of(
                            "{'match': 'arrayContains', 'variants': [{'index': 0, 'rules': {'$': {'matchers': [{'match': 'integer'}]}}, 'generators': {}}]}")),
            leaf(
                    "[{'a': 1, 'b': 'x'}]",
                    MatchingRule.of(
                            "{'match': 'arrayContains', 'variants': [{'index': 0, 'rules': {'$.a': {'matchers': [{'match': 'integer'}]}}, 'generators': {}}]}")),
            leaf("[1, 2]", MatchingRule.of("{'match': 'arrayContains', 'variants': []}")),
            leaf(
                    "['a']",
                    MatchingRule.of(
                            "{'match': 'eachValue', 'value': 'a', 'rules': [{'match': 'regex', 'regex': '[a-z]'}]}")),
            leaf("{'a': 1}", MatchingRule.of("{'match': 'eachValue', 'value': '1', 'rules': [{'match': 'integer'}]}")),
            leaf(
                    "{'a': 1}",
                    MatchingRule.of(
                            "{'match': 'eachKey', 'value': 'a', 'rules': [{'match': 'regex', 'regex': '[a-z]+'}]}")),
            leaf(
                    "{'a': 1}",
                    MatchingRule.of(
                            "{'match': 'eachKey', 'value': 'a', 'rules': [{'match': 'regex', 'regex': '[a-z]+'}]}",
                            "{'match': 'eachValue', 'value': '1', 'rules': [{'match': 'integer'}]}")),
            leaf("{'a': 1, 'b': 2}", "values"),
            leaf("{'a': 1}", "type"),
            leaf("{'a': 1}", "notEmpty"),
            leaf(
                    "[{'a': 1}]",
                    Map.of(
                            "",
                            MatchingRule.of("{'match': 'type', 'min': 1}"),
                            "[*].a",
                            MatchingRule.of("{'match': 'integer'}"))),
            leaf(
                    "[{'a': 1}]",
                    Map.of("", MatchingRule.of("{'match': 'type'}"), "[*].*", MatchingRule.of("{'match': 'type'}"))),
            leaf("[1, 2]", Map.of("[*]", MatchingRule.of("{'match': 'integer'}"))),
            leaf(
                    "{'a': 1, 'b': 2}",
                    Map.of("", MatchingRule.of("{'match': 'values'}"), ".*", MatchingRule.of("{'match': 'integer'}"))),
            leaf("{'a': 1, 'b': 'x'}", Map.of(".*", MatchingRule.of("{'match': 'type'}"))),
            leaf("[[1]]", Map.of("[0][0]", MatchingRule.of("{'match': 'integer'}"))));

    private static final List<String> KEYS = List.of("a", "b", "a b", "a.b", "\u00e9", "$x", "a[0]", "0", "A");

    private static ExpectedJson leaf(String value) {
        return leaf(value, Map.of());
    }

    private static ExpectedJson leaf(String value, String match) {
        return leaf(value, MatchingRule.of("{'match': '" + match + "'}"));
    }

    private static ExpectedJson leaf(String value, MatchingRule rule) {
        return leaf(value, Map.of("", rule));
    }

    private static ExpectedJson leaf(String value, Map<String, MatchingRule> rules) {
        return new ExpectedJson(MatchingRule.json(value).toString(), rules);
    }

    public static Arbitrary<ExpectedJson> all() {
        var leaves = Arbitraries.of(LEAVES);
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaves),
                Tuple.of(6, nested(leaves)),
                Tuple.of(2, nested(Arbitraries.oneOf(leaves, nested(leaves)))));
    }

    private static Arbitrary<ExpectedJson> nested(Arbitrary<ExpectedJson> inner) {
        var objects = Combinators.combine(
                        Arbitraries.of(KEYS)
                                .list()
                                .uniqueElements()
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        inner.list().ofSize(3))
                .as(ExpectedJson::object);
        return Arbitraries.frequencyOf(
                Tuple.of(4, objects),
                Tuple.of(1, inner.list().ofMinSize(1).ofMaxSize(2).map(ExpectedJson::array)));
    }

    private static ExpectedJson object(List<String> keys, List<ExpectedJson> values) {
        var object = JsonNodeFactory.instance.objectNode();
        var rules = new LinkedHashMap<String, MatchingRule>();
        for (var i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            object.set(key, values.get(i).node());
            var path = key.matches("[A-Za-z]+") ? "." + key : "['" + key + "']";
            values.get(i).rules().forEach((below, rule) -> rules.put(path + below, rule));
        }
        return new ExpectedJson(object.toString(), rules);
    }

    private static ExpectedJson array(List<ExpectedJson> values) {
        var rules = new LinkedHashMap<String, MatchingRule>();
        for (var i = 0; i < values.size(); i++) {
            var path = "[" + i + "]";
            values.get(i).rules().forEach((below, rule) -> rules.put(path + below, rule));
        }
        return new ExpectedJson(
                values.stream().map(ExpectedJson::value).collect(Collectors.joining(",", "[", "]")), rules);
    }

    public ExpectedBody body(String contentType) {
        var rulesByPath = new LinkedHashMap<String, MatchingRule>();
        rules.forEach((path, rule) -> rulesByPath.put("$" + path, rule));
        // the result would be random, see ExpectedBody
        rulesByPath.computeIfPresent("$", (root, rule) -> rule.names().anyMatch("include"::equals) ? null : rule);
        return ExpectedBody.json(contentType, value, rulesByPath);
    }

    public JsonNode node() {
        return MatchingRule.json(value);
    }
}
