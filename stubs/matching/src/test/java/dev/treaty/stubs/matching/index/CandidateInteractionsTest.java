package dev.treaty.stubs.matching.index;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.pact.Comparison;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Few of many competing interactions are candidates for a request, but every interaction that pact-jvm accepts is one. */
class CandidateInteractionsTest {

    private static final int MANY = 12;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    @TempDir
    Path folder;

    /**
     * Interactions that differ in one property.
     *
     * @param request the request that an interaction with a number expects
     * @param forSeven a request that the interaction with number 7 accepts
     */
    record Family(String difference, IntFunction<String> request, RawRequest forSeven) {

        @Override
        public String toString() {
            return difference;
        }
    }

    static Stream<Family> families() {
        return Stream.of(
                new Family("a header", i -> with("headers", "\"Tenant\": [\"t" + i + "\"]"), post("/x", "tenant: t7")),
                new Family(
                        "a header with a list in one field",
                        i -> with("headers", "\"X-Names\": [\"a,  n" + i + "\"]"),
                        post("/x", "x-names: a,n7")),
                new Family(
                        "a query parameter",
                        i -> with("query", "\"page[no]\": [\"" + i + "\"]"),
                        post("/x?page%5Bno%5D=7")),
                new Family(
                        "a repeated query parameter",
                        i -> with("query", "\"id\": [\"1\", \"" + i + "\"]"),
                        post("/x?id=1&id=7")),
                new Family(
                        "the names of query parameters",
                        i -> with("query", "\"p" + i + "\": [\"1\"]"),
                        post("/x?p7=1")),
                new Family(
                        "a form field",
                        i -> form("amount=1&currency=eur&id=" + i, ""),
                        post("/x", FORM, "id=7&currency=eur&amount=1")),
                new Family(
                        "a form field beside one with a rule",
                        i -> form("amount=1&id=" + i, rule("$.amount", "\"match\": \"regex\", \"regex\": \"[0-9]+\"")),
                        post("/x", FORM + ";charset=ISO-8859-1", "amount=25&id=%37")),
                new Family(
                        "a form field in brackets",
                        i -> form("amount=1&meta%5Bid%5D=k+" + i, ""),
                        post("/x", FORM, "amount=1&meta[id]=k%207")),
                new Family(
                        "the names of form fields, with a rule for all values",
                        i -> form("a=1&f" + i + "=1", rule("$.*", "\"match\": \"type\"")),
                        post("/x", FORM, "f7=2&a=2")),
                new Family(
                        "a number in JSON",
                        i -> json("{\"id\": " + i + ", \"amount\": 1}", rule("$.amount", "\"match\": \"integer\"")),
                        post("/x", JSON, "{\"amount\": 9, \"id\": 7}")),
                new Family(
                        "a decimal in JSON",
                        i -> json("{\"id\": " + i + ".50}", ""),
                        post("/x", JSON, "{\"id\": 7.5}")),
                new Family(
                        "a text in JSON",
                        i -> json("{\"id\": \"é" + i + "\"}", ""),
                        post("/x", JSON, "{\"id\": \"\\u00e97\"}")),
                new Family(
                        "the keys of a JSON object",
                        i -> json("{\"k" + i + "\": {}}", ""),
                        post("/x", JSON, "{\"k7\": {}}")),
                new Family(
                        "the media type",
                        i -> body("application/vnd.v" + i + "+json", "{\"a\": 1}", ""),
                        post("/x", "application/vnd.v7+json", "{\"a\":1}")),
                new Family(
                        "a segment behind one that varies",
                        i -> like("^/x/[a-z0-9]+/cards/c_" + i + "$"),
                        post("/x/b2/cards/c_7")),
                new Family("a segment behind a number", i -> like("/x/\\\\d{2}/c-" + i), post("/x/12/c-7")),
                new Family(
                        "the number of segments",
                        i -> like("/x" + "/[^/]+".repeat(i + 1)),
                        post("/x" + "/s".repeat(8))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void a_single_property_distinguishes_interactions(Family family) {
        var interactions = interactions(family);

        var candidates = new PathIndex(interactions).candidates(parsed(family.forSeven()));

        assertThat(candidates)
                .hasSizeLessThanOrEqualTo(DecisionTree.FEW)
                .containsAll(accepting(interactions, family.forSeven()));
        assertThat(accepting(interactions, family.forSeven()))
                .as("accepted by pact-jvm")
                .singleElement()
                .returns("7", interaction -> interaction.origin().description());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void every_interaction_that_accepts_a_request_is_a_candidate(Family family) {
        var interactions = interactions(family);
        var index = new PathIndex(interactions);

        for (var request : requests()) {
            assertThat(index.candidates(parsed(request)))
                    .as("%s %s %s", request.target(), request.headers(), new String(request.body(), UTF_8))
                    .containsAll(accepting(interactions, request));
        }
    }

    /** Requests that some interaction accepts, and near misses. */
    private static List<RawRequest> requests() {
        return Stream.concat(
                        families().map(Family::forSeven),
                        Stream.of(
                                post("/x"),
                                post("/x", "tenant: t7", "TENANT: t8"),
                                post("/x", "Tenant:"),
                                post("/x", "Tenant: T7"),
                                post("/x", "X-Names: a , n7"),
                                post("/x", "X-Names: a", "X-Names: n7"),
                                post("/x?page[no]=7&page[no]=8"),
                                post("/x?page[no]=7&more"),
                                post("/x?page[no]"),
                                post("/x?id=7&id=1"),
                                post("/x?p7="),
                                post("/x", FORM, ""),
                                post("/x", FORM, "id=7&id=7&currency=eur&amount=1"),
                                post("/x", FORM, "amount=1&id=7&more"),
                                post("/x", FORM, "amount=many&id=7"),
                                post("/x", FORM, "amount=1&id=7%00"),
                                post("/x", FORM, "amount=1&meta%5bid%5d=k+7"),
                                post("/x", FORM, "amount=%&meta[id]=k+7"),
                                post("/x", FORM + "; charset=nonsense", "id=7&amount=1"),
                                post("/x", FORM + "; charset=UTF-16", "id=7&amount=1"),
                                post("/x", JSON, "{\"id\": 7}"),
                                post("/x", JSON, "{\"id\": 7.0, \"amount\": 1}"),
                                post("/x", JSON, "{\"id\": \"7\", \"amount\": 1}"),
                                post("/x", JSON, "{\"id\": 7e0, \"amount\": 1}"),
                                post("/x", JSON, "{\"id\": 7.50000}"),
                                post("/x", JSON, "{\"id\": 75e-1}"),
                                post("/x", JSON, "{\"id\": 7, \"amount\": 1, \"id\": 8}"),
                                post("/x", JSON, "{\"id\": true}"),
                                post("/x", JSON, "{\"id\": null}"),
                                post("/x", JSON, "[{\"id\": 7}]"),
                                post("/x", JSON, "{\"id\": 7,"),
                                post("/x", JSON, "7"),
                                post("/x", JSON + ";charset=ISO-8859-1", "{\"id\": \"é7\"}"),
                                post("/x", "text/json", "{\"id\": 7.5}"),
                                post("/x", "text/plain", "{\"id\": 7.5}"),
                                post("/x", "application/vnd.V7+json; charset=utf-8", "{\"a\":1}"),
                                post("/x/b2/cards/c_7/"),
                                post("/x//cards/c_7"),
                                post("/x/b2/cards/c_7%20"),
                                post("/x/123/c-7"),
                                post("/http://host/x/12/c-7"),
                                post("/x/"),
                                post("/x/a//b")))
                .toList();
    }

    @Test
    void interactions_that_expect_the_same_request_share_it() {
        var interactions = interactions(new Family("states", i -> form("id=1", ""), post("/x", FORM, "id=1")));

        assertThat(interactions.stream().map(HttpInteraction::expected).distinct())
                .hasSize(1);
        assertThat(interactions)
                .allMatch(interaction ->
                        interaction.expected() == interactions.get(0).expected());
    }

    @Test
    void bodies_of_different_types_are_different_even_if_their_text_is_equal() {
        var interactions = interactions(
                new Family("types without header", i -> """
                        {"method": "POST", "path": "/x", "body": {"content": "id=1", "contentType": "%s", "encoded": false}}""".formatted(i % 2 == 0 ? FORM : "text/plain"), post("/x")));

        assertThat(interactions.get(0).expected())
                .isNotSameAs(interactions.get(1).expected());
        assertThat(interactions.get(0).expected()).isSameAs(interactions.get(2).expected());
    }

    private List<HttpInteraction> interactions(Family family) {
        var texts = IntStream.range(0, MANY)
                .mapToObj(i -> http("" + i, family.request().apply(i), text("" + i)))
                .toArray(String[]::new);
        return ContractSnapshot.of(PactFile.load(PactText.files(folder, pact("c", "p", texts))), StateFilter.ALL)
                .interactions()
                .map(HttpInteraction.class::cast)
                .toList();
    }

    private static List<HttpInteraction> accepting(List<HttpInteraction> interactions, RawRequest raw) {
        var request = parsed(raw).request();
        return interactions.stream()
                .filter(interaction -> Comparison.of(interaction, request).matches())
                .toList();
    }

    private static ParsedRequest parsed(RawRequest raw) {
        return (ParsedRequest) ReceivedRequest.of(raw);
    }

    private static RawRequest post(String target, String... headers) {
        return raw(target, "", headers);
    }

    private static RawRequest post(String target, String contentType, String body) {
        return raw(target, body, "Content-Type: " + contentType);
    }

    private static RawRequest raw(String target, String body, String... headers) {
        var fields = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var header : headers) {
            var name = header.substring(0, header.indexOf(':'));
            fields.merge(
                    name,
                    List.of(header.substring(name.length() + 1).strip()),
                    (some, more) -> List.of(some.get(0), more.get(0)));
        }
        return RawRequest.atPortOf("p", "POST", target, fields, body.getBytes(UTF_8));
    }

    private static String with(String part, String members) {
        return "{\"method\": \"POST\", \"path\": \"/x\", \"%s\": {%s}}".formatted(part, members);
    }

    private static String like(String regex) {
        return """
                {"method": "POST", "path": "/x", "matchingRules": {"path": {"combine": "AND", "matchers": [{"match": "regex", "regex": "%s"}]}}}""".formatted(regex);
    }

    private static String form(String content, String rules) {
        return body(FORM, "\"" + content + "\"", rules);
    }

    private static String json(String content, String rules) {
        return body(JSON, content, rules);
    }

    private static String body(String type, String content, String rules) {
        return """
                {"method": "POST", "path": "/x", "headers": {"Content-Type": ["%s"]},
                 "body": {"content": %s, "contentType": "%s", "encoded": false}, "matchingRules": {"body": {%s}}}""".formatted(type, content, type, rules);
    }

    private static String rule(String path, String matcher) {
        return "\"%s\": {\"combine\": \"AND\", \"matchers\": [{%s}]}".formatted(path, matcher);
    }
}
