package dev.treaty.stubs.export;

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
import au.com.dius.pact.core.support.Either;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.TextForm.Matches;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules make of single JSON values, and the account of them. */
final class JsonRules {

    private final String place;
    private final Translation translation;

    /**
     * The rules of one body.
     *
     * @param place the body's, e.g. {@code "body"}
     */
    JsonRules(String place, Translation translation) {
        this.place = place;
        this.translation = translation;
    }

    /** The rules of something inside, which have paths of their own. */
    JsonRules inside(List<String> path) {
        return new JsonRules(place + " " + PathExpressionsKt.constructPath(path) + " element", translation);
    }

    /** Notes that the rules of a list or an object were translated. */
    void seen(MatchingContext context, MatchingRuleGroup group) {
        note(context, group, Set.of());
    }

    /** Notes that the rules of a list were translated, with a loss. */
    void lost(MatchingContext context, MatchingRuleGroup group, Loss loss) {
        note(context, group, EnumSet.of(loss));
    }

    private void note(MatchingContext context, MatchingRuleGroup group, Set<Loss> losses) {
        translation.rule(place + " " + keyOf(context, group), Translation.words(group), "matchesJsonSchema", losses);
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

    /** What a text, a number, a boolean or a null must be. */
    ObjectNode ofScalar(List<String> path, JsonNode expected, MatchingContext context) {
        var group = context.selectBestMatcher(path);
        var losses = EnumSet.noneOf(Loss.class);
        var each = group.getRules().stream()
                .map(rule -> ofScalar(rule, expected, losses))
                .toList();
        if (path.size() == 1 && !expected.isNumber() && !expected.isBoolean()) {
            losses.add(Loss.JSON_ROOT_TEXT);
        }
        note(context, group, losses);
        if (group.getRuleLogic() == RuleLogic.AND || each.size() < 2) {
            return JsonSchema.all(each);
        }
        var any = instance.objectNode();
        any.putArray("anyOf").addAll(each);
        return any;
    }

    private static ObjectNode ofScalar(MatchingRule rule, JsonNode expected, Set<Loss> losses) {
        if (rule instanceof NumberTypeMatcher number) {
            return number(number, losses);
        }
        if (rule instanceof BooleanMatcher) {
            var schema = instance.objectNode();
            schema.putArray("enum").add(true).add(false).add("true").add("false");
            return schema;
        }
        if (rule instanceof NullMatcher) {
            return instance.objectNode().put("type", "null");
        }
        var text = TextRules.of(rule, expected.asText(), TextRules.Place.JSON);
        if (text.form().equals(Matches.ANYTHING) && text.losses().isEmpty()) {
            return rule.isTypeMatcher() ? type(expected) : JsonSchema.anything();
        }
        if (rule instanceof NotEmptyMatcher) {
            return expected.isTextual() ? type(expected).put("minLength", 1) : type(expected);
        }
        if (text.form() instanceof TextForm.Equal) {
            return constant(expected);
        }
        losses.addAll(text.losses());
        return text(text.form(), expected, losses);
    }

    /** What the rule says of texts; it says it of the texts of numbers, too, which a schema cannot. */
    private static ObjectNode text(TextForm form, JsonNode expected, Set<Loss> losses) {
        if (form.equals(Matches.ANYTHING)) {
            return JsonSchema.anything();
        }
        var schema = instance.objectNode();
        if (expected.isTextual()) {
            losses.add(Loss.JSON_NOT_TEXT);
            schema.put("type", "string");
        } else {
            losses.add(Loss.JSON_ANY_OTHER);
            schema.putObject("not").put("type", "null");
        }
        return schema.put(
                "pattern",
                form instanceof TextForm.Contains contains
                        ? Regexes.quote(contains.text())
                        : Regexes.whole(form.regex()));
    }

    private static ObjectNode type(JsonNode expected) {
        return switch (expected.getNodeType()) {
            case NUMBER -> instance.objectNode().put("type", "number");
            case BOOLEAN -> instance.objectNode().put("type", "boolean");
            case NULL -> instance.objectNode().put("type", "null");
            default -> instance.objectNode().put("type", "string");
        };
    }

    private static ObjectNode number(NumberTypeMatcher rule, Set<Loss> losses) {
        return switch (rule.getNumberType()) {
            case INTEGER -> instance.objectNode().put("type", "integer");
            case NUMBER -> {
                losses.add(Loss.JSON_EXPONENT);
                yield instance.objectNode().put("type", "number");
            }
            case DECIMAL -> {
                losses.add(Loss.JSON_EXPONENT);
                var schema = instance.objectNode();
                var zero = instance.objectNode().put("type", "integer");
                zero.putArray("enum").add(0);
                schema.putArray("anyOf").add(decimal()).add(zero);
                yield schema;
            }
        };
    }

    private static ObjectNode decimal() {
        var schema = instance.objectNode().put("type", "number");
        schema.putObject("not").put("type", "integer");
        return schema;
    }

    /** Just this value; 1 and 1.0 are two. */
    static ObjectNode constant(JsonNode expected) {
        if (expected.isNull()) {
            return instance.objectNode().put("type", "null");
        }
        var schema = instance.objectNode();
        if (expected.isNumber()) {
            schema = expected.isIntegralNumber() ? schema.put("type", "integer") : decimal();
        }
        schema.putArray("enum").add(expected);
        return schema;
    }

    /** What a rule says of each value inside, e.g. of each of a map. */
    MatchingContext inside(List<String> path, MatchingRuleDefinition definition, MatchingContext context) {
        var rules = new MatchingRuleCategory("body");
        rules.addRules(PathExpressionsKt.constructPath(path) + ".*", rulesOf(definition));
        return new MatchingContext(rules, context.getAllowUnexpectedKeys());
    }

    TextForm ofKeys(MatchingRuleDefinition definition) {
        return TextRules.of(new MatchingRuleGroup(rulesOf(definition)), "", TextRules.Place.JSON)
                .form();
    }

    private static List<MatchingRule> rulesOf(MatchingRuleDefinition definition) {
        var rules = new ArrayList<MatchingRule>();
        for (var rule : definition.getRules()) {
            if (rule instanceof Either.A<?> resolved && resolved.getValue() instanceof MatchingRule one) {
                rules.add(one);
            }
        }
        return rules;
    }
}
