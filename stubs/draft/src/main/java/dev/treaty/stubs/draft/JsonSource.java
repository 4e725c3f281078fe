package dev.treaty.stubs.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes a JSON body with pact-jvm's builder: a request's as it is, a response's by type, because the provider chooses its values; those
 * that the consumer chose are exact, unless they are in a list that may have any number of elements.
 */
final class JsonSource {

    private final boolean isExact;
    private final Values values;
    private final Set<String> imports;
    private final SourceLines out;

    /** @param imports to which it adds what it needs */
    JsonSource(boolean isExact, Values values, Set<String> imports, SourceLines out) {
        this.isExact = isExact;
        this.values = values;
        this.imports = imports;
        this.out = out;
    }

    /**
     * Writes {@code .body(newJsonBody(…).build())}.
     *
     * @param used names that variables must not have
     */
    void write(JsonNode body, Set<String> used) {
        var root = JavaText.variable("root", "root", used);
        var inside = with(used, root);
        if (body.isObject()) {
            imports.add("static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody");
            out.line(".body(newJsonBody(%s -> {".formatted(root)).deeper(3);
            members(root, body, inside);
        } else if (isLikeFirst(body)) {
            imports.add("static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonArrayMinLike");
            out.line(".body(newJsonArrayMinLike(1, %s -> {".formatted(root)).deeper(3);
            value(root, "", body.get(0), inside);
        } else {
            imports.add("static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonArray");
            out.line(".body(newJsonArray(%s -> {".formatted(root)).deeper(3);
            body.forEach(element -> value(root, "", element, inside));
        }
        out.deeper(-1).line("})").line(".build())").deeper(-2);
    }

    private void members(String object, JsonNode node, Set<String> used) {
        node.properties()
                .forEach(member ->
                        value(object, JavaText.literal(member.getKey()), member.getKey(), member.getValue(), used));
    }

    private void value(String list, String key, JsonNode value, Set<String> used) {
        value(list, "", key, value, used);
    }

    /** @param name as a literal; empty in a list */
    private void value(String container, String name, String key, JsonNode value, Set<String> used) {
        if (!isExact && key.contains("'")) {
            // no path of a matching rule can have such a name
            new JsonSource(true, values, imports, out).value(container, name, key, value, used);
            return;
        }
        var prefix = name.isEmpty() ? "" : name + ", ";
        if (value.isObject()) {
            var object = JavaText.variable(key, "element", used);
            open(container, "object", prefix, object);
            members(object, value, with(used, object));
            close();
        } else if (isLikeFirst(value) && !name.isEmpty()) {
            var element = JavaText.variable(key + " element", "element", used);
            open(container, "minArrayLike", prefix + "1, ", element);
            members(element, value.get(0), with(used, element));
            close();
        } else if (value.isArray()) {
            var list = JavaText.variable(key, "elements", used);
            open(container, "array", prefix, list);
            value.forEach(element -> value(list, "", element, with(used, list)));
            close();
        } else {
            out.line("%s.%s;".formatted(container, scalar(name, prefix, key, value)));
        }
    }

    private void open(String container, String method, String arguments, String parameter) {
        out.line("%s.%s(%s%s -> {".formatted(container, method, arguments, parameter))
                .deeper(1);
    }

    private void close() {
        out.deeper(-1).line("});");
    }

    private String scalar(String name, String prefix, String key, JsonNode value) {
        if (value.isNull()) {
            return "nullValue(%s)".formatted(name);
        }
        var isSecret = values.isSecret(key, value);
        var kind = isExact || values.isKnown(value.asText()) ? "Value" : "Type";
        if (value.isBoolean()) {
            return "boolean%s(%s%s)".formatted(kind, prefix, value.booleanValue());
        }
        if (value.isNumber() && !isSecret) {
            return "number%s(%s%s)".formatted(kind, prefix, number(value));
        }
        return "string%s(%s%s)".formatted(kind, prefix, JavaText.literal(values.shown(key, value.asText())));
    }

    private String number(JsonNode value) {
        if (value.canConvertToExactIntegral() && value.isIntegralNumber()) {
            if (value.canConvertToInt()) {
                return value.asText();
            }
            return value.canConvertToLong() ? value.asText() + "L" : big("BigInteger", value);
        }
        var number = value.doubleValue();
        return Double.isFinite(number) && Double.toString(number).equals(value.asText())
                ? value.asText()
                : big("BigDecimal", value);
    }

    private String big(String type, JsonNode value) {
        imports.add("java.math." + type);
        return "new %s(\"%s\")".formatted(type, value.asText());
    }

    /** Whether it is a list of objects of which the first shows what all are like. */
    private boolean isLikeFirst(JsonNode value) {
        return !isExact
                && value.isArray()
                && value.path(0).isObject()
                && !value.path(0).isEmpty();
    }

    private static Set<String> with(Set<String> used, String name) {
        var more = new HashSet<>(used);
        more.add(name);
        return more;
    }
}
