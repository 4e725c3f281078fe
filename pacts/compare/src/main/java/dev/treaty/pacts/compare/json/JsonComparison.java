package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.json.Shape.ListRules;
import dev.treaty.pacts.compare.json.Shape.ObjectRules;
import dev.treaty.pacts.compare.text.TextDifference;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSet.Every;
import dev.treaty.pacts.compare.text.TextSets;
import dev.treaty.pacts.files.BodyText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether all JSON that one example with rules accepts is accepted by another, too. If not, the smallest values that make the difference are
 * suggested. What is called proven is: sets are only ever widened on the one side and narrowed on the other.
 */
public final class JsonComparison {

    /** Whose rules are those of every name that no rule mentions. */
    private static final String OTHER_NAME = "other";

    private static final String MISSING = "missing";

    private JsonComparison() {}

    /** Compares what {@code before} accepts with what {@code after} accepts. */
    public static JsonDifference compare(
            JsonValue before, MatchingContext rulesBefore, JsonValue after, MatchingContext rulesAfter) {
        var root = List.of("$");
        return compare(ShapeReader.read(before, root, rulesBefore), ShapeReader.read(after, root, rulesAfter), root);
    }

    /** A small value that an example with rules accepts, probably. */
    public static Optional<JsonValue> smallest(JsonValue expected, MatchingContext rules) {
        return Samples.smallest(ShapeReader.read(expected, List.of("$"), rules));
    }

    private static JsonDifference compare(Shape before, Shape after, List<String> path) {
        if (after.isAny() || before == Shape.NOTHING || before == after) {
            return JsonDifference.NONE;
        }
        var difference = after.isExact() ? JsonDifference.NONE : JsonDifference.undecided(text(path));
        for (var kind : Kind.values()) {
            difference = difference.and(
                    switch (kind) {
                        case OBJECT -> objects(before, after, path);
                        case ARRAY -> lists(before, after, path);
                        default -> texts(before, after, kind, path);
                    });
        }
        return difference;
    }

    private static String text(List<String> path) {
        return PathExpressionsKt.constructPath(path);
    }

