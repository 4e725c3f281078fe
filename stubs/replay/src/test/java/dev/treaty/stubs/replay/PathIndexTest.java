package dev.treaty.stubs.replay;

import static dev.treaty.stubs.replay.PactText.get;
import static dev.treaty.stubs.replay.PactText.http;
import static dev.treaty.stubs.replay.PactText.pact;
import static dev.treaty.stubs.replay.PactText.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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

    private PathIndex index = PathIndex.of(List.of());

    @BeforeEach
    void fill() {
        var numbered = IntStream.range(0, 100).mapToObj(i -> get("/things/" + i, "x"));
        var others = Stream.of(
                get("/Messages.json", "x"), http("customers", CUSTOMERS, text("x")), http("any", ANY_PATH, text("x")));
        var file = PactText.load(
                folder, pact("c", "p", Stream.concat(numbered, others).toArray(String[]::new)));
        index = PathIndex.of(Contracts.of(file, StateFilter.ALL)
                .interactions()
                .map(HttpReplay.class::cast)
                .toList());
    }

    @Test
    void only_those_are_asked_that_the_path_allows() {
        assertThat(asked("GET", "/things/42")).containsExactly("a GET of /things/42", "any");
        assertThat(asked("get", "/things/42")).containsExactly("a GET of /things/42", "any");
        assertThat(asked("GET", "/Messages-json")).containsExactly("a GET of /Messages.json", "any");
        assertThat(asked("GET", "/customers/cus_7")).containsExactly("customers", "any");
        assertThat(asked("GET", "/customers/sub_7")).containsExactly("any");
        assertThat(asked("POST", "/things/42")).isEmpty();
    }

    private List<String> asked(String method, String path) {
        return index.candidates(method, path).stream()
                .map(interaction -> interaction.origin().description())
                .toList();
    }
}
