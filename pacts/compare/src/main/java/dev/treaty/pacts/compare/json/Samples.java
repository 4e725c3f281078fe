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
        var contained = new ArrayDeque<JsonValue>();
        rules.stream()
                .flatMap(each -> each.contained().stream())
                .flatMap(each -> smallest(each).stream())
                .forEach(contained::add);
        var size =
                Math.max(length, rules.stream().mapToInt(ListRules::least).max().orElse(0));
        var elements = new ArrayList<JsonValue>();
        while (elements.size() < size || !contained.isEmpty()) {
            var element = element(rules, elements.size(), given, contained);
            if (element.isEmpty() || elements.size() == LONGEST_LIST) {
                return Optional.empty();
            }
            elements.add(element.get());
        }
        return Optional.of(new JsonValue.Array(elements));
    }

    /** The given one; else one of those that must be somewhere; else a small one. */
    private static Optional<JsonValue> element(
            List<ListRules> rules, int position, Map<Integer, JsonValue> given, Deque<JsonValue> contained) {
        var known = given.containsKey(position) ? given.get(position) : contained.poll();
        return known == null ? smallest(elementOf(rules, position)) : Optional.of(known);
    }
}
