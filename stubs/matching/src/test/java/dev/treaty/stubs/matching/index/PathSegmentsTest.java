package dev.treaty.stubs.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathSegmentsTest {

    /** A star is a segment that can vary; three dots mean that anything can follow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "^/v1/customers/cus_[A-Za-z0-9]+$; v1/customers/*",
                "/v1/customers/\\d+/cards; v1/customers/*/cards",
                "/v1/[^/]+/cards/x; v1/*/cards/x",
                "/a\\.json/b; a.json/b",
                "/a{2}/[0-9]{1,3}?/c; */*/c",
                "/ab?/c; */c",
                "/a\\/b; a/b",
                "/[\\w.-]+/c; */c",
                "/a/; a/",
                "/; \"\"",
                // the following can match anything, including slashes
                "/a.b/c; ...",
                "/v1/.*; v1...",
                "/v1/(x)/c; v1...",
                "/a/?b; a...",
                "/v1/[!-~]+/c; v1...",
                "/v1/[^a]+/c; v1...",
                "/v1/[/]/c; v1...",
                "/v1/[a&&[b]]/c; v1...",
                "/v1/\\S+/c; v1...",
                "/v1/\\Qa\\E/c; v1...",
                "/v1/[\\s\\S]/c; v1...",
                "/v1/[a/c; v1...",
                "/a|/b; ...",
                "a/b; ...",
                "(?i)/a; ..."
            })
    void segments_of_a_regex(String regex, String segments) {
        var request = new Request("GET", "/example");
        request.getMatchingRules().addCategory("path").addRule(new RegexMatcher(regex));

        assertThat(text(PathSegments.of(request))).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/v1/customers; v1/customers",
                "/v1/customers/a+b/c; v1/customers/*/c", // as text, or as a regex
                "/v1/[a]/c; v1/*/c",
                "/v1/[^/]/c; ...", // as text, it has five
                "/v1/a$; ...",
                "^/v1/a; ..."
            })
    void a_path_without_a_rule_is_both_text_and_a_regex(String path, String segments) {
        assertThat(text(PathSegments.of(new Request("GET", path)))).isEqualTo(segments);
    }

    private static String text(PathSegments segments) {
        var text =
                segments.literals().stream().map(literal -> literal.orElse("*")).collect(Collectors.joining("/"));
        return segments.complete() ? text : text + "...";
    }
}
