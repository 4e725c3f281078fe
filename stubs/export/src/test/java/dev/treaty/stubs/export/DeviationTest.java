package dev.treaty.stubs.export;

import static dev.treaty.stubs.export.ContractText.ofJson;
import static dev.treaty.stubs.export.ContractText.rule;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.common.Gzip;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.Deviation.Direction;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each deviation is real: for each, a contract and a request that stock WireMock and pact-jvm's mock server judge differently. */
class DeviationTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    Path folder;

    /**
     * A deviation and what shows it.
     *
     * @param rule place and rule of the contract that the report must give the deviation; empty if it holds for every mapping
     */
    record Shown(Deviation deviation, String rule, PactFile contract, RawRequest request) {

        @Override
        public String toString() {
            return deviation + " " + rule;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"everywhere", "json", "dates", "values", "bodies"})
    void a_request_shows_the_difference(Shown shown) {
        var report = Export.of(List.of(shown.contract()), List.of()).report();
        if (!shown.deviation().everywhere()) {
            assertThat(report.rulesOf(ContractText.DESCRIPTION))
                    .filteredOn(rule -> rule.deviations().contains(shown.deviation()))
                    .extracting(rule -> rule.place() + ": " + rule.rule())
                    .contains(shown.rule());
        }
        try (var pact = PactMockServer.of(shown.contract());
                var wireMock = StockWireMock.of(folder, shown.contract())) {
            var more = shown.deviation().direction() == Direction.ACCEPTS_MORE;

            assertThat(wireMock.send(shown.request()).isAccepted())
                    .as("accepted by WireMock")
                    .isEqualTo(more);
            assertThat(pact.send(shown.request()).isAccepted())
                    .as("accepted by pact-jvm")
                    .isEqualTo(!more);
        }
    }

    @Test
    void every_deviation_is_shown() {
        var shown = Stream.of(everywhere(), json(), dates(), values(), bodies())
                .flatMap(all -> all)
                .map(Shown::deviation)
                .collect(Collectors.toSet());
        // these need the header that requests a state, or depend on the response
        shown.add(Deviation.UNKNOWN_STATE);
        // pact-jvm has no such rule (KnownRulesTest)
        shown.add(Deviation.UNKNOWN_RULE);
        shown.add(Deviation.STATE_PARAMETERS);
        shown.add(Deviation.SEVERAL_STATES);
        Arrays.stream(Deviation.values())
                .filter(deviation -> deviation.direction() == Direction.RESPONDS_DIFFERENTLY)
                .forEach(shown::add);

        assertThat(shown).containsExactlyInAnyOrder(Deviation.values());
    }

    static Stream<Shown> everywhere() {
        var get = ContractText.of("{\"method\": \"GET\", \"path\": \"/a\", \"headers\": {\"X\": [\"1\"]}}");
        var list = ContractText.of(
                "{\"method\": \"GET\", \"path\": \"/a\", \"headers\": {\"Cache-Control\": [\"no-cache\"]}}");
        var query = ContractText.of("{\"method\": \"GET\", \"path\": \"/a\", \"query\": {\"limit\": [\"1\"]}}");
        var body = ofJson("{\"a\": \"x\"}", "");
        var typed = ContractText.of("""
                {"method": "GET", "path": "/a", "headers": {"Content-Type": ["application/json"]},
                 "matchingRules": {"header": {"Content-Type": {"combine": "AND", "matchers": [{"match": "regex", "regex": "application/json"}]}}}}""");
        var form = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["%s"]},
                 "body": {"content": "a=1", "contentType": "%s", "encoded": false}}""".formatted(FORM, FORM));
        return Stream.of(
                new Shown(Deviation.JSON_READ_LENIENTLY, "", body, things("{'a': 'x'}")),
                new Shown(Deviation.JSON_READ_LENIENTLY, "", body, things("{\"a\": \"x\"} and more")),
                new Shown(Deviation.JSON_READ_LENIENTLY, "", body, things("{/* why */ \"a\": \"x\"}")),
                new Shown(Deviation.REPEATED_HEADER, "", get, RawRequest.get("/a", "X: 1", "X: 2")),
                new Shown(
                        Deviation.REPEATED_IN_ONE_HEADER,
                        "",
                        list,
                        RawRequest.get("/a", "Cache-Control: no-cache, no-cache")),
                new Shown(
                        Deviation.UNDECLARED_GZIP,
                        "",
                        body,
                        RawRequest.post("/things", "application/json", Gzip.gzip("{\"a\": \"x\"}"))),
                new Shown(Deviation.EMPTY_PARAMETER, "", form, RawRequest.post("/things", FORM, "a=1&")),
                new Shown(Deviation.EMPTY_PARAMETER, "", query, RawRequest.get("/a?limit=1&")),
                new Shown(Deviation.FORM_WHITE_SPACE, "", form, RawRequest.post("/things", FORM, "a=1\n")),
                new Shown(Deviation.KNOWN_SPELLING, "", typed, RawRequest.get("/a", "Content-Type: APPLICATION/JSON")),
                new Shown(Deviation.ENCODED_NAMES, "", query, RawRequest.get("/a?%6Cimit=1")));
    }

    static Stream<Shown> json() {
        return Stream.of(
                new Shown(
                        Deviation.JSON_NOT_TEXT,
                        "body $.a: regex \\d+",
                        ofJson("{\"a\": \"1\"}", rule("$.a", "'match': 'regex', 'regex': '\\\\d+'")),
                        things("{\"a\": 2}")),
                new Shown(
                        Deviation.JSON_NOT_TEXT,
                        "body $.a: include e",
                        ofJson("{\"a\": \"yes\"}", rule("$.a", "'match': 'include', 'value': 'e'")),
                        things("{\"a\": true}")),
                new Shown(
                        Deviation.JSON_ANY_OTHER,
                        "body $.a: regex \\d",
                        ofJson("{\"a\": 1}", rule("$.a", "'match': 'regex', 'regex': '\\\\d'")),
                        things("{\"a\": 22}")),
                new Shown(
                        Deviation.JSON_EXPONENT,
                        "body $.a: number",
                        ofJson("{\"a\": 1}", rule("$.a", "'match': 'number'")),
                        things("{\"a\": 1e3}")),
                new Shown(
                        Deviation.JSON_EXPONENT,
                        "body $.a: decimal",
                        ofJson("{\"a\": 1.5}", rule("$.a", "'match': 'decimal'")),
                        things("{\"a\": 1e3}")),
                new Shown(Deviation.JSON_ROOT_TEXT, "body: equal", ofJson("\"hello\"", ""), things("hello")),
                new Shown(
                        Deviation.JSON_ROOT_TEXT,
                        "body $: type",
                        ofJson("\"hello\"", rule("$", "'match': 'type'")),
                        things("5")),
                new Shown(
                        Deviation.JSON_UNORDERED,
                        "body $.a: ignore-order",
                        ofJson("{\"a\": [1, 1, 2]}", rule("$.a", "'match': 'ignore-order'")),
                        things("{\"a\": [1, 2, 2]}")),
                new Shown(
                        Deviation.JSON_UNORDERED,
                        "body $.a: ignore-order",
                        ofJson(
                                "{\"a\": [\"1\", \"x\"]}",
                                rule("$.a", "'match': 'ignore-order'") + "," + rule("$.a[0]", "'match': 'type'")),
                        things("{\"a\": [\"x\", 5]}")),
                new Shown(
                        Deviation.CONTENT_TYPE_OF_VALUE,
                        "body $.a: content-type application/xml",
                        ofJson(
                                "{\"a\": \"<?xml version='1.0'?><b/>\"}",
                                rule("$.a", "'match': 'contentType', 'value': 'application/xml'")),
                        things("{\"a\": \"plain\"}")));
    }

    static Stream<Shown> dates() {
        var date = ofJson("{\"a\": \"2024-01-05\"}", rule("$.a", "'match': 'date', 'format': 'yyyy-MM-dd'"));
        var named = ofJson("{\"a\": \"5 Jan 2024\"}", rule("$.a", "'match': 'date', 'format': 'd MMM yyyy'"));
        var strict = ofJson(
                "{\"a\": \"2024-01-05 00:00:00.000000001\"}",
                rule("$.a", "'match': 'timestamp', 'format': 'yyyy-MM-dd HH:mm:ss.n'"));
        return Stream.of(
                new Shown(Deviation.DATE_SPELLING, "body $.a: date yyyy-MM-dd", date, things("{\"a\": \"2024-1-5\"}")),
                new Shown(Deviation.DATE_NAMES, "body $.a: date d MMM yyyy", named, things("{\"a\": \"5 Foo 2024\"}")),
                new Shown(
                        Deviation.DATE_VALUES,
                        "body $.a: datetime yyyy-MM-dd HH:mm:ss.n",
                        strict,
                        things("{\"a\": \"2024-99-05 00:00:00.1\"}")));
    }

    static Stream<Shown> values() {
        var query = ContractText.of("{\"method\": \"GET\", \"path\": \"/a\", \"query\": {\"id\": [\"1\", \"2\"]}}");
        var twice = ContractText.of("{\"method\": \"GET\", \"path\": \"/a\", \"query\": {\"id\": [\"1\", \"1\"]}}");
        var ruled = ContractText.of("""
                {"method": "GET", "path": "/a", "query": {"id": ["1"]},
                 "matchingRules": {"query": {"id": {"combine": "AND", "matchers": [{"match": "regex", "regex": "\\\\d"}]}}}}""");
        var number = ContractText.of("""
                {"method": "GET", "path": "/a", "query": {"id": ["1"]},
                 "matchingRules": {"query": {"id": {"combine": "AND", "matchers": [{"match": "integer"}]}}}}""");
        var form = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["%s"]},
                 "body": {"content": "a=1&a=2", "contentType": "%s", "encoded": false}}""".formatted(FORM, FORM));
        var ruledForm = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["%s"]},
                 "body": {"content": "a=1&a=2", "contentType": "%s", "encoded": false},
                 "matchingRules": {"body": {"$.a": {"combine": "AND", "matchers": [{"match": "regex", "regex": "\\\\d"}]}}}}""".formatted(FORM, FORM));
        var accept = ContractText.of(
                "{\"method\": \"GET\", \"path\": \"/a\", \"headers\": {\"Accept\": [\"text/html\", \"text/plain\"]}}");
        var list = ContractText.of(
                "{\"method\": \"GET\", \"path\": \"/a\", \"headers\": {\"Accept\": [\"text/html, text/plain\"]}}");
        var cacheControl = ContractText.of(
                "{\"method\": \"GET\", \"path\": \"/a\", \"headers\": {\"Cache-Control\": [\"no-cache, no-store\"]}}");
        var invalid = ContractText.of("""
                {"method": "GET", "path": "/a", "query": {"id": ["1"]}, "headers": {"X": ["1"]},
                 "matchingRules": {
                   "query": {"id": {"combine": "AND", "matchers": [{"match": "regex", "regex": "(?<n>\\\\d"}]}},
                   "header": {"X": {"combine": "AND", "matchers": [{"match": "regex", "regex": "*"}]}}}}""");
        var lines = ContractText.of("{\"method\": \"GET\", \"path\": \"/a\", \"headers\": {\"X\": [\"1\", \"2\"]}}");
        return Stream.of(
                new Shown(Deviation.ORDER_OF_VALUES, "query id: equal", query, RawRequest.get("/a?id=2&id=1")),
                new Shown(
                        Deviation.ORDER_OF_VALUES, "form a: equal", form, RawRequest.post("/things", FORM, "a=2&a=1")),
                new Shown(Deviation.ORDER_OF_VALUES, "header X: equal", lines, RawRequest.get("/a", "X: 2", "X: 1")),
                new Shown(Deviation.VALUE_FOR_SEVERAL, "query id: equal", twice, RawRequest.get("/a?id=1&id=2")),
                new Shown(
                        Deviation.VALUE_FOR_SEVERAL,
                        "form a: regex \\d",
                        ruledForm,
                        RawRequest.post("/things", FORM, "a=1&a=x")),
                new Shown(Deviation.NUMBER_OF_VALUES, "query id: regex \\d", ruled, RawRequest.get("/a?id=1&id=2")),
                new Shown(
                        Deviation.LIST_IN_ONE_VALUE,
                        "header Accept: equal",
                        list,
                        RawRequest.get("/a", "Accept: text/html, text/plain")),
                new Shown(
                        Deviation.LIST_IN_ONE_VALUE,
                        "header Cache-Control: equal",
                        cacheControl,
                        RawRequest.get("/a", "Cache-Control: no-cache, no-store")),
                new Shown(
                        Deviation.INVALID_REGEX,
                        "query id: regex (?<n>\\d",
                        invalid,
                        RawRequest.get("/a?id=1", "X: 1")),
                new Shown(Deviation.INVALID_REGEX, "header X: regex *", invalid, RawRequest.get("/a?id=1", "X: 1")),
                new Shown(
                        Deviation.INVALID_REGEX,
                        "body $.a: regex [",
                        ofJson("{\"a\": \"x\"}", rule("$.a", "'match': 'regex', 'regex': '['")),
                        things("{\"a\": \"x\"}")),
                new Shown(Deviation.NEVER_IN_PACT, "query id: integer", number, RawRequest.get("/a?id=1")),
                new Shown(
                        Deviation.SEPARATE_LINES,
                        "header Accept: equal",
                        accept,
                        RawRequest.get("/a", "Accept: text/html", "Accept: text/plain")));
    }

    static Stream<Shown> bodies() {
        var xml = xml("<a><b>1</b></a>", "");
        var children = xml("<a><b>1</b></a>", rule("$.a.b", "'match': 'type'"));
        var multipart = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["multipart/form-data; boundary=b1"]},
                 "body": {"content": "--b1\\r\\nContent-Disposition: form-data; name=\\"f\\"\\r\\n\\r\\nhello\\r\\n--b1--\\r\\n",
                          "contentType": "multipart/form-data; boundary=b1", "encoded": false}}""");
        var whole = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["image/png"]},
                 "body": {"content": "iVBORw0KGgo=", "contentType": "image/png", "encoded": "base64"},
                 "matchingRules": {"body": {"$": {"combine": "AND", "matchers": [{"match": "contentType", "value": "image/png"}]}}}}""");
        var empty = ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["text/plain"]},
                 "body": {"content": "", "contentType": "text/plain", "encoded": false}}""");
        return Stream.of(
                new Shown(
                        Deviation.XML_CDATA,
                        "body: equal",
                        xml,
                        RawRequest.post("/things", "application/xml", "<a><b><![CDATA[1]]></b></a>")),
                new Shown(
                        Deviation.XML_INSTRUCTION,
                        "body: equal",
                        xml,
                        RawRequest.post("/things", "application/xml", "<a><?x y?><b>1</b></a>")),
                new Shown(
                        Deviation.XML_NAMESPACE,
                        "body: equal",
                        xml,
                        RawRequest.post("/things", "application/xml", "<a xmlns='u'><b>1</b></a>")),
                new Shown(
                        Deviation.XML_CHILDREN,
                        "body $.a.b: type",
                        children,
                        RawRequest.post("/things", "application/xml", "<a><b>1</b><b>1</b></a>")),
                new Shown(
                        Deviation.XML_MIXED,
                        "body $.a.#text: type",
                        xml("<a><b>1</b></a>", rule("$.a", "'match': 'type'")),
                        RawRequest.post("/things", "application/xml", "<a>x<b>1</b></a>")),
                new Shown(
                        Deviation.MULTIPART_PARTS,
                        "body: these parts",
                        multipart,
                        RawRequest.post(
                                "/things",
                                "multipart/form-data; boundary=b1",
                                "--b1\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nhello\r\n--b1\r\nContent-Disposition: form-data; name=\"g\"\r\n\r\nx\r\n--b1--\r\n")),
                new Shown(
                        Deviation.WHOLE_BODY,
                        "body: content-type image/png",
                        whole,
                        RawRequest.post("/things", "image/png", "GIF89a".getBytes(UTF_8))),
                new Shown(Deviation.EMPTY_BODY, "body: empty", empty, RawRequest.post("/things", "text/plain", "x")));
    }

    private static PactFile xml(String body, String rules) {
        return ContractText.of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["application/xml"]},
                 "body": {"content": "%s", "contentType": "application/xml", "encoded": false},
                 "matchingRules": {"body": {%s}}}""".formatted(body, rules));
    }

    private static RawRequest things(String body) {
        return RawRequest.post("/things", "application/json", body);
    }
}
