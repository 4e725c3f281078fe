package dev.treaty.pacts.compare.json;

import static dev.treaty.pacts.compare.json.Steps.plus;
import static dev.treaty.pacts.compare.json.Steps.text;

import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.json.Shape.ObjectRules;
import dev.treaty.pacts.compare.text.TextDifference;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSet.Every;
import dev.treaty.pacts.files.BodyText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Whether all objects that some rules accept are accepted by others, too. */
final class ObjectInclusion {

    /** Whose rules are those of every name that no rule mentions. */
    private static final String OTHER_NAME = "other";

    private static final String MISSING = "missing";

    private final InnerComparison members;

    ObjectInclusion(InnerComparison members) {
        this.members = members;
    }

    /** Both are rules of which all hold. */
    JsonDifference difference(List<ObjectRules> before, List<ObjectRules> after, List<String> path) {
        return after.stream()
                .map(each -> difference(before, each, path))
                .reduce(JsonDifference.NONE, JsonDifference::and);
    }

    private JsonDifference difference(List<ObjectRules> before, ObjectRules after, List<String> path) {
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

    private JsonDifference values(List<ObjectRules> before, ObjectRules after, List<String> path) {
        var difference = JsonDifference.NONE;
        for (var name : possibleNames(before, after)) {
            var inside = plus(path, name);
            var value = members.difference(
                    Samples.valueOf(before, name), after.value().apply(name), inside);
            difference = difference.and(value.within(
                    example -> Samples.object(before, Map.of(shownName(before, name), example.value())), text(inside)));
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
}
