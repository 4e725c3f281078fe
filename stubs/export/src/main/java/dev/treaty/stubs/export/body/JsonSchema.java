package dev.treaty.stubs.export.body;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.matchingrules.EachKeyMatcher;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.value.Regexes;
import dev.treaty.stubs.export.value.RulePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Translates a JSON body and its rules into a JSON schema that accepts what pact-jvm's {@code JsonContentMatcher} does. It is
 * of draft 4, because only there, as in Pact, 1.0 is not an integer; and a schema, because placeholders in {@code equalToJson}
 * support no integers, no lists of another length and no other keys.
 */
final class JsonSchema implements ValueSchema {

    /** A key that no contract names. */
    private static final String ANY_KEY = "*";

    private static final List<Class<? extends MatchingRule>> OF_COLLECTIONS =
            List.of(EachKeyMatcher.class, EachValueMatcher.class, ValuesMatcher.class);

    private final ScalarSchema rules;

    JsonSchema(ScalarSchema rules) {
        this.rules = rules;
    }

    @Override
    public ValueSchema inside(List<String> path) {
        return new JsonSchema(rules.inside(path));
    }

    @Override
    public ObjectNode of(List<String> path, JsonNode expected, MatchingContext context) {
        if (expected.isObject()) {
            return object(path, expected, context);
        }
        if (expected.isArray()) {
            return new JsonListSchema(this, rules).of(path, expected, context);
        }
        return context.matcherDefined(path) ? rules.ofScalar(path, expected, context) : Schemas.constant(expected);
    }

    private ObjectNode object(List<String> path, JsonNode expected, MatchingContext context) {
        if (expected.isEmpty()) {
            return instance.objectNode().put("type", "object").put("maxProperties", 0);
        }
        if (!context.matcherDefined(path)) {
            return closed(path, expected, context);
        }
        var group = context.selectBestMatcher(path);
        rules.seen(context, group);
        var open = context.directMatcherDefined(path, OF_COLLECTIONS, Comparator.naturalOrder());
        var all = new ArrayList<ObjectNode>();
        for (var rule : group.getRules()) {
            if (rule instanceof ValuesMatcher) {
                all.add(anyKeys(path, expected, context));
            } else if (rule instanceof EachValueMatcher values) {
                all.add(anyKeys(path, expected, ScalarSchema.inside(path, values.getDefinition(), context)));
            } else if (rule instanceof EachKeyMatcher keys) {
                all.add(open ? keys(keys) : keysOnly(expected));
            } else {
                all.add(open ? knownKeys(path, expected, context) : closed(path, expected, context));
            }
        }
        return Schemas.all(all);
    }

    /** These keys and no others. */
    private ObjectNode closed(List<String> path, JsonNode expected, MatchingContext context) {
        var schema = keysOnly(expected);
        schema.set("properties", properties(path, expected, context));
        return schema;
    }

    private static ObjectNode keysOnly(JsonNode expected) {
        var schema = instance.objectNode().put("type", "object");
        var keys = schema.putArray("required");
        expected.fieldNames().forEachRemaining(keys::add);
        var properties = schema.putObject("properties");
        expected.fieldNames().forEachRemaining(properties::putObject);
        return schema.put("additionalProperties", false);
    }

    /** Any keys, but these values where these keys are present. */
    private ObjectNode knownKeys(List<String> path, JsonNode expected, MatchingContext context) {
        return instance.objectNode().put("type", "object").set("properties", properties(path, expected, context));
    }

    /** Any keys, and each value like the one in the contract, or like the first there. */
    private ObjectNode anyKeys(List<String> path, JsonNode expected, MatchingContext context) {
        var others = of(RulePath.child(path, ANY_KEY), expected.elements().next(), context);
        var properties = properties(path, expected, context);
        var schema = instance.objectNode().put("type", "object");
        if (!properties.properties().stream()
                .allMatch(property -> property.getValue().equals(others))) {
            schema.set("properties", properties);
        }
        return schema.set("additionalProperties", others);
    }

    private ObjectNode keys(EachKeyMatcher rule) {
        var text = ScalarSchema.ofKeys(rule.getDefinition());
        var schema = instance.objectNode().put("type", "object");
        schema.putObject("patternProperties").putObject(Regexes.whole(text.regex()));
        return schema.put("additionalProperties", false);
    }

    private ObjectNode properties(List<String> path, JsonNode expected, MatchingContext context) {
        var properties = instance.objectNode();
        expected.properties()
                .forEach(property -> properties.set(
                        property.getKey(), of(RulePath.child(path, property.getKey()), property.getValue(), context)));
        return properties;
    }
}
