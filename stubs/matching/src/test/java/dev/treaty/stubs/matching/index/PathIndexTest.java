package dev.treaty.stubs.matching.index;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathIndexTest {

    private static final String ANY_PATH = """
            {"method": "GET", "path": "/any",
             "matchingRules": {"path": {"combine": "AND", "matchers": [{"match": "type"}]}}}""";

    private static final String CUSTOMERS = """
            {"method": "GET", "path": "/customers/cus_1",
             "matchingRules": {"path": {"combine": "AND", "matchers": [{"match": "regex", "regex": "/customers/cus_\\\\w+"}]}}}""";

    @TempDir
    Path folder;

    private PathIndex index = new PathIndex(List.of());

    @BeforeEach
    void fill() {
        var numbered = IntStream.range(0, 100).mapToObj(i -> get("/things/" + i, "x"));
        var others = Stream.of(
                get("/Messages.json", "x"), http("customers", CUSTOMERS, text("x")), http("any", ANY_PATH, text("x")));
        var file = PactFile.load(PactText.files(
                folder, pact("c", "p", Stream.concat(numbered, others).toArray(String[]::new))));
        index = new PathIndex(ContractSnapshot.of(file, StateFilter.ALL)
                .interactions()
                .map(HttpInteraction.class::cast)
                .toList());
    }

    @Test
    void only_interactions_with_a_possible_path_are_candidates() {
        assertThat(candidates("GET", "/things/42")).containsExactly("a GET of /things/42", "any");
        assertThat(candidates("get", "/things/42")).containsExactly("a GET of /things/42", "any");
        assertThat(candidates("GET", "/Messages-json")).containsExactly("a GET of /Messages.json", "any");
        assertThat(candidates("GET", "/customers/cus_7")).containsExactly("customers", "any");
        assertThat(candidates("GET", "/customers/sub_7")).containsExactly("any");
        assertThat(candidates("POST", "/things/42")).isEmpty();
    }

    @Test
    void many_literal_paths_are_distinguished() {
        index = new PathIndex(many(i -> new HttpRequest("GET", "/v1/customers/cus_" + i)));

        assertThat(candidates("GET", "/v1/customers/cus_4711")).containsExactly("4711");
        assertThat(candidates("GET", "/v1/customers/cus_x")).isEmpty();
    }

    @Test
    void many_paths_that_vary_in_the_middle_are_distinguished_by_what_follows() {
        index = new PathIndex(many(i -> like("^/v1/customers/cus_[A-Za-z0-9]+/cards/card_" + i + "$")));

        assertThat(candidates("GET", "/v1/customers/cus_x/cards/card_4711")).containsExactly("4711");
        assertThat(candidates("GET", "/v1/customers/cus_x/cards/card_x")).isEmpty();
    }

    @Test
    void many_interactions_with_the_same_varying_path_are_distinguished_by_a_header() {
        index = new PathIndex(many(i -> {
            var request = like("^/v1/customers/cus_[A-Za-z0-9]+$");
            request.getHeaders().put("Tenant", List.of("t" + i));
            return request;
        }));

        assertThat(candidates("GET", "/v1/customers/cus_x", "tenant", "t4711")).containsExactly("4711");
        assertThat(candidates("GET", "/v1/customers/cus_x")).isEmpty();
    }

    @Test
    void the_number_of_interactions_that_explain_a_mismatch_is_limited() {
        index = new PathIndex(many(i -> {
            var request = new HttpRequest("GET", "/v1/customers");
            request.getHeaders().put("Tenant", List.of("t" + i));
            request.getHeaders().put("Version", List.of("1"));
            return request;
        }));

        var nearest = index.nearest(request("GET", "/v1/customers", "Tenant", "t4711", "Version", "2"));

        assertThat(nearest)
                .hasSize(PathIndex.EXPLAINED_LIMIT)
                .extracting(interaction -> interaction.origin().number())
                .contains("4711");
        assertThat(index.near("/v1/customer")).hasSize(PathIndex.EXPLAINED_LIMIT);
    }

    @Test
    void paths_near_an_unknown_one_start_like_it() {
        index = new PathIndex(many(i -> new HttpRequest(i % 2 == 0 ? "GET" : "POST", "/v1/things/" + (10_000 + i))));

        assertThat(index.near("/v1/things/14711x"))
                .hasSize(PathIndex.EXPLAINED_LIMIT)
                .extracting(interaction -> interaction.expected().getPath())
                .contains("/v1/things/14711", "/v1/things/14712", "/v1/things/14650");
    }

    private static List<HttpInteraction> many(IntFunction<HttpRequest> request) {
        var file = PactFile.parse(Path.of("many.json"), pact("c", "p"));
        return IntStream.range(0, 20_000)
                .mapToObj(i -> {
                    var interaction = new V4Interaction.SynchronousHttp("many");
                    var origin = new InteractionOrigin(file, interaction, "" + i, i);
                    return new HttpInteraction(origin, request.apply(i), interaction.getResponse());
                })
                .toList();
    }

    private static HttpRequest like(String regex) {
        var request = new HttpRequest("GET", "/example");
        request.getMatchingRules().addCategory("path").addRule(new RegexMatcher(regex));
        return request;
    }

    private List<String> candidates(String method, String path, String... header) {
        return index.candidates(request(method, path, header)).stream()
                .map(interaction -> interaction.origin().description().equals("many")
                        ? interaction.origin().number()
                        : interaction.origin().description())
                .toList();
    }

    private static ParsedRequest request(String method, String path, String... header) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var i = 0; i < header.length; i += 2) {
            headers.put(header[i], List.of(header[i + 1]));
        }
        var raw = RawRequest.atPortOf("p", method, path, headers, new byte[0]);
        return (ParsedRequest) ReceivedRequest.of(raw);
    }
}
