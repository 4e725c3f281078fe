package dev.treaty.stubs.export;

import static dev.treaty.stubs.export.ContractText.ofJson;
import static dev.treaty.stubs.export.ContractText.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.export.draft.TranslatedRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the report calls exact is exact: stock WireMock and pact-jvm's mock server accept and refuse the same. */
class ExactRulesTest {

    @TempDir
    Path folder;

    /**
     * A contract and requests for it.
     *
     * @param exact the places that the report must call exact, e.g. {@code "body $.a"}
     */
    record Case(
            String name, PactFile contract, List<String> exact, List<RawRequest> accepted, List<RawRequest> refused) {

        static Case of(String name, PactFile contract, String... exact) {
            return new Case(name, contract, List.of(exact), new ArrayList<>(), new ArrayList<>());
        }

        Case accepts(RawRequest... requests) {
            accepted.addAll(List.of(requests));
            return this;
        }

        Case refuses(RawRequest... requests) {
            refused.addAll(List.of(requests));
            return this;
        }

        Case acceptsJson(String... bodies) {
            Arrays.stream(bodies).forEach(body -> accepted.add(RawRequest.post("/things", "application/json", body)));
            return this;
        }

        Case refusesJson(String... bodies) {
            Arrays.stream(bodies).forEach(body -> refused.add(RawRequest.post("/things", "application/json", body)));
            return this;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"values", "lists", "maps", "paths", "queries", "headers", "forms", "bodies", "xml"})
    void both_accept_and_reject_the_same_requests(Case one) {
        var report = Export.of(List.of(one.contract()), List.of()).report();

        assertThat(report.rulesOf(ContractText.DESCRIPTION))
                .filteredOn(TranslatedRule::isExact)
                .extracting(TranslatedRule::place)
                .containsAll(one.exact());
        var wrong = new ArrayList<String>();
        try (var pact = PactMockServer.of(one.contract());
                var wireMock = StockWireMock.of(folder, one.contract())) {
            for (var request : one.accepted()) {
                add(wrong, "pact-jvm refuses", !pact.send(request).isAccepted(), request);
                add(wrong, "WireMock refuses", !wireMock.send(request).isAccepted(), request);
            }
            for (var request : one.refused()) {
                add(wrong, "pact-jvm accepts", pact.send(request).isAccepted(), request);
                add(wrong, "WireMock accepts", wireMock.send(request).isAccepted(), request);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void add(List<String> wrong, String verdict, boolean isGiven, RawRequest request) {
        if (isGiven) {
            wrong.add(verdict + " " + request);
        }
    }

    static Stream<Case> values() {
        return Stream.of(
                Case.of("no rule, no number", ofJson("{\"a\": \"x\", \"b\": [true, null, {\"c\": \"\"}]}", ""), "body")
                        .acceptsJson(
                                "{\"a\": \"x\", \"b\": [true, null, {\"c\": \"\"}]}",
                                "{\"b\":[true,null,{\"c\":\"\"}],\"a\":\"x\"}")
                        .refusesJson(
                                "{\"a\": \"y\", \"b\": [true, null, {\"c\": \"\"}]}",
                                "{\"a\": \"x\", \"b\": [null, true, {\"c\": \"\"}]}",
                                "{\"a\": \"x\", \"b\": [true, null, {\"c\": null}]}",
                                "{\"a\": \"x\", \"b\": [true, null, {}]}",
                                "{\"a\": \"x\", \"b\": [true, null, {\"c\": \"\"}], \"d\": 1}",
                                "{\"a\": \"x\", \"b\": [true, null, {\"c\": \"\", \"d\": null}]}",
                                "{\"a\": \"x\", \"b\": [true, null]}",
                                "[]",
                                "",
                                "{\"a\""),
                Case.of("no rule, numbers", ofJson("{\"a\": 1, \"b\": 1.5, \"c\": []}", ""), "body")
                        .acceptsJson("{\"a\": 1, \"b\": 1.5, \"c\": []}", "{\"a\": 1, \"b\": 1.50, \"c\": []}")
                        .refusesJson(
                                "{\"a\": 1.0, \"b\": 1.5, \"c\": []}",
                                "{\"a\": \"1\", \"b\": 1.5, \"c\": []}",
                                "{\"a\": 1, \"b\": 1, \"c\": []}",
                                "{\"a\": 2, \"b\": 1.5, \"c\": []}",
                                "{\"a\": 1, \"b\": 1.5, \"c\": [1]}",
                                "{\"a\": 1, \"b\": 1.5, \"c\": {}}"),
                Case.of(
                                "type",
                                ofJson(
                                        "{\"s\": \"x\", \"n\": 1, \"b\": true, \"z\": null, \"o\": {\"k\": 1}}",
                                        rule("$.s", "'match': 'type'") + "," + rule("$.n", "'match': 'type'") + ","
                                                + rule("$.b", "'match': 'type'") + ","
                                                + rule("$.z", "'match': 'type'") + ","
                                                + rule("$.o", "'match': 'type'")),
                                "body $.s",
                                "body $.n",
                                "body $.b",
                                "body $.z",
                                "body $.o")
                        .acceptsJson(
                                "{\"s\": \"\", \"n\": 2.5, \"b\": false, \"z\": null, \"o\": {\"k\": 1e3}}",
                                "{\"s\": \"x\", \"n\": 1, \"b\": true, \"z\": null, \"o\": {\"k\": 2}}")
                        .refusesJson(
                                "{\"s\": 1, \"n\": 1, \"b\": true, \"z\": null, \"o\": {\"k\": 1}}",
                                "{\"s\": null, \"n\": 1, \"b\": true, \"z\": null, \"o\": {\"k\": 1}}",
                                "{\"s\": \"x\", \"n\": \"1\", \"b\": true, \"z\": null, \"o\": {\"k\": 1}}",
                                "{\"s\": \"x\", \"n\": 1, \"b\": \"true\", \"z\": null, \"o\": {\"k\": 1}}",
                                "{\"s\": \"x\", \"n\": 1, \"b\": true, \"z\": 0, \"o\": {\"k\": 1}}",
                                "{\"s\": \"x\", \"n\": 1, \"b\": true, \"z\": null, \"o\": {\"k\": \"1\"}}",
                                "{\"s\": \"x\", \"n\": 1, \"b\": true, \"z\": null, \"o\": {\"k\": 1, \"l\": 1}}",
                                "{\"s\": \"x\", \"n\": 1, \"b\": true, \"z\": null, \"o\": {}}",
                                "{\"s\": \"x\", \"n\": 1, \"b\": true, \"o\": {\"k\": 1}}"),
                Case.of("integer", ofJson("{\"a\": 1}", rule("$.a", "'match': 'integer'")), "body $.a")
                        .acceptsJson("{\"a\": 2}", "{\"a\": -0}", "{\"a\": 123456789012345678901234567890}")
                        .refusesJson("{\"a\": 1.0}", "{\"a\": 1e3}", "{\"a\": \"1\"}", "{\"a\": null}", "{}"),
                Case.of("boolean", ofJson("{\"a\": true}", rule("$.a", "'match': 'boolean'")), "body $.a")
                        .acceptsJson("{\"a\": false}", "{\"a\": \"true\"}")
                        .refusesJson("{\"a\": 1}", "{\"a\": \"yes\"}", "{\"a\": null}"),
                Case.of("null", ofJson("{\"a\": null}", rule("$.a", "'match': 'null'")), "body $.a")
                        .acceptsJson("{\"a\": null}")
                        .refusesJson("{\"a\": \"\"}", "{\"a\": 0}", "{}"),
                Case.of(
                                "equality in a type",
                                ofJson(
                                        "{\"a\": {\"b\": 1, \"c\": 1}}",
                                        rule("$.a", "'match': 'type'") + "," + rule("$.a.c", "'match': 'equality'")),
                                "body $.a")
                        .acceptsJson("{\"a\": {\"b\": 2, \"c\": 1}}")
                        .refusesJson("{\"a\": {\"b\": 2, \"c\": 2}}"),
                Case.of(
                                "not empty",
                                ofJson(
                                        "{\"a\": \"x\", \"b\": [1]}",
                                        rule("$.a", "'match': 'notEmpty'") + "," + rule("$.b", "'match': 'notEmpty'")),
                                "body $.a",
                                "body $.b")
                        .acceptsJson("{\"a\": \"y\", \"b\": [2, 3]}")
                        .refusesJson(
                                "{\"a\": \"\", \"b\": [1]}", "{\"a\": \"y\", \"b\": []}", "{\"a\": 1, \"b\": [1]}"),
                Case.of("a number at the root", ofJson("5", rule("$", "'match': 'integer'")), "body $")
                        .acceptsJson("6")
                        .refusesJson("\"6\"", "6.5", "nothing", "{}"));
    }

    static Stream<Case> lists() {
        return Stream.of(
                Case.of(
                                "each like",
                                ofJson(
                                        "{\"a\": [{\"b\": \"x\"}]}",
                                        rule("$.a", "'match': 'type', 'min': 1") + ","
                                                + rule("$.a[*].b", "'match': 'type'")),
                                "body $.a",
                                "body $.a[*].b")
                        .acceptsJson(
                                "{\"a\": [{\"b\": \"y\"}]}", "{\"a\": [{\"b\": \"y\"}, {\"b\": \"\"}, {\"b\": \"z\"}]}")
                        .refusesJson(
                                "{\"a\": []}",
                                "{\"a\": [{\"b\": \"y\"}, {}]}",
                                "{\"a\": [{\"b\": 1}]}",
                                "{\"a\": [{\"b\": \"y\"}, {\"b\": 1}]}",
                                "{\"a\": {\"b\": \"x\"}}",
                                "{\"a\": [{\"b\": \"y\", \"c\": 1}]}",
                                "{\"a\": null}"),
                Case.of(
                                "at least and at most",
                                ofJson("{\"a\": [1, 2]}", rule("$.a", "'match': 'type', 'min': 2, 'max': 3")),
                                "body $.a")
                        .acceptsJson("{\"a\": [3, 4]}", "{\"a\": [3, 4, 5.5]}")
                        .refusesJson("{\"a\": [3]}", "{\"a\": [3, 4, 5, 6]}", "{\"a\": [3, \"4\"]}"),
                Case.of(
                                "elements of different types",
                                ofJson("{\"a\": [1, \"x\"]}", rule("$.a", "'match': 'type'")),
                                "body $.a")
                        .acceptsJson("{\"a\": []}", "{\"a\": [2]}", "{\"a\": [2, \"y\"]}", "{\"a\": [2, \"y\", 3]}")
                        .refusesJson("{\"a\": [\"y\", 2]}", "{\"a\": [2, 3]}", "{\"a\": [2, \"y\", \"z\"]}"),
                Case.of(
                                "only the elements have a rule",
                                ofJson("{\"a\": [1, 2]}", rule("$.a[*]", "'match': 'integer'")),
                                "body $.a[*]")
                        .acceptsJson("{\"a\": [3, 4]}")
                        .refusesJson("{\"a\": [3]}", "{\"a\": [3, 4, 5]}", "{\"a\": [3, 4.5]}"),
                Case.of(
                                "one element has a rule",
                                ofJson("{\"a\": [1, 2]}", rule("$.a[1]", "'match': 'integer'")),
                                "body $.a[1]")
                        .acceptsJson("{\"a\": [1, 4]}")
                        .refusesJson("{\"a\": [3, 4]}", "{\"a\": [1, 4, 5]}"),
                Case.of(
                                "array contains",
                                ofJson(
                                        "{\"a\": [\"x\", {\"t\": 1}]}",
                                        rule(
                                                "$.a",
                                                "'match': 'arrayContains', 'variants': [{'index': 0, 'rules': {}}, {'index': 1, 'rules': {'$.t': {'combine': 'AND', 'matchers': [{'match': 'integer'}]}}}]")),
                                "body $.a")
                        .acceptsJson("{\"a\": [{\"t\": 7}, 5, \"x\"]}", "{\"a\": [\"x\", {\"t\": 1}]}")
                        .refusesJson(
                                "{\"a\": [\"x\"]}",
                                "{\"a\": [{\"t\": 1}]}",
                                "{\"a\": [\"x\", {\"t\": \"1\"}]}",
                                "{\"a\": [\"x\", {\"t\": 1, \"u\": 1}]}"),
                Case.of(
                                "any order",
                                ofJson("{\"a\": [\"x\", 2, {\"b\": [1]}]}", rule("$.a", "'match': 'ignore-order'")),
                                "body $.a")
                        .acceptsJson("{\"a\": [{\"b\": [1]}, \"x\", 2]}")
                        .refusesJson(
                                "{\"a\": [{\"b\": [1]}, \"x\", 3]}",
                                "{\"a\": [\"x\", 2]}",
                                "{\"a\": [\"x\", 2, {\"b\": [1]}, 2]}",
                                "{\"a\": [\"x\", 2, {\"b\": [1.0]}]}",
                                "{\"a\": [\"x\", \"x\", 2]}"),
                Case.of(
                                "any order, at least",
                                ofJson("{\"a\": [\"x\", \"y\"]}", rule("$.a", "'match': 'ignore-order', 'min': 2")),
                                "body $.a")
                        .acceptsJson("{\"a\": [\"z\", \"y\", \"x\"]}", "{\"a\": [\"y\", \"x\"]}")
                        .refusesJson("{\"a\": [\"y\"]}", "{\"a\": [\"z\", \"y\"]}"),
                Case.of(
                                "any order, at most",
                                ofJson("{\"a\": [\"x\", \"y\"]}", rule("$.a", "'match': 'ignore-order', 'max': 3")),
                                "body $.a")
                        .acceptsJson("{\"a\": [\"z\", \"y\", \"x\"]}", "{\"a\": [\"y\", \"x\"]}")
                        .refusesJson("{\"a\": [\"y\"]}", "{\"a\": [\"x\", \"y\", \"z\", \"z\"]}"),
                Case.of(
                                "equal in a type",
                                ofJson(
                                        "{\"a\": [1, 2]}",
                                        rule("$", "'match': 'type'") + "," + rule("$.a", "'match': 'equality'")),
                                "body $.a")
                        .acceptsJson("{\"a\": [1, 2]}")
                        .refusesJson("{\"a\": [1]}", "{\"a\": [1, 3]}", "{\"a\": [1, 2, 2]}"));
    }

    static Stream<Case> maps() {
        return Stream.of(
                Case.of(
                                "values",
                                ofJson(
                                        "{\"a\": {\"k\": {\"n\": 1}}}",
                                        rule("$.a", "'match': 'values'") + "," + rule("$.a.*.n", "'match': 'integer'")),
                                "body $.a",
                                "body $.a.*.n")
                        .acceptsJson(
                                "{\"a\": {\"other\": {\"n\": 5}, \"third\": {\"n\": 6}}}",
                                "{\"a\": {\"k\": {\"n\": 1}}}",
                                "{\"a\": {}}")
                        .refusesJson(
                                "{\"a\": {\"other\": {\"n\": 5.5}}}",
                                "{\"a\": {\"other\": {}}}",
                                "{\"a\": {\"other\": {\"n\": 5, \"m\": 1}}}",
                                "{\"a\": []}"),
                Case.of(
                                "each value",
                                ofJson(
                                        "{\"a\": {\"k\": 1}}",
                                        rule(
                                                "$.a",
                                                "'match': 'eachValue', 'rules': [{'match': 'integer'}], 'value': '1'")),
                                "body $.a")
                        .acceptsJson("{\"a\": {\"other\": 5}}", "{\"a\": {\"k\": 5, \"l\": 6}}")
                        .refusesJson("{\"a\": {\"other\": 5.5}}", "{\"a\": {\"k\": \"1\"}}"),
                Case.of(
                                "each key",
                                ofJson(
                                        "{\"a\": {\"k1\": 1}}",
                                        rule(
                                                "$.a",
                                                "'match': 'eachKey', 'rules': [{'match': 'regex', 'regex': 'k\\\\d+'}], 'value': 'k1'")),
                                "body $.a")
                        .acceptsJson("{\"a\": {\"k2\": 1}}", "{\"a\": {\"k2\": \"whatever\", \"k3\": 1}}")
                        .refusesJson(
                                "{\"a\": {\"k\": 1}}", "{\"a\": {\"k1\": 1, \"x\": 1}}", "{\"a\": {\"k1\\n\": 1}}"),
                Case.of(
                                "each key and each value",
                                ofJson(
                                        "{\"a\": {\"k1\": 1}}",
                                        rule(
                                                "$.a",
                                                "'match': 'eachKey', 'rules': [{'match': 'regex', 'regex': 'k\\\\d+'}], 'value': 'k1'",
                                                "'match': 'eachValue', 'rules': [{'match': 'integer'}], 'value': '1'")),
                                "body $.a")
                        .acceptsJson("{\"a\": {\"k2\": 5}}")
                        .refusesJson("{\"a\": {\"x\": 5}}", "{\"a\": {\"k2\": \"5\"}}"),
                Case.of(
                                "each value of a list",
                                ofJson(
                                        "{\"a\": [\"x\"]}",
                                        rule(
                                                "$.a",
                                                "'match': 'eachValue', 'rules': [{'match': 'type'}], 'value': 'x'")),
                                "body $.a")
                        .acceptsJson("{\"a\": [\"y\"]}", "{\"a\": [\"y\", \"z\"]}", "{\"a\": []}")
                        .refusesJson("{\"a\": [1]}", "{\"a\": [\"y\", 1]}"),
                Case.of("an empty object and a rule", ofJson("{\"a\": {}}", rule("$.a", "'match': 'type'")), "body")
                        .acceptsJson("{\"a\": {}}")
                        .refusesJson("{\"a\": {\"b\": 1}}", "{\"a\": []}"));
    }

    static Stream<Case> paths() {
        return Stream.of(
                Case.of(
                                "a plain path",
                                ContractText.of("{\"method\": \"GET\", \"path\": \"/a/b\"}"),
                                "path",
                                "query",
                                "method")
                        .accepts(RawRequest.get("/a/b"), RawRequest.get("/a/b?"))
                        .refuses(
                                RawRequest.get("/a/b/"),
                                RawRequest.get("/a/b?x=1"),
                                RawRequest.get("/a"),
                                RawRequest.get("/a/B"),
                                RawRequest.get("/a/b?x"),
                                new RawRequest("POST", "/a/b", List.of(), "")),
                Case.of(
                                "a path with a dot",
                                ContractText.of("{\"method\": \"GET\", \"path\": \"/a/Messages.json\"}"),
                                "path",
                                "query")
                        .accepts(RawRequest.get("/a/Messages.json"), RawRequest.get("/a/Messages-json"))
                        .refuses(
                                RawRequest.get("/a/Messages.jsonx"),
                                RawRequest.get("/a/Messages?json"),
                                RawRequest.get("/a/Messages.json?x=1")),
                Case.of(
                                "a path that is a regex for others",
                                ContractText.of("{\"method\": \"GET\", \"path\": \"/a+b\"}"),
                                "path")
                        .accepts(RawRequest.get("/a+b"), RawRequest.get("/aab"))
                        .refuses(RawRequest.get("/b")),
                Case.of("a path that is no regex", ContractText.of("{\"method\": \"GET\", \"path\": \"/a(b\"}"), "path")
                        .accepts(RawRequest.get("/a(b"))
                        .refuses(RawRequest.get("/ab")),
                Case.of("a regex", ContractText.of("""
                        {"method": "GET", "path": "/a/1", "matchingRules": {"path": {"combine": "AND", "matchers": [{"match": "regex", "regex": "/a/\\\\d+|/b/.+"}]}}}"""), "path", "query")
                        .accepts(RawRequest.get("/a/22"), RawRequest.get("/b/x/y"))
                        .refuses(
                                RawRequest.get("/a/x"),
                                RawRequest.get("/a/1?x=1"),
                                RawRequest.get("/b/?x=1"),
                                RawRequest.get("/b/x?y"),
                                RawRequest.get("/b/")),
                Case.of("a regex that could go on into the query", ContractText.of("""
                        {"method": "GET", "path": "/a/x", "matchingRules": {"path": {"combine": "AND", "matchers": [{"match": "regex", "regex": "/a/\\\\S+"}]}}}"""), "path", "query")
                        .accepts(RawRequest.get("/a/yy"))
                        .refuses(RawRequest.get("/a/y?z=1"), RawRequest.get("/a/")),
                Case.of("type", ContractText.of("""
                        {"method": "GET", "path": "/a/x", "matchingRules": {"path": {"combine": "AND", "matchers": [{"match": "type"}]}}}"""), "path", "query")
                        .accepts(RawRequest.get("/whatever"))
                        .refuses(RawRequest.get("/whatever?z=1")),
                Case.of("include and regex", ContractText.of("""
                        {"method": "GET", "path": "/a/x", "matchingRules": {"path": {"combine": "AND", "matchers": [{"match": "include", "value": "a"}, {"match": "regex", "regex": "/./."}]}}}"""), "path")
                        .accepts(RawRequest.get("/y/a"), RawRequest.get("/a/x"))
                        .refuses(RawRequest.get("/y/z"), RawRequest.get("/aaa")));
    }

    static Stream<Case> queries() {
        var two = ContractText.of("""
                {"method": "GET", "path": "/a", "query": {"limit": ["2"], "created[gte]": ["x y"]}}""");
        var ruled = ContractText.of("""
                {"method": "GET", "path": "/a.b", "query": {"limit": ["2"], "q": ["x"]},
                 "matchingRules": {"query": {"limit": {"combine": "AND", "matchers": [{"match": "regex", "regex": "-?\\\\d+"}]}}}}""");
        var leaving = ContractText.of("""
                {"method": "GET", "path": "/a/x", "query": {"limit": ["2"]}, "matchingRules": {"path": {"combine": "AND", "matchers": [{"match": "regex", "regex": "/a/\\\\S+"}]}}}""");
        return Stream.of(
                Case.of("two parameters", two, "query limit", "query created[gte]", "query")
                        .accepts(
                                RawRequest.get("/a?limit=2&created%5Bgte%5D=x%20y"),
                                RawRequest.get("/a?created[gte]=x+y&limit=2"),
                                RawRequest.get("/a?created%5bgte%5d=x+y&limit=%32"))
                        .refuses(
                                RawRequest.get("/a"),
                                RawRequest.get("/a?limit=2"),
                                RawRequest.get("/a?limit=2&created[gte]=x+y&more=1"),
                                RawRequest.get("/a?limit=2&limit=2&created[gte]=x+y"),
                                RawRequest.get("/a?limit=3&created[gte]=x+y"),
                                RawRequest.get("/a?limit=2&created[gte]=x"),
                                RawRequest.get("/a?limit&created[gte]=x+y"),
                                RawRequest.get("/a?Limit=2&created[gte]=x+y"),
                                RawRequest.get("/a?limit=2;created[gte]=x+y")),
                Case.of("a rule", ruled, "query q", "query")
                        .accepts(RawRequest.get("/a.b?limit=77&q=x"), RawRequest.get("/aXb?limit=-1&q=x"))
                        .refuses(
                                RawRequest.get("/a.b?limit=7.5&q=x"),
                                RawRequest.get("/a.b?limit=&q=x"),
                                RawRequest.get("/a.b?limit=x&q=x"),
                                RawRequest.get("/a?b?limit=1&q=x")),
                Case.of("with a path that could go on into the query", leaving, "query limit", "query", "path")
                        .accepts(RawRequest.get("/a/yy?limit=2"))
                        .refuses(
                                RawRequest.get("/a/y?x=1&limit=2"),
                                RawRequest.get("/a/?limit=2"),
                                RawRequest.get("/a/y?limit=2&x=?limit=2"),
                                RawRequest.get("/a/y")));
    }

    static Stream<Case> headers() {
        var plain = ContractText.of(
                "{\"method\": \"GET\", \"path\": \"/a\", \"headers\": {\"X-One\": [\"a, b,c\"], \"X-Two\": [\"x.y\"], \"Cookie\": [\"s=1; t=a%20b\"]}}");
        var accept = ContractText.of(
                "{\"method\": \"GET\", \"path\": \"/a\", \"headers\": {\"Accept\": [\"application/json;q=0.5\"]}}");
        var ruled = ContractText.of("""
                {"method": "GET", "path": "/a", "headers": {"Authorization": ["Bearer 1"], "X-Count": ["1"]},
                 "matchingRules": {"header": {"authorization": {"combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer .+"}]},
                                              "X-Count": {"combine": "OR", "matchers": [{"match": "decimal"}, {"match": "regex", "regex": "many"}]}}}}""");
        var odd = ContractText.of(
                "{\"method\": \"GET\", \"path\": \"/a\", \"headers\": {\"Cookie\": [\"s=(1)\", \"s=2\"]}}");
        return Stream.of(
                Case.of("plain headers and cookies", plain, "header X-One", "header X-Two", "cookie s", "cookie t")
                        .accepts(RawRequest.get("/a", "X-One: a,b,  c", "x-two: x.y", "Cookie: u=7; t=a%20b; s=1"))
                        .refuses(
                                RawRequest.get("/a", "X-One: a b c", "X-Two: x.y", "Cookie: s=1; t=a%20b"),
                                RawRequest.get("/a", "X-One: a,b,c", "X-Two: xzy", "Cookie: s=1; t=a%20b"),
                                RawRequest.get("/a", "X-One: a,b,c", "X-Two: X.Y", "Cookie: s=1; t=a%20b"),
                                RawRequest.get("/a", "X-One: a,b,c", "X-Two: x.y", "Cookie: s=1"),
                                RawRequest.get("/a", "X-One: a,b,c", "X-Two: x.y", "Cookie: s=2; t=a%20b"),
                                RawRequest.get("/a", "X-One: a,b,c", "X-Two: x.y"),
                                RawRequest.get("/a", "X-Two: x.y", "Cookie: s=1; t=a%20b")),
                Case.of("Accept", accept, "header Accept")
                        .accepts(
                                RawRequest.get("/a", "Accept: application/json;q=0.5"),
                                RawRequest.get("/a", "Accept: Application/JSON ; q=0.5"),
                                RawRequest.get("/a", "Accept: application/json; level=1; q=0.5"))
                        .refuses(
                                RawRequest.get("/a", "Accept: application/json"),
                                RawRequest.get("/a", "Accept: application/json;q=0.6"),
                                RawRequest.get("/a", "Accept: application/json;q=0.5, text/html"),
                                RawRequest.get("/a", "Accept: */*"),
                                RawRequest.get("/a")),
                Case.of("rules", ruled, "header Authorization", "header X-Count")
                        .accepts(
                                RawRequest.get("/a", "Authorization: Bearer xyz", "X-Count: 1.5"),
                                RawRequest.get("/a", "Authorization: Bearer xyz", "X-Count: many"),
                                RawRequest.get("/a", "Authorization: Bearer xyz", "X-Count: 0"))
                        .refuses(
                                RawRequest.get("/a", "Authorization: Bearer", "X-Count: 1.5"),
                                RawRequest.get("/a", "Authorization: Bearer x", "X-Count: 1"),
                                RawRequest.get("/a", "X-Count: 1.5")),
                Case.of("odd cookies", odd, "cookies")
                        .accepts(RawRequest.get("/a", "Cookie: s=2; s=(1)"))
                        .refuses(RawRequest.get("/a", "Cookie: s=2"), RawRequest.get("/a", "Cookie: s=(1); xs=2")));
    }

    static Stream<Case> forms() {
        var form = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["application/x-www-form-urlencoded"]},
                 "body": {"content": "amount=2000&metadata%5Border_id%5D=67+35&empty=", "contentType": "application/x-www-form-urlencoded", "encoded": false}}""");
        var type = "application/x-www-form-urlencoded";
        return Stream.of(Case.of("a form", form, "form amount", "form metadata[order_id]", "form empty", "form")
                .accepts(
                        RawRequest.post("/things", type, "amount=2000&metadata%5Border_id%5D=67+35&empty="),
                        RawRequest.post(
                                "/things", type + "; charset=UTF-8", "empty=&metadata[order_id]=67%2035&amount=2000"))
                .refuses(
                        RawRequest.post("/things", type, "amount=2000&metadata%5Border_id%5D=67+35"),
                        RawRequest.post("/things", type, "amount=2000&metadata%5Border_id%5D=67+35&empty=&more=1"),
                        RawRequest.post("/things", type, "amount=2000&metadata%5Border_id%5D=67+35&empty=&empty="),
                        RawRequest.post("/things", type, "amount=2000&amount=2000&metadata%5Border_id%5D=67+35"),
                        RawRequest.post("/things", type, "amount=2001&metadata%5Border_id%5D=67+35&empty="),
                        RawRequest.post("/things", type, "amount=2000&metadata%5Border_id%5D=67+35&empty"),
                        RawRequest.post("/things", type, ""),
                        RawRequest.post("/things", "text/plain", "amount=2000&metadata%5Border_id%5D=67+35&empty="),
                        RawRequest.post("/things", "", "amount=2000&metadata%5Border_id%5D=67+35&empty=")));
    }

    static Stream<Case> bodies() {
        var text = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["text/plain"]},
                 "body": {"content": "hello", "contentType": "text/plain", "encoded": false}}""");
        var regex = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["text/plain"]},
                 "body": {"content": "hello", "contentType": "text/plain", "encoded": false},
                 "matchingRules": {"body": {"$": {"combine": "AND", "matchers": [{"match": "regex", "regex": "^h.*$"}]}}}}""");
        var image = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["image/png"]},
                 "body": {"content": "iVBORw==", "contentType": "image/png", "encoded": "base64"}}""");
        var untyped = ContractText.of("""
                {"method": "POST", "path": "/things", "body": {"content": {"a": "x"}, "contentType": "application/json", "encoded": false}}""");
        var untypedText = ContractText.of("""
                {"method": "POST", "path": "/things", "body": {"content": "x", "contentType": "text/plain", "encoded": false}}""");
        var media = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"a": "x"}, "contentType": "application/json", "encoded": false},
                 "matchingRules": {"header": {"Content-Type": {"combine": "AND", "matchers": [{"match": "regex", "regex": "application/.*json.*"}]}}}}""");
        var nothing = ContractText.of("{\"method\": \"POST\", \"path\": \"/things\"}");
        return Stream.of(
                Case.of("text", text, "body", "header Content-Type")
                        .accepts(
                                RawRequest.post("/things", "text/plain", "hello"),
                                RawRequest.post("/things", "TEXT/plain; charset=UTF-8", "hello"))
                        .refuses(
                                RawRequest.post("/things", "text/plain", "Hello"),
                                RawRequest.post("/things", "text/plain", "hello\n"),
                                RawRequest.post("/things", "text/html", "hello"),
                                RawRequest.post("/things", "", "hello"),
                                RawRequest.post("/things", "text/plain", "")),
                Case.of("a regex for the text", regex, "body")
                        .accepts(
                                RawRequest.post("/things", "text/plain", "ho"),
                                RawRequest.post("/things", "text/plain", "hello\nyou"))
                        .refuses(
                                RawRequest.post("/things", "text/plain", "oh"),
                                RawRequest.post("/things", "text/plain", "x\nho")),
                Case.of("bytes", image, "body")
                        .accepts(RawRequest.post("/things", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}))
                        .refuses(
                                RawRequest.post("/things", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'g'}),
                                RawRequest.post("/things", "image/gif", new byte[] {(byte) 0x89, 'P', 'N', 'G'})),
                Case.of("JSON without Content-Type", untyped, "body", "header Content-Type")
                        .accepts(
                                RawRequest.post("/things", "", "{\"a\":\"x\"}"),
                                RawRequest.post("/things", "application/json;charset=utf-8", "{\"a\":\"x\"}"))
                        .refuses(
                                RawRequest.post("/things", "text/plain", "{\"a\":\"x\"}"),
                                RawRequest.post("/things", "", "{\"a\":\"y\"}"),
                                RawRequest.post("/things", "application/x+json", "{\"a\":\"x\"}")),
                Case.of("text without Content-Type", untypedText, "body", "header Content-Type")
                        .accepts(RawRequest.post("/things", "text/plain", "x"))
                        .refuses(RawRequest.post("/things", "", "x"), RawRequest.post("/things", "text/html", "x")),
                Case.of("a media type with a rule", media, "body", "header Content-Type")
                        .accepts(RawRequest.post("/things", "application/json; charset=utf-8", "{\"a\":\"x\"}"))
                        .refuses(
                                RawRequest.post("/things", "application/x+json", "{\"a\":\"x\"}"),
                                RawRequest.post("/things", "application/jsonx", "{\"a\":\"x\"}")),
                Case.of("no body in the contract", nothing, "body")
                        .accepts(
                                RawRequest.post("/things", "text/plain", "anything"),
                                RawRequest.post("/things", "", "")));
    }

    static Stream<Case> xml() {
        var contract = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["application/xml"]},
                 "body": {"content": "<o:order xmlns:o='urn:o' n='1' s='x'><o:line>a</o:line><o:line>b</o:line><total>10</total></o:order>",
                          "contentType": "application/xml", "encoded": false},
                 "matchingRules": {"body": {%s, %s, %s}}}""".formatted(
                        rule("$['o:order']['@n']", "'match': 'integer'"),
                        rule("$['o:order']['total']['#text']", "'match': 'regex', 'regex': '\\\\d+'"),
                        rule("$['o:order']['@s']", "'match': 'type'")));
        var type = "application/xml";
        return Stream.of(
                Case.of("XML", contract, "body $.o:order.@n", "body $.o:order.total.#text", "body $.o:order.@s")
                        .accepts(
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<o:order xmlns:o='urn:o' n='1' s='x'><o:line>a</o:line><o:line>b</o:line><total>10</total></o:order>"),
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<o:order xmlns:o='urn:o' n='22' s=''>\n <total> 7 </total>\n <o:line>a</o:line>\n <!-- so --><o:line>b</o:line>\n</o:order>"))
                        .refuses(
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<o:order xmlns:o='urn:o' n='x' s='x'><o:line>a</o:line><o:line>b</o:line><total>10</total></o:order>"),
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<o:order xmlns:o='urn:o' n='1' s='x'><o:line>a</o:line><o:line>b</o:line><total>1x</total></o:order>"),
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<o:order xmlns:o='urn:o' n='1' s='x'><o:line>a</o:line><o:line>b</o:line><total></total></o:order>"),
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<o:order xmlns:o='urn:o' n='1' s='x'><o:line>a</o:line><o:line>b</o:line><total>1<i/></total></o:order>"),
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<o:order xmlns:o='urn:o' n='1' s='x'><o:line>b</o:line><o:line>a</o:line><total>10</total></o:order>"),
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<o:order xmlns:o='urn:o' n='1' s='x'><o:line>a</o:line><total>10</total></o:order>"),
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<o:order xmlns:o='urn:o' n='1'><o:line>a</o:line><o:line>b</o:line><total>10</total></o:order>"),
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<o:order xmlns:o='urn:o' n='1' s='x' t='y'><o:line>a</o:line><o:line>b</o:line><total>10</total></o:order>"),
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<o:order xmlns:o='urn:other' n='1' s='x'><o:line>a</o:line><o:line>b</o:line><total>10</total></o:order>"),
                                RawRequest.post(
                                        "/things",
                                        type,
                                        "<order n='1' s='x'><line>a</line><line>b</line><total>10</total></order>")));
    }
}
