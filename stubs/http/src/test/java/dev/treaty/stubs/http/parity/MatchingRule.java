package dev.treaty.stubs.http.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;

/**
 * The matchers that a contract has for one part of a request.
 *
 * @param combine {@code "AND"} or {@code "OR"}
 * @param matchers as JSON, in single quotes: {@code {'match': 'integer'}}
 */
public record MatchingRule(String combine, List<String> matchers) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    public static MatchingRule of(String... matchers) {
        return new MatchingRule("AND", List.of(matchers));
    }

    public static MatchingRule anyOf(String... matchers) {
        return new MatchingRule("OR", List.of(matchers));
    }

    public static MatchingRule regex(String regex) {
        return of("{'match': 'regex', 'regex': " + JSON.getNodeFactory().textNode(regex) + "}");
    }

    /** The form of V2, which has only one matcher: {@code {"match": "type"}}. */
    public JsonNode first() {
        return json(matchers.get(0));
    }

    /** The form of V3 and V4. */
    public JsonNode all() {
        var rule = JSON.createObjectNode().put("combine", combine);
        var list = rule.putArray("matchers");
        matchers.forEach(matcher -> list.add(json(matcher)));
        return rule;
    }

    /** The names of the matchers, e.g. {@code "integer"}, {@code "type min"}, {@code "OR"}. */
    public Stream<String> names() {
        var names = matchers.stream()
                .map(MatchingRule::json)
                .map(matcher -> matcher.path("match").asText()
                        + (matcher.has("min") ? " min" : "")
                        + (matcher.has("max") ? " max" : ""));
        return combine.equals("OR") ? Stream.concat(Stream.of("OR"), names) : names;
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
