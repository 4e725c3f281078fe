package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.json.Shape.ListRules;
import dev.treaty.pacts.compare.json.Shape.ObjectRules;
import dev.treaty.pacts.compare.text.TextDifference;
import dev.treaty.pacts.compare.text.TextSets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds small values of a shape. They are suggestions: pact-jvm decides whether they are accepted. */
final class Samples {

    /** Elements of a list that is written out. */
    static final int LONGEST_LIST = 200;

    private Samples() {}

    /** A value with as few members as possible, and the values of the example where they fit. */
    static Optional<JsonValue> smallest(Shape shape) {
        if (shape.isAny()) {
            return Optional.of(JsonValue.Null.INSTANCE);
        } else if (shape.objects().isPresent()) {
            return object(shape.objects().get(), Map.of()).map(Samples::json);
        } else if (shape.lists().isPresent()) {
            return list(shape.lists().get(), 0, Map.of()).map(Samples::json);
        }
        return isAccepted(shape, shape.example()) ? Optional.of(shape.example()) : shortestText(shape);
    }

    private static JsonValue json(JsonValue value) {
        return value;
    }

    private static boolean isAccepted(Shape shape, JsonValue value) {
        return shape.text(Kind.of(value)).contains(value.toString());
    }

    private static Optional<JsonValue> shortestText(Shape shape) {
        for (var kind : Kind.values()) {
            if (!shape.text(kind).equals(TextSets.NONE)) {
                var text = TextDifference.shortest(shape.text(kind), kind.texts());
                if (text.isPresent()) {
                    return text.map(kind::value);
                }
            }
        }
        return Optional.empty();
    }

    /** An object with some given members, and no others but those required. Empty if a required one has no value. */
    static Optional<JsonValue.Object> object(List<ObjectRules> rules, Map<String, JsonValue> given) {
        var names = new TreeSet<>(given.keySet());
        rules.forEach(each -> names.addAll(each.required()));
        var members = new LinkedHashMap<String, JsonValue>();
        for (var name : names) {
            var value = given.containsKey(name)
                    ? Optional.of(Objects.requireNonNull(given.get(name)))
                    : smallest(valueOf(rules, name));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            members.put(name, value.get());
        }
        return Optional.of(new JsonValue.Object(members));
    }

    /** The same without a member. */
    static JsonValue.Object without(JsonValue.Object object, String name) {
        var members = new LinkedHashMap<>(object.getEntries());
        members.remove(name);
        return new JsonValue.Object(members);
    }

    static Shape valueOf(List<ObjectRules> rules, String name) {
        return rules.stream().map(each -> each.value().apply(name)).reduce(Shape.ANY, Shape::and);
    }

    static Shape elementOf(List<ListRules> rules, int position) {
        return rules.stream().map(each -> each.element().apply(position)).reduce(Shape.ANY, Shape::and);
    }

    /** A list of a length or longer, with some given elements. Empty if a position has no value, or it would be too long. */
    static Optional<JsonValue.Array> list(List<ListRules> rules, int length, Map<Integer, JsonValue> given) {
        var wanted = rules.stream()
                .flatMap(each -> Stream.concat(
                        each.contained().stream(),
                        each.anyOrder().stream().flatMap(anyOrder -> anyOrder.expected().stream())))
                .toList();
        return list(rules, length, given, wanted);
    }

    /** A list of elements that are expected in any order, with a given one of them, if possible at a position. */
    static Optional<JsonValue.Array> listInAnyOrder(
            List<ListRules> rules, int position, int expectedIndex, JsonValue given) {
        var others = new ArrayList<>(inAnyOrder(rules));
        others.remove(expectedIndex);
        var isPossible = rules.stream().allMatch(each -> position < each.most());
        return list(rules, 0, Map.of(isPossible ? position : expectedIndex, given), others);
    }

    /** A list of elements that are expected in any order, some of which are given. */
    static Optional<JsonValue.Array> listInAnyOrder(List<ListRules> rules, Map<Integer, JsonValue> given) {
        var expected = inAnyOrder(rules);
        var others = IntStream.range(0, expected.size())
                .filter(index -> !given.containsKey(index))
                .mapToObj(expected::get)
                .toList();
        return list(rules, 0, given, others);
    }

    private static List<Shape> inAnyOrder(List<ListRules> rules) {
        return rules.stream()
                .flatMap(each -> each.anyOrder().stream())
                .flatMap(anyOrder -> anyOrder.expected().stream())
                .toList();
    }

    private static Optional<JsonValue.Array> list(
            List<ListRules> rules, int length, Map<Integer, JsonValue> given, List<Shape> wanted) {
        var somewhere = new ArrayDeque<JsonValue>();
        wanted.stream().flatMap(each -> smallest(each).stream()).forEach(somewhere::add);
        var size = Stream.concat(
                        Stream.of(length),
                        Stream.concat(
                                given.keySet().stream().map(position -> position + 1),
                                rules.stream().map(ListRules::least)))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        var elements = new ArrayList<JsonValue>();
        while (elements.size() < size || !somewhere.isEmpty()) {
            var element = element(rules, elements.size(), given, somewhere);
            if (element.isEmpty() || elements.size() == LONGEST_LIST) {
                return Optional.empty();
            }
            elements.add(element.get());
        }
        return Optional.of(new JsonValue.Array(elements));
    }

    /** The given one; else one of those that must be somewhere; else a small one. */
    private static Optional<JsonValue> element(
            List<ListRules> rules, int position, Map<Integer, JsonValue> given, Deque<JsonValue> somewhere) {
        var known = given.containsKey(position) ? given.get(position) : somewhere.poll();
        return known == null ? smallest(furtherElementOf(rules, position)) : Optional.of(known);
    }

    /** An element that is none of those that are expected in any order, if there are such. */
    static Shape furtherElementOf(List<ListRules> rules, int position) {
        var element = elementOf(rules, position);
        return rules.stream()
                .flatMap(each -> each.anyOrder().stream())
                .findFirst()
                .map(anyOrder -> element.and(anyOrder.further().apply(position)))
                .orElse(element);
    }
}
