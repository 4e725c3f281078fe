package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import au.com.dius.pact.core.model.matchingrules.ArrayContainsMatcher;
import au.com.dius.pact.core.model.matchingrules.EachKeyMatcher;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.MaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import au.com.dius.pact.core.model.matchingrules.expressions.MatchingRuleDefinition;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.json.Shape.ListRules;
import dev.treaty.pacts.compare.json.Shape.ObjectRules;
import dev.treaty.pacts.compare.text.TextSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Reads which JSON an example with matching rules accepts, case by case as pact-jvm's {@code JsonContentMatcher} and {@code Matchers} compare it.
 * Which rule holds where, pact-jvm decides itself.
 */
final class ShapeReader {

    /** Rules after which the names of an object are free. */
    private static final List<Class<? extends MatchingRule>> COLLECTION_RULES =
            List.of(EachKeyMatcher.class, EachValueMatcher.class, ValuesMatcher.class);

    private static final Comparator<String> BY_NAME = Comparator.naturalOrder();

    private final MatchingContext rules;
    private final Set<String> names = new HashSet<>();
    private final Set<Integer> positions = new HashSet<>();

    private ShapeReader(MatchingContext rules) {
        this.rules = rules;
        for (var path : rules.getMatchers().getMatchingRules().keySet()) {
            for (var token : PathExpressionsKt.parsePath(path)) {
                if (token instanceof PathToken.Field field) {
                    names.add(field.getName());
                    if (field.getName().matches("[0-9]{1,6}")) {
                        positions.add(Integer.parseInt(field.getName())); // pact-jvm takes it for one, too
                    }
                } else if (token instanceof PathToken.Index index) {
                    positions.add(index.getIndex());
                    names.add("" + index.getIndex());
                } else if (token instanceof PathToken.StarIndex) {
                    names.add("31415"); // a name that is a number has the rules for elements of lists
                }
            }
        }
    }

    /** @param path as pact-jvm writes it, {@code ["$", "items", "0"]} */
    static Shape read(JsonValue expected, List<String> path, MatchingContext rules) {
        return new ShapeReader(rules).read(expected, path);
    }

    private Shape read(JsonValue expected, List<String> path) {
        if (expected instanceof JsonValue.Object object) {
            return Shape.ofObjects(objectRules(object, path), expected);
        } else if (expected instanceof JsonValue.Array array) {
            return Shape.ofLists(listRules(array, path), expected);
        }
        return Shape.ofTexts(texts(expected, path), expected);
    }

