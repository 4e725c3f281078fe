package dev.treaty.stubs.http.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Paths and queries that mean the same as others, of which pact-jvm accepts only one. */
final class RespelledTargets {

    /** Signs that only browsers send in a URL (WHATWG URL, section 1.3); in its path, brackets too. */
    private static final String ONLY_BROWSERS = "{}|^`\\\"<>";

    /** What pact-jvm takes for a number of that kind, or for a version (semver.org), in a text. */
    private static final Map<String, String> REGEXES = Map.of(
            "integer", "-?\\d+",
            "decimal", "0|-?\\d+\\.\\d*",
            "number", "-?\\d+(\\.\\d*)?",
            "semver",
                    "(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){2}"
                            + "(-(0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*))*)?"
                            + "(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");

    private RespelledTargets() {}

    /** With an equals sign in every parameter (WHATWG URL, section 5.1), and without signs that only browsers send. */
    static Stream<Spelling> completed(Spelling spelling) {
        return Stream.of(spelling.with(spelling.request()
                        .withTarget(completed(spelling.request().target())))
                .with(expected -> {
                    if (expected.path("query").isTextual()) { // V2
                        expected.put("query", pairs(expected.path("query").textValue()));
                    } else {
                        expected.path("query").forEach(RespelledTargets::complete);
                    }
                }));
    }

    private static String completed(String target) {
        var fragment = target.indexOf('#') < 0 ? "" : target.substring(target.indexOf('#'));
        var url = target.substring(0, target.length() - fragment.length());
        var query = url.indexOf('?') < 0 ? "" : url.substring(url.indexOf('?'));
        var path = url.substring(0, url.length() - query.length());
        return encoded(path, ONLY_BROWSERS + "[]") + pairs(encoded(query, ONLY_BROWSERS)) + fragment;
    }

    private static void complete(JsonNode values) {
        if (values instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                if (array.path(i).isNull()) {
                    array.set(i, "");
                }
            }
        }
    }

    private static String encoded(String text, String signs) {
        return text.chars()
                .mapToObj(c -> signs.indexOf(c) < 0 ? "" + (char) c : "%%%02X".formatted(c))
                .collect(Collectors.joining());
    }

    /** With an equals sign in every pair, of a form too; what has nothing but a question mark has no pair. */
    static String pairs(String text) {
        return Arrays.stream(text.split("&", -1))
                .map(pair -> pair.isEmpty() || pair.equals("?") || pair.contains("=") ? pair : pair + "=")
                .collect(Collectors.joining("&"));
    }

    /** With rules for numbers and versions as regexes, because pact-jvm applies the former to a list of values, which is neither. */
    static Stream<Spelling> withRegexes(Spelling spelling) {
        return Stream.of(spelling.with(expected -> {
            var rules = expected.path("matchingRules");
            rules.path("query").forEach(rule -> respell(rule.findParents("match")));
            rules.properties().stream()
                    .filter(rule -> rule.getKey().startsWith("$.query")) // V2
                    .forEach(rule -> respell(List.of(rule.getValue())));
        }));
    }

    /** If all of them are such rules; beside others, the stub leaves them to pact-jvm. */
    private static void respell(List<JsonNode> matchers) {
        if (matchers.stream()
                .allMatch(matcher -> REGEXES.containsKey(matcher.path("match").asText()))) {
            matchers.forEach(matcher -> ((ObjectNode) matcher)
                    .put("regex", REGEXES.get(matcher.path("match").asText()))
                    .put("match", "regex"));
        }
    }
}
