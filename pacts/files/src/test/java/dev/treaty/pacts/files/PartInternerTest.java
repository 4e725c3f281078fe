package dev.treaty.pacts.files;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Equal parts of interactions are shared; parts that only look equal are not. */
class PartInternerTest {

    private static final String REQUEST = """
            {"method": "GET", "path": "/%s", "headers": {"X-Key": ["1"]},
             "matchingRules": {"header": {"X-Key": {"combine": "AND", "matchers": [{"match": "regex", "regex": "%s"}]}}}}""";

    private static final String OK = "{\"status\": 200}";

    @Test
    void equal_rules_and_header_fields_are_shared() {
        var both = loaded(
                http("a", REQUEST.formatted("a", "[0-9]+"), OK), http("b", REQUEST.formatted("b", "[0-9]+"), OK));

        var one = both.get(0).getRequest();
        var other = both.get(1).getRequest();
        assertThat(one.getMatchingRules()).isSameAs(other.getMatchingRules());
        assertThat(one.getHeaders()).isSameAs(other.getHeaders());
        assertThat(List.of(one.getPath(), other.getPath())).containsExactly("/a", "/b");
    }

    @Test
    void different_rules_are_not_shared() {
        var both = loaded(
                http("a", REQUEST.formatted("a", "[0-9]+"), OK), http("b", REQUEST.formatted("b", "[0-9]*"), OK));

        assertThat(both.get(0).getRequest().getMatchingRules())
                .isNotEqualTo(both.get(1).getRequest().getMatchingRules());
    }

    @Test
    void header_fields_in_a_different_order_keep_it() {
        var request = "{\"method\": \"GET\", \"path\": \"/x\"}";
        var both = loaded(
                http("a", request, "{\"status\": 200, \"headers\": {\"X-A\": [\"1\"], \"X-B\": [\"2\"]}}"),
                http("b", request, "{\"status\": 200, \"headers\": {\"X-B\": [\"2\"], \"X-A\": [\"1\"]}}"));

        assertThat(both.get(0).getResponse().getHeaders().keySet()).containsExactly("X-A", "X-B");
        assertThat(both.get(1).getResponse().getHeaders().keySet()).containsExactly("X-B", "X-A");
    }

    private static List<SynchronousHttp> loaded(String... interactions) {
        return PactFile.parse(Path.of("web-api.json"), pact("web", "api", interactions)).interactions().stream()
                .map(SynchronousHttp.class::cast)
                .toList();
    }
}