    private static List<String> plus(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    // --- values ---

    private Map<Kind, TextSet> texts(JsonValue expected, List<String> path) {
        var value = new ExpectedText(Kind.of(expected), expected.toString(), expected, false);
        var group = rules.matcherDefined(path) ? rules.selectBestMatcher(path) : equality();
        var texts = new EnumMap<Kind, TextSet>(Kind.class);
        for (var kind : Kind.values()) {
            texts.put(kind, value.accepted(group, kind, kind::value));
        }
        return texts;
    }

    private static MatchingRuleGroup equality() {
        return new MatchingRuleGroup(List.of(EqualsMatcher.INSTANCE), RuleLogic.AND, false);
    }

    // --- objects ---

    private List<ObjectRules> objectRules(JsonValue.Object expected, List<String> path) {
        if (expected.isEmpty() && !rules.getAllowUnexpectedKeys()) {
            return List.of(members(expected, Set.of(), Optional.of(Set.of()), List.of(), name -> Shape.ANY));
        }
        return rules.matcherDefined(path)
                ? distinct(rules.selectBestMatcher(path).getRules()).stream()
                        .map(rule -> objectRules(rule, expected, path))
                        .toList()
                : List.of(fixed(expected, path, name -> member(expected, name, path)));
    }

    /** Of the rules that mean the same for an object, only one: else, the work doubles with each level. */
    private static List<MatchingRule> distinct(List<MatchingRule> rules) {
        var distinct = new ArrayList<MatchingRule>();
        var hasPlain = false;
        for (var rule : rules) {
            var isPlain = !COLLECTION_RULES.contains(rule.getClass());
            if (!isPlain || !hasPlain) {
                distinct.add(rule);
            }
            hasPlain |= isPlain;
        }
        return distinct;
    }

    private ObjectRules objectRules(MatchingRule rule, JsonValue.Object expected, List<String> path) {
        if (rule instanceof EachValueMatcher each) {
            var inside = new ShapeReader(rulesForEach(each.getDefinition(), path));
            return free(expected, name -> inside.read(valueOrFirst(expected, name), plus(path, name)));
        } else if (rule instanceof ValuesMatcher) {
            return free(expected, name -> read(valueOrFirst(expected, name), plus(path, name)));
        } else if (rule instanceof EachKeyMatcher) {
            return fixed(expected, path, name -> Shape.ANY);
        }
        return fixed(expected, path, name -> member(expected, name, path));
    }

    private Shape member(JsonValue.Object expected, String name, List<String> path) {
        return expected.has(name) ? read(expected.get(name), plus(path, name)) : Shape.ANY;
    }

    private static JsonValue valueOrFirst(JsonValue.Object expected, String name) {
        return expected.has(name)
                ? expected.get(name)
                : expected.getEntries().values().stream().findFirst().orElse(JsonValue.Null.INSTANCE);
    }

    private ObjectRules free(JsonValue.Object expected, Function<String, Shape> value) {
        return members(expected, Set.of(), Optional.empty(), List.of(), value);
    }

    private ObjectRules fixed(JsonValue.Object expected, List<String> path, Function<String, Shape> value) {
        var keys = expected.getEntries().keySet();
        var areFree = rules.directMatcherDefined(path, COLLECTION_RULES, BY_NAME);
        return members(
                expected,
                areFree ? Set.of() : keys,
                areFree || rules.getAllowUnexpectedKeys() ? Optional.empty() : Optional.of(keys),
                rules.directMatcherDefined(path, List.of(), BY_NAME) ? nameRules(path) : List.of(),
                value);
    }

    private ObjectRules members(
            JsonValue.Object expected,
            Set<String> required,
            Optional<Set<String>> only,
            List<TextSet> nameRules,
            Function<String, Shape> value) {
        var special = new HashSet<>(names);
        special.addAll(expected.getEntries().keySet());
        return new ObjectRules(required, only, nameRules, special, remembered(value));
    }

    private List<TextSet> nameRules(List<String> path) {
        return rules.selectBestMatcher(path).getRules().stream()
                .filter(EachKeyMatcher.class::isInstance)
                .flatMap(each -> resolved(((EachKeyMatcher) each).getDefinition()).stream())
                .map(rule -> Strings.accepted("", new MatchingRuleGroup(List.of(rule), RuleLogic.AND, false), false))
                .toList();
    }

    private static List<MatchingRule> resolved(MatchingRuleDefinition definition) {
        return definition.getRules().stream()
                .map(rule -> rule.unwrapA("a rule that refers to another"))
                .toList();
    }

    private MatchingContext rulesForEach(MatchingRuleDefinition definition, List<String> path) {
        var group = new MatchingRuleGroup(new ArrayList<>(resolved(definition)), RuleLogic.AND, false);
        return context(new HashMap<>(Map.of(PathExpressionsKt.constructPath(path) + ".*", group)));
    }

    private MatchingContext context(Map<String, MatchingRuleGroup> groups) {
        return context(new MatchingRuleCategory("body", groups));
    }

    private MatchingContext context(MatchingRuleCategory category) {
        return new MatchingContext(category, rules.getAllowUnexpectedKeys(), Map.of(), false);
    }

    private static Function<String, Shape> remembered(Function<String, Shape> value) {
        var known = new HashMap<String, Shape>();
        return name -> {
            var shape = known.get(name);
            if (shape == null) {
                shape = value.apply(name);
                known.put(name, shape);
            }
            return shape;
        };
    }

    // --- lists ---

    private List<ListRules> listRules(JsonValue.Array expected, List<String> path) {
        var size = expected.getSize();
        if (!rules.matcherDefined(path)) {
            return List.of(list(expected, size, size, position -> element(expected, position, path)));
        }
        var group = rules.selectBestMatcher(path);
        return group.getRules().stream()
                .map(rule -> listRules(rule, group.getCascaded(), expected, path))
                .toList();
    }

    private Shape element(JsonValue.Array expected, int position, List<String> path) {
        return expected.getSize() == 0
                ? Shape.ANY
                : read(expected.get(position < expected.getSize() ? position : 0), plus(path, "" + position));
    }

    private ListRules listRules(MatchingRule rule, boolean isCascaded, JsonValue.Array expected, List<String> path) {
        var least = least(rule, isCascaded, expected);
        var most = most(rule, isCascaded, expected);
        if (rule instanceof ArrayContainsMatcher contains) {
            return containing(contains, expected);
        } else if (rule instanceof EachValueMatcher each) {
            return list(expected, 0, ListRules.UNLIMITED, eachElement(each, isCascaded, expected, path));
        } else if (isAnyOrder(rule)) {
            return expected.getSize() == 0
                    ? list(expected, least, most, position -> Shape.ANY)
                    : undecided(rule, list(expected, least, most, position -> Shape.ANY), expected, path);
        }
        return rule instanceof EqualsMatcher
                ? list(expected, least, most, equalElement(expected, path))
                : list(expected, least, most, position -> element(expected, position, path));
    }

    private static int least(MatchingRule rule, boolean isCascaded, JsonValue.Array expected) {
        if (rule instanceof MinTypeMatcher min) {
            return isCascaded ? 0 : min.getMin();
        } else if (rule instanceof MinMaxTypeMatcher both) {
            return isCascaded ? 0 : both.getMin();
        } else if (rule instanceof MinEqualsIgnoreOrderMatcher min) {
            return min.getMin();
        } else if (rule instanceof MinMaxEqualsIgnoreOrderMatcher both) {
            return both.getMin();
        } else if (rule instanceof EqualsMatcher || rule instanceof EqualsIgnoreOrderMatcher) {
            return expected.getSize();
        }
        return rule instanceof NotEmptyMatcher ? 1 : 0;
    }

    private static int most(MatchingRule rule, boolean isCascaded, JsonValue.Array expected) {
        if (rule instanceof MaxTypeMatcher max) {
            return isCascaded ? ListRules.UNLIMITED : max.getMax();
        } else if (rule instanceof MinMaxTypeMatcher both) {
            return isCascaded ? ListRules.UNLIMITED : both.getMax();
        } else if (rule instanceof MaxEqualsIgnoreOrderMatcher max) {
            return max.getMax();
        } else if (rule instanceof MinMaxEqualsIgnoreOrderMatcher both) {
            return both.getMax();
        }
        return rule instanceof EqualsMatcher || rule instanceof EqualsIgnoreOrderMatcher
                ? expected.getSize()
                : ListRules.UNLIMITED;
    }

    private static boolean isAnyOrder(MatchingRule rule) {
        return rule instanceof EqualsIgnoreOrderMatcher
                || rule instanceof MinEqualsIgnoreOrderMatcher
                || rule instanceof MaxEqualsIgnoreOrderMatcher
                || rule instanceof MinMaxEqualsIgnoreOrderMatcher;
    }

    private ListRules list(JsonValue.Array expected, int least, int most, IntFunction<Shape> element) {
        var special = new HashSet<>(positions);
        for (var position = 0; position <= expected.getSize(); position++) {
            special.add(position);
        }
        return new ListRules(least, most, special, rememberedElement(element), List.of(), Optional.empty());
    }

    private static IntFunction<Shape> rememberedElement(IntFunction<Shape> element) {
        var byName = remembered((String position) -> element.apply(Integer.parseInt(position)));
        return position -> byName.apply("" + position);
    }

    private ListRules undecided(MatchingRule rule, ListRules list, JsonValue expected, List<String> path) {
        var name = "%s at %s of %s with %s"
                .formatted(rule, path, expected, rules.getMatchers().getMatchingRules());
        return new ListRules(list.least(), list.most(), list.special(), list.element(), List.of(), Optional.of(name));
    }

    /** Must keep the rules, and be equal: without any rule, and without further members. */
    private IntFunction<Shape> equalElement(JsonValue.Array expected, List<String> path) {
        var exact = new ShapeReader(
                new MatchingContext(new MatchingRuleCategory("body", new HashMap<>()), false, Map.of(), false));
        return position -> element(expected, position, path).and(exact.element(expected, position, path));
    }

    private IntFunction<Shape> eachElement(
            EachValueMatcher each, boolean isCascaded, JsonValue.Array expected, List<String> path) {
        if (isCascaded || expected.getSize() == 0) {
            return position -> Shape.ANY;
        }
        var inside = new ShapeReader(rulesForEach(each.getDefinition(), path));
        return position -> inside.element(expected, position, path);
    }

    private ListRules containing(ArrayContainsMatcher rule, JsonValue.Array expected) {
        var list = list(expected, 0, ListRules.UNLIMITED, position -> Shape.ANY);
        return new ListRules(
                list.least(),
                list.most(),
                list.special(),
                list.element(),
                expected.getSize() == 0 ? List.of() : contained(rule, expected),
                Optional.empty());
    }

    private List<Shape> contained(ArrayContainsMatcher rule, JsonValue.Array expected) {
        var contained = new ArrayList<Shape>();
        if (rule.getVariants().isEmpty()) {
            expected.getValues().forEach(each -> contained.add(read(each, List.of("$"), context(Map.of()))));
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

    /** If pact-jvm fails at one element, it does not go on to the one that is looked for. */
    private Shape contained(JsonValue expected, MatchingRuleCategory variant) {
        var shape = read(expected, List.of("$"), context(variant));
        return FailingRules.mayFail(variant) ? shape.inexact() : shape;
    }
}
