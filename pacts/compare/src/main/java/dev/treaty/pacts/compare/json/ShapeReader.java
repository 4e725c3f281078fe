package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.text.TextSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads which JSON an example with matching rules accepts, case by case as pact-jvm's {@code JsonContentMatcher} and {@code Matchers} compare it.
 * Which rule holds where, pact-jvm decides itself.
 */
final class ShapeReader implements ShapeSource {

    private final MatchingContext rules;
    private final ObjectReader objects;
    private final ListReader lists;

    private ShapeReader(MatchingContext rules) {
        this.rules = rules;
        var mentioned = MentionedSteps.in(rules.getMatchers());
        objects = new ObjectReader(rules, mentioned.names(), this);
        lists = new ListReader(rules, mentioned.positions(), this);
    }

    /** @param path as pact-jvm writes it, {@code ["$", "items", "0"]} */
    static Shape read(JsonValue expected, List<String> path, MatchingContext rules) {
        return new ShapeReader(rules).read(expected, path);
    }

    @Override
    public ShapeSource with(MatchingContext other) {
        return new ShapeReader(other);
    }

    @Override
    public Shape read(JsonValue expected, List<String> path) {
        if (expected instanceof JsonValue.Object object) {
            return Shape.ofObjects(objects.read(object, path), expected);
        } else if (expected instanceof JsonValue.Array array) {
            return Shape.ofLists(lists.read(array, path), expected);
        }
        return Shape.ofTexts(texts(expected, path), expected);
    }

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
}
