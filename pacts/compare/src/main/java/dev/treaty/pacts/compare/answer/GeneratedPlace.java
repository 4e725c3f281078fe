package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a generator puts a value.
 *
 * @param path as it stands in the contract, e.g. {@code "$.items[*].id"}
 * @param steps to the value itself, e.g. {@code ["$", "items", "0", "id"]}
 */
record GeneratedPlace(Category category, String path, List<String> steps) implements Comparable<GeneratedPlace> {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** The values of the example that a generator replaces. Of bodies, pact-jvm only does that in JSON and in forms. */
    static List<GeneratedPlace> of(Category category, String path, HttpResponse response) {
        return (category == Category.BODY ? inBody(path, response) : Stream.of(List.of(path)))
                .map(steps -> new GeneratedPlace(category, path, steps))
                .toList();
    }

    private static Stream<List<String>> inBody(String path, HttpResponse response) {
        var tokens = PathExpressionsKt.parsePath(path);
        if (FORM.equals(response.determineContentType().getBaseType())) {
            return Stream.of(tokens.stream().map(PathToken::rawString).toList());
        }
        return json(response).stream().flatMap(body -> steps(tokens.subList(1, tokens.size()), body, List.of("$")));
    }

    private static Optional<JsonValue> json(HttpResponse response) {
        return response.getBody().isPresent() && response.determineContentType().isJson()
                ? Optional.of(JsonParser.parseString(response.getBody().valueAsString()))
                : Optional.empty();
    }

    /** As pact-jvm's {@code queryObjectGraph} walks through the example. */
    private static Stream<List<String>> steps(List<PathToken> tokens, JsonValue value, List<String> before) {
        if (tokens.isEmpty()) {
            return Stream.of(before);
        }
        var token = tokens.get(0);
        var rest = tokens.subList(1, tokens.size());
        if (value instanceof JsonValue.Object object) {
            return object.getEntries().entrySet().stream()
                    .filter(member -> isMeant(token, member.getKey()))
                    .flatMap(member -> steps(rest, member.getValue(), plus(before, member.getKey())));
        } else if (value instanceof JsonValue.Array array) {
            return IntStream.range(0, array.getSize())
                    .filter(position -> isMeant(token, position))
                    .boxed()
                    .flatMap(position -> steps(rest, array.get(position), plus(before, "" + position)));
        }
        return Stream.of();
    }

    private static boolean isMeant(PathToken token, String name) {
        return token instanceof PathToken.Star
                || (token instanceof PathToken.Field field && field.getName().equals(name));
    }

    private static boolean isMeant(PathToken token, int position) {
        return token instanceof PathToken.Star
                || token instanceof PathToken.StarIndex
                || (token instanceof PathToken.Index index && index.getIndex() == position);
    }

    private static List<String> plus(List<String> steps, String step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    /** The rules for the value; empty if it must be equal. */
    Optional<MatchingRuleGroup> rules(HttpResponse response) {
        var rules = response.getMatchingRules().rulesForCategory(categoryName());
        var context = new MatchingContext(rules, true, Map.of(), false);
        Comparator<String> names =
                category == Category.BODY ? Comparator.naturalOrder() : String.CASE_INSENSITIVE_ORDER;
        return context.matcherDefined(steps, names)
                ? Optional.of(context.selectBestMatcher(steps, names))
                : Optional.empty();
    }

    /** The example's value; empty for what is not a single value: several values of a header, a list, an object, or a body that is not JSON. */
    Optional<JsonValue> example(HttpResponse response) {
        if (category == Category.HEADER) {
            return header(response);
        }
        return category == Category.BODY ? json(response).flatMap(this::valueIn) : Optional.empty();
    }

    private Optional<JsonValue> header(HttpResponse response) {
        return response.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(path))
                .filter(header -> header.getValue().size() == 1)
                .findFirst()
                .map(header -> new JsonValue.StringValue(header.getValue().get(0)));
    }

    private Optional<JsonValue> valueIn(JsonValue body) {
        var value = body;
        for (var step : steps.subList(1, steps.size())) {
            if (value instanceof JsonValue.Object object && object.has(step)) {
                value = object.get(step);
            } else if (value instanceof JsonValue.Array array && step.matches("[0-9]+")) {
                value = array.get(Integer.parseInt(step));
            } else {
                return Optional.empty();
            }
        }
        return value instanceof JsonValue.Object || value instanceof JsonValue.Array
                ? Optional.empty()
                : Optional.of(value);
    }

    private String categoryName() {
        return category.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(GeneratedPlace other) {
        return (category + " " + steps).compareTo(other.category + " " + other.steps);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GeneratedPlace place && compareTo(place) == 0;
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    @Override
    public String toString() {
        return category == Category.BODY ? path : categoryName() + " " + path;
    }
}
