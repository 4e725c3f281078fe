package dev.treaty.pacts.compare.json;

import static dev.treaty.pacts.compare.json.Steps.plus;
import static dev.treaty.pacts.compare.json.Steps.text;

import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.json.Shape.ListRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Whether all lists that some rules accept are accepted by others, too. */
final class ListInclusion {

    private final InnerComparison elements;

    ListInclusion(InnerComparison elements) {
        this.elements = elements;
    }

    /** Both are rules of which all hold. */
    JsonDifference difference(List<ListRules> before, List<ListRules> after, List<String> path) {
        return least(before) > most(before)
                ? JsonDifference.NONE
                : after.stream()
                        .map(each -> difference(before, each, path))
                        .reduce(JsonDifference.NONE, JsonDifference::and);
    }

    private JsonDifference difference(List<ListRules> before, ListRules after, List<String> path) {
        return lengths(before, after, path)
                .and(elements(before, after, path))
                .and(contained(before, after, path))
                .and(inAnyOrder(before, after, path));
    }

    // --- how many elements ---

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
        return example(rules, length, Map.of(), path);
    }

    private static JsonDifference example(
            List<ListRules> rules, int length, Map<Integer, JsonValue> given, List<String> path) {
        return Samples.list(rules, length, given)
                .map(list -> JsonDifference.of(Steps.example(list, path)))
                .orElseGet(() -> JsonDifference.undecided(text(path)));
    }

    // --- which elements ---

    private JsonDifference elements(List<ListRules> before, ListRules after, List<String> path) {
        var difference = JsonDifference.NONE;
        for (var position : positions(before, after)) {
            if (!difference.counterexamples().isEmpty()) {
                break; // the same at the next positions says nothing new
            }
            difference = difference.and(element(before, after, position, path));
        }
        return difference;
    }

    /** What may be at a position: in a list in any order, each expected element, or a further one. */
    private JsonDifference element(List<ListRules> before, ListRules after, int position, List<String> path) {
        var inside = plus(path, "" + position);
        var wanted = after.element().apply(position);
        var expected = expectedInAnyOrder(before);
        var difference = JsonDifference.NONE;
        for (var i = 0; i < expected.size(); i++) {
            var index = i;
            difference = difference.and(elements.difference(expected.get(i), wanted, inside)
                    .within(example -> Samples.listInAnyOrder(before, position, index, example.value()), text(inside)));
        }
        return most(before) <= expected.size()
                ? difference
                : difference.and(elements.difference(Samples.furtherElementOf(before, position), wanted, inside)
                        .within(
                                example -> Samples.list(before, position + 1, Map.of(position, example.value())),
                                text(inside)));
    }

    private static List<Shape> expectedInAnyOrder(List<ListRules> rules) {
        return rules.stream()
                .flatMap(each -> each.anyOrder().stream())
                .findFirst()
                .map(Shape.AnyOrder::expected)
                .orElse(List.of());
    }

    private static Set<Integer> positions(List<ListRules> before, ListRules after) {
        var positions = new TreeSet<>(after.special());
        before.forEach(each -> positions.addAll(each.special()));
        positions.add(positions.last() + 1);
        positions.removeIf(position -> position >= most(before));
        return positions;
    }

    /** Elements that every list has, whatever their order. */
    private static List<Shape> certain(List<ListRules> before) {
        var expected = expectedInAnyOrder(before);
        return expected.isEmpty()
                ? IntStream.range(0, Math.min(least(before), Samples.LONGEST_LIST))
                        .mapToObj(position -> Samples.elementOf(before, position))
                        .toList()
                : expected;
    }

    // --- elements that must be somewhere ---

    /** What must be in a list is, if it had to be before, or if one of the elements that must be there is of that kind. */
    private JsonDifference contained(List<ListRules> before, ListRules after, List<String> path) {
        var known = new HashSet<>(certain(before));
        before.forEach(each -> known.addAll(each.contained()));
        return after.contained().stream()
                .filter(wanted -> known.stream()
                        .noneMatch(
                                each -> elements.difference(each, wanted, path).isNone()))
                .map(wanted -> ofLength(before, 0, path)
                        .and(withoutContained(before, wanted, path))
                        .and(JsonDifference.undecided(text(path))))
                .reduce(JsonDifference.NONE, JsonDifference::and);
    }

    /** A list that only has what had to be in it, but for each of them a value that is not of a kind that must be there now. */
    private JsonDifference withoutContained(List<ListRules> before, Shape wanted, List<String> path) {
        var given = new TreeMap<Integer, JsonValue>();
        for (var contained :
                before.stream().flatMap(each -> each.contained().stream()).toList()) {
            elements.difference(contained, wanted, path).counterexamples().stream()
                    .findFirst()
                    .ifPresent(other -> given.put(given.size(), other.value()));
        }
        return given.isEmpty() || !certain(before).isEmpty()
                ? JsonDifference.NONE
                : Samples.listInAnyOrder(before, given)
                        .map(list -> JsonDifference.of(Steps.example(list, path)))
                        .orElse(JsonDifference.NONE);
    }

    /** Each element that is expected in any order needs one of its own among those that are certainly there. */
    private JsonDifference inAnyOrder(List<ListRules> before, ListRules after, List<String> path) {
        if (after.anyOrder().isEmpty()) {
            return JsonDifference.NONE;
        }
        var wanted = after.anyOrder().get();
        var known = certain(before);
        var pairs = new Pairs(
                wanted.expected().size(),
                known.size(),
                (one, other) -> elements.difference(
                                known.get(other), wanted.expected().get(one), path)
                        .isNone());
        var alone = pairs.firstAlone();
        if (alone.isPresent()) {
            return withoutAny(before, wanted.expected().get(alone.getAsInt()), path)
                    .and(JsonDifference.undecided(text(path)));
        }
        return most(before) <= wanted.expected().size()
                ? JsonDifference.NONE
                : furtherElements(before, after, pairs.unused(), path);
    }

    /** A list in which, if possible, no element is of a kind that must be there. */
    private JsonDifference withoutAny(List<ListRules> before, Shape wanted, List<String> path) {
        var known = certain(before);
        var given = new TreeMap<Integer, JsonValue>();
        for (var i = 0; i < known.size(); i++) {
            var other = elements.difference(known.get(i), wanted, path).counterexamples().stream()
                    .map(Counterexample::value)
                    .findFirst();
            if (other.isPresent()) {
                given.put(i, other.get());
            }
        }
        return expectedInAnyOrder(before).isEmpty()
                ? example(before, 0, given, path)
                : Samples.listInAnyOrder(before, given)
                        .map(list -> JsonDifference.of(Steps.example(list, path)))
                        .orElse(JsonDifference.NONE);
    }

    /** Beyond the elements that are expected in any order, there may be others, wherever they are. */
    private JsonDifference furtherElements(
            List<ListRules> before, ListRules after, List<Integer> unused, List<String> path) {
        var isInOrder = expectedInAnyOrder(before).isEmpty();
        var known = certain(before);
        var difference = JsonDifference.NONE;
        for (var position : positions(before, after)) {
            var others = new ArrayList<>(List.of(Samples.furtherElementOf(before, position)));
            if (!isInOrder) {
                unused.forEach(index -> others.add(known.get(index)));
            }
            var wanted = after.anyOrder().orElseThrow().further().apply(position);
            for (var other : others) {
                var inside = plus(path, "" + position);
                difference = difference.and(elements.difference(other, wanted, inside)
                        .within(
                                example -> Samples.list(before, position + 1, Map.of(position, example.value())),
                                text(inside)));
            }
        }
        return difference;
    }
}
