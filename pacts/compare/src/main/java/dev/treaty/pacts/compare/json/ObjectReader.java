package dev.treaty.pacts.compare.json;

import static dev.treaty.pacts.compare.json.Steps.plus;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.matchingrules.EachKeyMatcher;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.json.Shape.ObjectRules;
import dev.treaty.pacts.compare.text.TextSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads which objects are accepted, as pact-jvm's {@code compareMaps} and {@code matchKeys} compare them. */
final class ObjectReader {

    /** Rules after which the names of an object are free. */
    private static final List<Class<? extends MatchingRule>> COLLECTION_RULES =
            List.of(EachKeyMatcher.class, EachValueMatcher.class, ValuesMatcher.class);

    private final MatchingContext rules;
    private final Set<String> mentioned;
    private final ShapeSource members;

    /**
     * @param mentioned names that the paths of rules mention
     * @param members reads the values of members
     */
    ObjectReader(MatchingContext rules, Set<String> mentioned, ShapeSource members) {
        this.rules = rules;
        this.mentioned = mentioned;
        this.members = members;
    }

    /** The rules for an expected object, all of which hold. */
    List<ObjectRules> read(JsonValue.Object expected, List<String> path) {
        if (expected.isEmpty() && !rules.getAllowUnexpectedKeys()) {
            return List.of(members(expected, Set.of(), Optional.of(Set.of()), List.of(), name -> Shape.ANY));
        }
        return rules.matcherDefined(path)
                ? distinct(rules.selectBestMatcher(path).getRules()).stream()
                        .map(rule -> read(rule, expected, path))
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

    private ObjectRules read(MatchingRule rule, JsonValue.Object expected, List<String> path) {
        if (rule instanceof EachValueMatcher each) {
            var inside = members.with(RuleContexts.forEach(each.getDefinition(), path, rules));
            return free(expected, name -> inside.read(valueOrFirst(expected, name), plus(path, name)));
        } else if (rule instanceof ValuesMatcher) {
            return free(expected, name -> members.read(valueOrFirst(expected, name), plus(path, name)));
        } else if (rule instanceof EachKeyMatcher) {
            return fixed(expected, path, name -> Shape.ANY);
        }
        return fixed(expected, path, name -> member(expected, name, path));
    }

    private Shape member(JsonValue.Object expected, String name, List<String> path) {
        return expected.has(name) ? members.read(expected.get(name), plus(path, name)) : Shape.ANY;
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
        var areFree = rules.directMatcherDefined(path, COLLECTION_RULES, RuleContexts.BY_NAME);
        return members(
                expected,
                areFree ? Set.of() : keys,
                areFree || rules.getAllowUnexpectedKeys() ? Optional.empty() : Optional.of(keys),
                rules.directMatcherDefined(path, List.of(), RuleContexts.BY_NAME) ? nameRules(path) : List.of(),
                value);
    }

    private ObjectRules members(
            JsonValue.Object expected,
            Set<String> required,
            Optional<Set<String>> only,
            List<TextSet> nameRules,
            Function<String, Shape> value) {
        var special = new HashSet<>(mentioned);
        special.addAll(expected.getEntries().keySet());
        return new ObjectRules(required, only, nameRules, special, new Remembered<>(value)::of);
    }

    private List<TextSet> nameRules(List<String> path) {
        return rules.selectBestMatcher(path).getRules().stream()
                .filter(EachKeyMatcher.class::isInstance)
                .flatMap(each -> RuleContexts.resolved(((EachKeyMatcher) each).getDefinition()).stream())
                .map(rule -> Strings.accepted("", new MatchingRuleGroup(List.of(rule), RuleLogic.AND, false), false))
                .toList();
    }
}
