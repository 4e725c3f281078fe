package dev.treaty.pacts.compare.json;

import static dev.treaty.pacts.compare.json.Steps.plus;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.matchingrules.ArrayContainsMatcher;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.json.Shape.ListRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Reads which lists are accepted, as pact-jvm's {@code compareLists} compares them. */
final class ListReader {

    private final MatchingContext rules;
    private final Set<Integer> mentioned;
    private final ShapeSource elements;

    /**
     * @param mentioned positions that the paths of rules mention
     * @param elements reads elements
     */
    ListReader(MatchingContext rules, Set<Integer> mentioned, ShapeSource elements) {
        this.rules = rules;
        this.mentioned = mentioned;
        this.elements = elements;
    }

    /** The rules for an expected list, all of which hold. */
    List<ListRules> read(JsonValue.Array expected, List<String> path) {
        var size = expected.getSize();
        if (!rules.matcherDefined(path)) {
            return List.of(list(expected, new Length(size, size), position -> element(expected, position, path)));
        }
        var group = rules.selectBestMatcher(path);
        return group.getRules().stream()
                .map(rule -> read(rule, group.getCascaded(), expected, path))
                .toList();
    }

    private Shape element(JsonValue.Array expected, int position, List<String> path) {
        return element(elements, expected, position, path);
    }

    private static Shape element(ShapeSource elements, JsonValue.Array expected, int position, List<String> path) {
        return expected.getSize() == 0
                ? Shape.ANY
                : elements.read(expected.get(position < expected.getSize() ? position : 0), plus(path, "" + position));
    }

    private ListRules read(MatchingRule rule, boolean isCascaded, JsonValue.Array expected, List<String> path) {
        var length = Length.of(rule, isCascaded, expected.getSize());
        if (rule instanceof ArrayContainsMatcher contains) {
            return list(expected, length, position -> Shape.ANY).containing(contained(contains, expected));
        } else if (rule instanceof EachValueMatcher each) {
            return list(expected, length, eachElement(each, isCascaded, expected, path));
        } else if (Length.isAnyOrder(rule)) {
            return anyOrder(list(expected, length, position -> Shape.ANY), expected, path);
        } else if (rule instanceof EqualsMatcher) {
            return list(expected, length, equalElement(expected, path));
        }
        return list(expected, length, position -> element(expected, position, path));
    }

    private ListRules list(JsonValue.Array expected, Length length, IntFunction<Shape> element) {
        var special = new HashSet<>(mentioned);
        for (var position = 0; position <= expected.getSize(); position++) {
            special.add(position);
        }
        return new ListRules(length.least(), length.most(), special, new Remembered<>(element::apply)::of);
    }

    /** Must keep the rules, and be equal: without any rule, and without further members. */
    private IntFunction<Shape> equalElement(JsonValue.Array expected, List<String> path) {
        var exact = elements.with(RuleContexts.none(false));
        return position -> element(expected, position, path).and(element(exact, expected, position, path));
    }

    private IntFunction<Shape> eachElement(
            EachValueMatcher each, boolean isCascaded, JsonValue.Array expected, List<String> path) {
        if (isCascaded || expected.getSize() == 0) {
            return position -> Shape.ANY;
        }
        var inside = elements.with(RuleContexts.forEach(each.getDefinition(), path, rules));
        return position -> element(inside, expected, position, path);
    }

    /** Elements beyond those of the example are only compared where a rule is for just their position ({@code compareActualElements}). */
    private ListRules anyOrder(ListRules list, JsonValue.Array expected, List<String> path) {
        if (expected.getSize() == 0) {
            return list;
        }
        var each = IntStream.range(0, expected.getSize())
                .mapToObj(position -> orFailure(element(expected, position, path), rules.getMatchers()))
                .toList();
        return list.inAnyOrder(
                each,
                position -> rules.directMatcherDefined(plus(path, "" + position), List.of(), RuleContexts.BY_NAME)
                        ? elements.read(expected.get(0), plus(path, "" + position))
                        : Shape.ANY);
    }

    private List<Shape> contained(ArrayContainsMatcher rule, JsonValue.Array expected) {
        var contained = new ArrayList<Shape>();
        if (expected.getSize() == 0) {
            return contained;
        }
        if (rule.getVariants().isEmpty()) {
            var plain = elements.with(RuleContexts.none(rules.getAllowUnexpectedKeys()));
            expected.getValues().forEach(each -> contained.add(plain.read(each, Steps.ROOT)));
        }
        for (var variant : rule.getVariants()) {
            var position = contained.size();
            contained.add(
                    position < expected.getSize()
                            ? contained(expected.get(position), variant.getSecond())
                            : Shape.NOTHING);
        }
        return contained;
    }

    private Shape contained(JsonValue expected, MatchingRuleCategory variant) {
        return orFailure(elements.with(RuleContexts.with(variant, rules)).read(expected, Steps.ROOT), variant);
    }

    /** If pact-jvm fails at one element, it does not go on to the one that is looked for. */
    private static Shape orFailure(Shape shape, MatchingRuleCategory rules) {
        return FailingRules.mayFail(rules) ? shape.inexact() : shape;
    }
}
