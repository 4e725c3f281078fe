package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.canonical.JsonPath;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * The matching rules of a body, to find out which values may differ from the example. Where several rules apply, it chooses as
 * pact-jvm does ({@code Matchers.calculatePathWeight}): a rule also applies to everything below its path, and the most specific
 * path wins.
 *
 * @param rules in the order of the file
 */
record BodyMatchingRules(List<Rule> rules) {

    /** Matchers that require the value of the example, or that say nothing about it. */
    private static final Set<String> EXACT =
            Set.of("equality", "null", "ignore-order", "values", "eachKey", "each-key");

    /**
     * The matchers of one path.
     *
     * @param path as written, e.g. {@code $.items[*].id}
     * @param steps the same path, {@linkplain JsonPath#steps split into steps}
     */
    record Rule(String path, List<String> steps, List<JsonNode> matchers) {

        private boolean covers(List<String> value) {
            return steps.size() <= value.size()
                    && IntStream.range(0, steps.size()).allMatch(step -> weight(steps.get(step), value.get(step)) > 0);
        }

        private int weight(List<String> value) {
            return IntStream.range(0, steps.size())
                    .map(step -> weight(steps.get(step), value.get(step)))
                    .reduce(1, (a, b) -> a * b);
        }

        private static int weight(String step, String valueStep) {
            if (step.equals("*") || (step.equals("[*]") && valueStep.matches("\\d+"))) {
                return 1;
            }
            return step.equals(valueStep) ? 2 : 0;
        }
    }

    static BodyMatchingRules of(List<JsonNode> categories) {
        return new BodyMatchingRules(categories.stream()
                .flatMap(category -> category.properties().stream())
                .map(rule -> new Rule(
                        rule.getKey(),
                        JsonPath.steps(rule.getKey()),
                        elements(rule.getValue().path("matchers"))))
                .toList());
    }

    /**
     * Whether a value may differ from the example.
     *
     * @param value the keys and indexes that lead to it
     */
    boolean allowOtherValues(List<String> value) {
        return rules.stream()
                .filter(rule -> rule.covers(value))
                .max(Comparator.<Rule>comparingInt(rule -> rule.weight(value))
                        .thenComparingInt(rule -> rule.path().length()))
                .filter(rule -> rule.matchers().stream()
                        .anyMatch(matcher -> allowsOtherValues(
                                matcher, value.subList(rule.steps().size(), value.size()))))
                .isPresent();
    }

    /** @param below the keys and indexes that lead from the place of the matcher to the value */
    private static boolean allowsOtherValues(JsonNode matcher, List<String> below) {
        return switch (matcher.path("match").asText()) {
            case "eachValue", "each-value" ->
                elements(matcher.path("rules")).stream().anyMatch(rule -> allowsOtherValues(rule, below));
            case "arrayContains", "array-contains" ->
                elements(matcher.path("variants")).stream()
                        .filter(variant -> !below.isEmpty()
                                && variant.path("index").asText().equals(below.get(0)))
                        .anyMatch(variant ->
                                of(List.of(variant.path("rules"))).allowOtherValues(below.subList(1, below.size())));
            default -> !EXACT.contains(matcher.path("match").asText());
        };
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
