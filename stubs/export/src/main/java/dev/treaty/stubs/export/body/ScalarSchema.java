package dev.treaty.stubs.export.body;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.matchingrules.BooleanMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import au.com.dius.pact.core.model.matchingrules.expressions.MatchingRuleDefinition;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.KnownRules;
import dev.treaty.stubs.export.value.Regexes;
import dev.treaty.stubs.export.value.TextPattern;
import dev.treaty.stubs.export.value.TextPattern.Matches;
import dev.treaty.stubs.export.value.TextTranslation;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Translates the rules for single JSON values, and reports what became of them. */
final class ScalarSchema {

    private final String place;
    private final MappingDraft draft;

    /**
     * The rules of one body.
     *
     * @param place the body's, e.g. {@code "body"}
     */
    ScalarSchema(String place, MappingDraft draft) {
        this.place = place;
        this.draft = draft;
    }

    /** The rules of a nested value, whose paths start anew. */
    ScalarSchema inside(List<String> path) {
        return new ScalarSchema(place + " " + PathExpressionsKt.constructPath(path) + " element", draft);
    }

    /** Reports that the rules of a list or an object were translated exactly. */
    void seen(MatchingContext context, MatchingRuleGroup group) {
        note(context, group, Set.of());
    }

    /** Reports that the rules of a list were translated with a deviation. */
    void lost(MatchingContext context, MatchingRuleGroup group, Deviation deviation) {
        note(context, group, EnumSet.of(deviation));
    }

    private void note(MatchingContext context, MatchingRuleGroup group, Set<Deviation> deviations) {
        draft.rule(place + " " + keyOf(context, group), MappingDraft.describe(group), "matchesJsonSchema", deviations);
    }

    /** The path that a group of rules has in the contract. */
    @SuppressWarnings("ReferenceEquality") // pact-jvm hands out a copy of the group with the same list of rules
    private static String keyOf(MatchingContext context, MatchingRuleGroup group) {
        return context.getMatchers().getMatchingRules().entrySet().stream()
                .filter(rules -> rules.getValue().getRules() == group.getRules())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("$");
    }

    /** The schema of a text, a number, a boolean or a null. */
    ObjectNode ofScalar(List<String> path, JsonNode expected, MatchingContext context) {
        var group = context.selectBestMatcher(path);
        var deviations = EnumSet.noneOf(Deviation.class);
        var each = group.getRules().stream()
                .map(rule -> ofScalar(rule, expected, deviations))
                .toList();
        if (path.size() == 1 && !expected.isNumber() && !expected.isBoolean()) {
            deviations.add(Deviation.JSON_ROOT_TEXT);
        }
        note(context, group, deviations);
        if (group.getRuleLogic() == RuleLogic.AND || each.size() < 2) {
            return Schemas.all(each);
        }
        var any = instance.objectNode();
        any.putArray("anyOf").addAll(each);
        return any;
    }

    private static ObjectNode ofScalar(MatchingRule rule, JsonNode expected, Set<Deviation> deviations) {
        if (rule instanceof NumberTypeMatcher number) {
            return number(number, deviations);
        }
        if (rule instanceof BooleanMatcher) {
            var schema = instance.objectNode();
            schema.putArray("enum").add(true).add(false).add("true").add("false");
            return schema;
        }
        if (rule instanceof NullMatcher) {
            return instance.objectNode().put("type", "null");
        }
        var text = TextTranslation.of(rule, expected.asText(), TextTranslation.Place.JSON);
        if (text.pattern().equals(Matches.ANYTHING) && text.deviations().isEmpty()) {
            return rule.isTypeMatcher() ? Schemas.type(expected) : Schemas.anything();
        }
        if (rule instanceof NotEmptyMatcher) {
            return expected.isTextual() ? Schemas.type(expected).put("minLength", 1) : Schemas.type(expected);
        }
        if (text.pattern() instanceof TextPattern.Equal) {
            return Schemas.constant(expected);
        }
        deviations.addAll(text.deviations());
        return text(text.pattern(), expected, deviations);
    }

    /** A rule for texts. Pact also applies it to the text of a number, which a schema cannot do. */
    private static ObjectNode text(TextPattern pattern, JsonNode expected, Set<Deviation> deviations) {
        if (pattern.equals(Matches.ANYTHING)) {
            return Schemas.anything();
        }
        var schema = instance.objectNode();
        if (expected.isTextual()) {
            deviations.add(Deviation.JSON_NOT_TEXT);
            schema.put("type", "string");
        } else {
            deviations.add(Deviation.JSON_ANY_OTHER);
            schema.putObject("not").put("type", "null");
        }
        return schema.put(
                "pattern",
                pattern instanceof TextPattern.Contains contains
                        ? Regexes.quote(contains.text())
                        : Regexes.whole(pattern.regex()));
    }

    private static ObjectNode number(NumberTypeMatcher rule, Set<Deviation> deviations) {
        return switch (rule.getNumberType()) {
            case INTEGER -> instance.objectNode().put("type", "integer");
            case NUMBER -> {
                deviations.add(Deviation.JSON_EXPONENT);
                yield instance.objectNode().put("type", "number");
            }
            case DECIMAL -> {
                deviations.add(Deviation.JSON_EXPONENT);
                var schema = instance.objectNode();
                var zero = instance.objectNode().put("type", "integer");
                zero.putArray("enum").add(0);
                schema.putArray("anyOf").add(Schemas.decimal()).add(zero);
                yield schema;
            }
        };
    }

    /** The rules for each nested value, e.g. of a map. */
    static MatchingContext inside(List<String> path, MatchingRuleDefinition definition, MatchingContext context) {
        var rules = new MatchingRuleCategory("body");
        rules.addRules(PathExpressionsKt.constructPath(path) + ".*", rulesOf(definition));
        return new MatchingContext(rules, context.getAllowUnexpectedKeys());
    }

    static TextPattern ofKeys(MatchingRuleDefinition definition) {
        return TextTranslation.of(new MatchingRuleGroup(rulesOf(definition)), "", TextTranslation.Place.JSON)
                .pattern();
    }

    private static List<MatchingRule> rulesOf(MatchingRuleDefinition definition) {
        return KnownRules.resolved(definition.getRules());
    }
}