    private static List<String> plus(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static Counterexample example(JsonValue value, List<String> path) {
        return new Counterexample(value, text(path), BodyText.of(value));
    }

    private static JsonDifference texts(Shape before, Shape after, Kind kind, List<String> path) {
        var difference = TextDifference.between(before.text(kind), after.text(kind), kind.texts());
        if (difference.isNone()) {
            return JsonDifference.NONE;
        }
        return difference
                .example()
                .or(() -> wrapped(before, after, kind))
                .map(text -> JsonDifference.of(example(kind.value(text), path)))
                .orElseGet(() -> JsonDifference.undecided(text(path)));
    }

    /** The text of a list or object around a text that is accepted: a regex with a dot matches that, too. */
    private static Optional<String> wrapped(Shape before, Shape after, Kind kind) {
        if (kind != Kind.ARRAY && kind != Kind.OBJECT) {
            return Optional.empty();
        }
        var inside = TextDifference.shortest(before.text(Kind.STRING), Kind.STRING.texts());
        return Stream.concat(Stream.of(before.example().toString()), inside.stream())
                .map(text -> BodyText.of(new JsonValue.StringValue(text)))
                .map(text -> kind == Kind.ARRAY ? "[" + text + "]" : "{\"a\":" + text + "}")
                .filter(text ->
                        before.text(kind).contains(text) && !after.text(kind).contains(text))
                .findFirst();
    }

    // --- objects ---

    private static JsonDifference objects(Shape before, Shape after, List<String> path) {
        if (before.objects().isEmpty() || after.objects().isEmpty()) {
            return withoutRules(before, after, Kind.OBJECT, path);
        }
        var rules = before.objects().get();
        return after.objects().get().stream()
                .map(each -> objects(rules, each, path))
                .reduce(JsonDifference.NONE, JsonDifference::and);
    }

    /** One side, or both, only know the texts of lists or objects. */
    private static JsonDifference withoutRules(Shape before, Shape after, Kind kind, List<String> path) {
        var isRuled = before.hasRules(kind);
        if (!isRuled && after.hasRules(kind)) {
            return TextDifference.between(before.text(kind), TextSets.NONE, kind.texts())
                            .isNone()
                    ? JsonDifference.NONE
                    : sampleOf(before, kind, path).and(JsonDifference.undecided(text(path)));
        } else if (!isRuled) {
            return texts(before, after, kind, path);
        }
        return after.text(kind).equals(TextSets.EVERY)
                ? JsonDifference.NONE
                : after.text(kind).equals(TextSets.NONE)
                        ? sample(before, path)
                        : sample(before, path).and(JsonDifference.undecided(text(path)));
    }

    private static JsonDifference sampleOf(Shape shape, Kind kind, List<String> path) {
        return TextDifference.shortest(shape.text(kind), kind.texts())
                .map(text -> JsonDifference.of(example(kind.value(text), path)))
                .orElse(JsonDifference.NONE);
    }

    private static JsonDifference sample(Shape shape, List<String> path) {
        return Samples.smallest(shape)
                .map(value -> JsonDifference.of(example(value, path)))
                .orElseGet(() -> JsonDifference.undecided(text(path)));
    }

    private static JsonDifference objects(List<ObjectRules> before, ObjectRules after, List<String> path) {
        return required(before, after, path)
                .and(only(before, after, path))
                .and(names(before, after, path))
                .and(values(before, after, path));
    }

    private static JsonDifference required(List<ObjectRules> before, ObjectRules after, List<String> path) {
        var difference = JsonDifference.NONE;
        for (var name : new TreeSet<>(after.required())) {
            if (before.stream().noneMatch(each -> each.required().contains(name))) {
                difference = difference.and(whole(
                        before,
                        Map.of(),
                        object -> new Counterexample(Samples.without(object, name), text(plus(path, name)), MISSING),
                        path));
            }
        }
        return difference;
    }

    /** An object with some members, as a counterexample. */
    private static JsonDifference whole(
            List<ObjectRules> rules,
            Map<String, JsonValue> members,
            Function<JsonValue.Object, Counterexample> toExample,
            List<String> path) {
        return Samples.object(rules, members)
                .map(object -> JsonDifference.of(toExample.apply(object)))
                .orElseGet(() -> JsonDifference.undecided(text(path)));
    }

    private static JsonDifference only(List<ObjectRules> before, ObjectRules after, List<String> path) {
        if (after.only().isEmpty()) {
            return JsonDifference.NONE;
        }
        var allowed = after.only().get();
        return possibleNames(before, after).stream()
                .filter(name -> !allowed.contains(name))
                .map(name -> extra(before, name, path))
                .reduce(JsonDifference.NONE, JsonDifference::and);
    }

    private static JsonDifference extra(List<ObjectRules> before, String name, List<String> path) {
        return Samples.smallest(Samples.valueOf(before, name))
                .map(value -> whole(
                        before,
                        Map.of(name, value),
                        object -> new Counterexample(object, text(plus(path, name)), BodyText.of(value)),
                        path))
                .orElseGet(() -> JsonDifference.undecided(text(plus(path, name))));
    }

    /** One name of each group of names with the same rules. */
    private static Set<String> possibleNames(List<ObjectRules> before, ObjectRules after) {
        var names = new TreeSet<>(after.special());
        before.forEach(each -> names.addAll(each.special()));
        names.add(otherName(names));
        names.removeIf(name -> before.stream().anyMatch(each -> !mayHave(each, name)));
        return names;
    }

    /** A name that no rule mentions stands for others that rules for names may allow. */
    private static boolean mayHave(ObjectRules rules, String name) {
        return rules.only().map(only -> only.contains(name)).orElse(true)
                && (name.startsWith(OTHER_NAME) || rules.names().stream().allMatch(each -> each.contains(name)));
    }

    private static String otherName(Set<String> names) {
        var other = OTHER_NAME;
        while (names.contains(other)) {
            other += "_";
        }
        return other;
    }

    private static JsonDifference names(List<ObjectRules> before, ObjectRules after, List<String> path) {
        var possible =
                new Every(before.stream().flatMap(each -> each.names().stream()).toList());
        var closed = before.stream().flatMap(each -> each.only().stream()).findFirst();
        return after.names().stream()
                .map(wanted -> closed.isPresent()
                        ? names(before, closed.get(), wanted, path)
                        : names(before, possible, wanted, path))
                .reduce(JsonDifference.NONE, JsonDifference::and);
    }

    private static JsonDifference names(
            List<ObjectRules> before, Set<String> possible, TextSet wanted, List<String> path) {
        return possible.stream()
                .filter(name -> !wanted.contains(name))
                .map(name -> extra(before, name, path))
                .reduce(JsonDifference.NONE, JsonDifference::and);
    }

    private static JsonDifference names(List<ObjectRules> before, TextSet possible, TextSet wanted, List<String> path) {
        var difference = TextDifference.between(possible, wanted, Kind.STRING.texts());
        if (difference.isNone()) {
            return JsonDifference.NONE;
        }
        return difference
                .example()
                .map(name -> extra(before, name, path))
                .orElseGet(() -> JsonDifference.undecided("the names at " + text(path)));
    }

    private static JsonDifference values(List<ObjectRules> before, ObjectRules after, List<String> path) {
        var difference = JsonDifference.NONE;
        for (var name : possibleNames(before, after)) {
            var inside = plus(path, name);
            var value = compare(Samples.valueOf(before, name), after.value().apply(name), inside);
            difference = difference.and(lifted(
                    value,
                    example -> Samples.object(before, Map.of(shownName(before, name), example.value())),
                    inside));
        }
        return difference;
    }

    /** A name that no rule mentions may be any that the rules for names allow. */
    private static String shownName(List<ObjectRules> before, String name) {
        var allowed =
                new Every(before.stream().flatMap(each -> each.names().stream()).toList());
        return name.startsWith(OTHER_NAME) && !allowed.contains(name)
                ? TextDifference.shortest(allowed, Kind.STRING.texts()).orElse(name)
                : name;
    }

    /** The same difference within a larger value. */
    private static <T extends JsonValue> JsonDifference lifted(
            JsonDifference inside, Function<Counterexample, Optional<T>> larger, List<String> path) {
        if (inside.isNone()) {
            return inside;
        }
        var difference = new JsonDifference(List.of(), inside.undecided());
        for (var example : inside.counterexamples()) {
            difference = difference.and(larger.apply(example)
                    .map(value -> JsonDifference.of(example.in(value)))
                    .orElseGet(() -> JsonDifference.undecided(text(path))));
        }
        return difference;
    }

    // --- lists ---

    private static JsonDifference lists(Shape before, Shape after, List<String> path) {
        if (before.lists().isEmpty() || after.lists().isEmpty()) {
            return withoutRules(before, after, Kind.ARRAY, path);
        }
        var rules = before.lists().get();
        return after.lists().get().stream()
                .map(each -> lists(rules, each, path))
                .reduce(JsonDifference.NONE, JsonDifference::and);
    }

    private static JsonDifference lists(List<ListRules> before, ListRules after, List<String> path) {
        return lengths(before, after, path)
                .and(elements(before, after, path))
                .and(contained(before, after, path))
                .and(undecided(before, after, path));
    }

    private static int least(List<ListRules> rules) {
        return rules.stream().mapToInt(ListRules::least).max().orElse(0);
    }

    private static int most(List<ListRules> rules) {
        return rules.stream().mapToInt(ListRules::most).min().orElse(ListRules.UNLIMITED);
    }

    private static JsonDifference lengths(List<ListRules> before, ListRules after, List<String> path) {
        var difference = JsonDifference.NONE;
        if (least(before) < after.least()) {
            difference = difference.and(ofLength(before, 0, path));
        }
        if (most(before) > after.most()) {
            difference = difference.and(ofLength(before, after.most() + 1, path));
        }
        return difference;
    }

    private static JsonDifference ofLength(List<ListRules> rules, int length, List<String> path) {
        return Samples.list(rules, length, Map.of())
                .map(list -> JsonDifference.of(example(list, path)))
                .orElseGet(() -> JsonDifference.undecided(text(path)));
    }

    private static JsonDifference elements(List<ListRules> before, ListRules after, List<String> path) {
        var difference = JsonDifference.NONE;
        for (var position : positions(before, after)) {
            if (!difference.counterexamples().isEmpty()) {
                break; // the same at the next positions says nothing new
            }
            var inside = plus(path, "" + position);
            var element =
                    compare(Samples.elementOf(before, position), after.element().apply(position), inside);
            difference = difference.and(lifted(
                    element, example -> Samples.list(before, position + 1, Map.of(position, example.value())), inside));
        }
        return difference;
    }

    private static Set<Integer> positions(List<ListRules> before, ListRules after) {
        var positions = new TreeSet<>(after.special());
        before.forEach(each -> positions.addAll(each.special()));
        positions.add(positions.last() + 1);
        positions.removeIf(position -> position >= most(before));
        return positions;
    }

    /** What must be in a list is, if it had to be before, or if one of the elements that must be there is of that kind. */
    private static JsonDifference contained(List<ListRules> before, ListRules after, List<String> path) {
        var known = new HashSet<Shape>();
        before.forEach(each -> known.addAll(each.contained()));
        for (var position = 0; position < Math.min(least(before), Samples.LONGEST_LIST); position++) {
            known.add(Samples.elementOf(before, position));
        }
        return after.contained().stream()
                .filter(wanted -> known.stream()
                        .noneMatch(each -> compare(each, wanted, path).isNone()))
                .map(wanted -> ofLength(before, 0, path).and(JsonDifference.undecided(text(path))))
                .reduce(JsonDifference.NONE, JsonDifference::and);
    }

    private static JsonDifference undecided(List<ListRules> before, ListRules after, List<String> path) {
        return after.undecided().isEmpty()
                        || before.stream().anyMatch(each -> each.undecided().equals(after.undecided()))
                ? JsonDifference.NONE
                : ofLength(before, 0, path).and(JsonDifference.undecided(text(path)));
    }
}
