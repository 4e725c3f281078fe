package dev.treaty.stubs.export.body;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.matchingrules.ArrayContainsMatcher;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.value.RulePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@link JsonSchema} that is about lists. */
final class JsonListSchema {

    private static final List<String> ROOT = List.of("$");

    private final ValueSchema values;
    private final ScalarSchema rules;

    JsonListSchema(ValueSchema values, ScalarSchema rules) {
        this.values = values;
        this.rules = rules;
    }

    ObjectNode of(List<String> path, JsonNode expected, MatchingContext context) {
        if (!context.matcherDefined(path)) {
            return list(expected.size(), expected.size(), tuple(path, expected, context), null);
        }
        var group = context.selectBestMatcher(path);
        rules.seen(context, group);
        return Schemas.all(group.getRules().stream()
                .map(rule -> ruled(path, expected, context, rule, group.getCascaded()))
                .toList());
    }

    private ObjectNode ruled(
            List<String> path, JsonNode expected, MatchingContext context, MatchingRule rule, boolean cascaded) {
        if (rule instanceof EqualsMatcher) {
            return of(path, expected, withoutRules(context));
        }
        if (isUnordered(rule)) {
            return unordered(path, expected, context, rule);
        }
        if (rule instanceof ArrayContainsMatcher contains) {
            return contains(path, expected, context, contains);
        }
        if (expected.isEmpty() || (rule instanceof EachValueMatcher && cascaded)) {
            return sized(list(0, -1, List.of(), Schemas.anything()), rule, cascaded);
        }
        if (rule instanceof EachValueMatcher each) {
            var inside = ScalarSchema.inside(path, each.getDefinition(), context);
            return like(path, expected, inside);
        }
        return sized(like(path, expected, context), rule, cascaded);
    }

    /** Any number of elements, each like the one at its position, or else like the first. */
    private ObjectNode like(List<String> path, JsonNode expected, MatchingContext context) {
        var others = values.of(element(path, expected.size()), expected.get(0), context);
        var tuple = tuple(path, expected, context);
        return list(0, -1, tuple.stream().allMatch(others::equals) ? List.of() : tuple, others);
    }

    private static ObjectNode sized(ObjectNode schema, MatchingRule rule, boolean cascaded) {
        if (rule instanceof NotEmptyMatcher) {
            return schema.put("minItems", 1);
        }
        if (cascaded) {
            return schema;
        }
        if (rule instanceof MinTypeMatcher minimum) {
            return schema.put("minItems", minimum.getMin());
        }
        if (rule instanceof MaxTypeMatcher maximum) {
            return schema.put("maxItems", maximum.getMax());
        }
        if (rule instanceof MinMaxTypeMatcher both) {
            return schema.put("minItems", both.getMin()).put("maxItems", both.getMax());
        }
        return schema;
    }

    private static boolean isUnordered(MatchingRule rule) {
        return rule instanceof EqualsIgnoreOrderMatcher
                || rule instanceof MinEqualsIgnoreOrderMatcher
                || rule instanceof MaxEqualsIgnoreOrderMatcher
                || rule instanceof MinMaxEqualsIgnoreOrderMatcher;
    }

    /** Each expected element somewhere; exact as long as no element can stand for two expected ones. */
    private ObjectNode unordered(List<String> path, JsonNode expected, MatchingContext context, MatchingRule rule) {
        var schema = instance.objectNode().put("type", "array");
        var elements = tuple(path, expected, context);
        elements.stream()
                .distinct()
                .forEach(element -> schema.withArray("allOf").add(somewhere(element)));
        var constants = new HashSet<JsonNode>();
        expected.forEach(constants::add);
        if (constants.size() < expected.size() || !isPlain(path, expected, context)) {
            rules.lost(context, context.selectBestMatcher(path), Deviation.JSON_UNORDERED);
        }
        if (rule instanceof EqualsIgnoreOrderMatcher) {
            return schema.put("minItems", expected.size()).put("maxItems", expected.size());
        }
        if (rule instanceof MinEqualsIgnoreOrderMatcher minimum) {
            return schema.put("minItems", Math.max(minimum.getMin(), expected.size()));
        }
        if (rule instanceof MaxEqualsIgnoreOrderMatcher maximum) {
            return schema.put("minItems", expected.size()).put("maxItems", maximum.getMax());
        }
        var both = (MinMaxEqualsIgnoreOrderMatcher) rule;
        return schema.put("minItems", Math.max(both.getMin(), expected.size())).put("maxItems", both.getMax());
    }

    /** Whether the elements have no rule except that their order does not matter. */
    private static boolean isPlain(List<String> path, JsonNode expected, MatchingContext context) {
        var group = context.selectBestMatcher(path);
        for (var i = 0; i <= expected.size(); i++) {
            var element = context.selectBestMatcher(element(path, i));
            if (!element.getRules().equals(group.getRules())) {
                return false;
            }
        }
        return context.getMatchers().getMatchingRules().size() == 1;
    }

    private ObjectNode contains(
            List<String> path, JsonNode expected, MatchingContext context, ArrayContainsMatcher rule) {
        var schema = instance.objectNode().put("type", "array");
        if (expected.isEmpty()) {
            return schema;
        }
        if (rule.getVariants().isEmpty()) {
            expected.forEach(element ->
                    schema.withArray("allOf").add(somewhere(values.of(ROOT, element, withoutRules(context)))));
        }
        var variants = values.inside(path);
        var index = 0;
        for (var variant : rule.getVariants()) {
            if (index < expected.size()) {
                var inside = new MatchingContext(variant.getSecond(), false);
                schema.withArray("allOf").add(somewhere(variants.of(ROOT, expected.get(index), inside)));
            }
            index++;
        }
        return schema;
    }

    /** Draft 4 has no {@code contains}, but can say that not all elements fail to match. */
    private static ObjectNode somewhere(ObjectNode element) {
        var schema = instance.objectNode();
        schema.putObject("not").putObject("items").set("not", element);
        return schema;
    }

    private List<ObjectNode> tuple(List<String> path, JsonNode expected, MatchingContext context) {
        var tuple = new ArrayList<ObjectNode>();
        for (var i = 0; i < expected.size(); i++) {
            tuple.add(values.of(element(path, i), expected.get(i), context));
        }
        return tuple;
    }

    private static List<String> element(List<String> path, int index) {
        return RulePath.child(path, String.valueOf(index));
    }

    private static ObjectNode list(int minimum, int maximum, List<ObjectNode> first, @Nullable ObjectNode others) {
        var schema = instance.objectNode().put("type", "array");
        if (minimum > 0) {
            schema.put("minItems", minimum);
        }
        if (maximum >= 0) {
            schema.put("maxItems", maximum);
        }
        if (!first.isEmpty()) {
            schema.putArray("items").addAll(first);
        }
        if (others != null && !others.isEmpty()) {
            schema.set(first.isEmpty() ? "items" : "additionalItems", others);
        }
        return schema;
    }

    /** No rules at all, for what must be equal. */
    private static MatchingContext withoutRules(MatchingContext context) {
        return new MatchingContext(new MatchingRuleCategory("body"), context.getAllowUnexpectedKeys());
    }
}
