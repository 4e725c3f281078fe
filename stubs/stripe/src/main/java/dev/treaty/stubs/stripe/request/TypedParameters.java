package dev.treaty.stubs.stripe.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.surface.Operation;
import dev.treaty.stubs.stripe.surface.Shape;
import dev.treaty.stubs.vendor.world.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The parameters of a request, typed by the data. Whatever is unknown, missing or of another type is refused in Stripe's words.
 *
 * @see <a href="https://docs.stripe.com/error-codes">Stripe, error codes</a>
 */
public final class TypedParameters {

    private final boolean lenient;

    private TypedParameters(boolean lenient) {
        this.lenient = lenient;
    }

    /**
     * Types the parameters of a request.
     *
     * @param raw texts and objects of texts, lists as objects with their indexes as keys
     * @param lenient whether unknown parameters are left out, as those which Stripe's own scripts for browsers send
     * @throws dev.treaty.stubs.vendor.VendorError if Stripe would refuse them
     */
    public static ObjectNode of(Operation operation, ObjectNode raw, boolean lenient) {
        return new TypedParameters(lenient).fields(operation.parameters(), raw, ParameterName.ROOT);
    }

    private ObjectNode fields(Shape shape, ObjectNode raw, ParameterName prefix) {
        if (!lenient) {
            refuseUnknown(shape, raw, prefix);
        }
        var typed = Json.object();
        raw.properties()
                .forEach(entry -> shape.field(entry.getKey())
                        .ifPresent(field -> typed.set(
                                entry.getKey(), value(field, entry.getValue(), prefix.field(entry.getKey())))));
        shape.fields().forEach((name, field) -> {
            if (field.isRequired() && !raw.has(name)) {
                throw StripeError.missing(prefix.field(name).text()).refusal();
            }
        });
        return typed;
    }

    private static void refuseUnknown(Shape shape, ObjectNode raw, ParameterName prefix) {
        var unknown = new ArrayList<String>();
        raw.fieldNames().forEachRemaining(name -> {
            if (shape.field(name).isEmpty()) {
                unknown.add(prefix.field(name).text());
            }
        });
        if (unknown.isEmpty()) {
            return;
        }
        var first = unknown.get(0);
        var message = unknown.size() == 1
                ? "Received unknown parameter: " + first
                : "Received unknown parameters: " + String.join(", ", unknown);
        var suggestion = unknown.size() == 1 ? suggestion(shape, first, prefix) : "";
        throw StripeError.invalid(message + suggestion)
                .code("parameter_unknown")
                .param(first)
                .refusal();
    }

    private static String suggestion(Shape shape, String unknown, ParameterName prefix) {
        return shape.fields().keySet().stream()
                .map(name -> prefix.field(name).text())
                .filter(name -> Similarity.distance(name, unknown) <= 2)
                .min(Comparator.comparingInt(name -> Similarity.distance(name, unknown)))
                .map(". Did you mean %s?"::formatted)
                .orElse("");
    }

    private JsonNode value(Shape shape, JsonNode raw, ParameterName name) {
        if (raw.isTextual() && raw.textValue().isEmpty()) {
            return cleared(shape, name);
        }
        return switch (shape.type()) {
            case INT -> integer(shape, text(raw, name), name);
            case DECIMAL -> decimal(text(raw, name), name);
            case BOOL -> bool(shape, text(raw, name), name);
            case ENUM -> choice(shape, text(raw, name), name);
            case STR, ID -> JsonNodeFactory.instance.textNode(ScalarRules.checked(name, text(raw, name)));
            case LIST -> list(shape, raw, name);
            case MAP -> map(raw, name);
            case OBJ -> object(shape, raw, name);
            case PAGE, ANY -> raw;
        };
    }

    private static JsonNode cleared(Shape shape, ParameterName name) {
        var clearable = shape.isClearable()
                || shape.type() == Shape.Type.MAP
                || (shape.type() == Shape.Type.STR && !shape.isRequired() && name.isFreeText());
        if (clearable) {
            return JsonNodeFactory.instance.nullNode();
        }
        throw StripeError.invalid(
                        "You passed an empty string for '%1$s'. We assume empty values are an attempt to unset a parameter; however '%1$s' cannot be unset. You should remove '%1$s' from your request or supply a non-empty value."
                                .formatted(name.text()))
                .code("parameter_invalid_empty")
                .param(name.text())
                .refusal();
    }

    private static String text(JsonNode raw, ParameterName name) {
        if (raw.isTextual()) {
            return raw.textValue();
        }
        throw StripeError.invalid("Invalid string: " + raw).param(name.text()).refusal();
    }

    private static JsonNode integer(Shape shape, String text, ParameterName name) {
        if (name.isFraction() && ScalarRules.isDecimal(text)) {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        }
        if (ScalarRules.isInteger(text)) {
            return JsonNodeFactory.instance.numberNode(ScalarRules.checked(name, Long.parseLong(text)));
        }
        if (shape.hasAlternatives() && ScalarRules.isWord(text)) {
            return JsonNodeFactory.instance.textNode(text);
        }
        throw StripeError.invalid("Invalid integer: " + text)
                .code("parameter_invalid_integer")
                .param(name.text())
                .refusal();
    }

    private static JsonNode decimal(String text, ParameterName name) {
        if (ScalarRules.isDecimal(text)) {
            return JsonNodeFactory.instance.textNode(text);
        }
        throw StripeError.invalid("Invalid decimal: " + text).param(name.text()).refusal();
    }

    private static JsonNode bool(Shape shape, String text, ParameterName name) {
        if (text.equals("true") || text.equals("false")) {
            return JsonNodeFactory.instance.booleanNode(text.equals("true"));
        }
        if (shape.hasAlternatives() && ScalarRules.isWord(text)) {
            return JsonNodeFactory.instance.textNode(text);
        }
        throw StripeError.invalid("Invalid boolean: " + text).param(name.text()).refusal();
    }

    private static JsonNode choice(Shape shape, String text, ParameterName name) {
        if (shape.values().contains(text)) {
            return JsonNodeFactory.instance.textNode(text);
        }
        throw StripeError.invalid("Invalid %s: must be %s".formatted(name.text(), oneOf(shape.values())))
                .param(name.text())
                .refusal();
    }

    private static String oneOf(List<String> unsorted) {
        var values = unsorted.stream().sorted().toList();
        if (values.size() == 1) {
            return values.get(0);
        }
        var last = values.get(values.size() - 1);
        return values.size() == 2
                ? "one of %s or %s".formatted(values.get(0), last)
                : "one of %s, or %s".formatted(String.join(", ", values.subList(0, values.size() - 1)), last);
    }

    private ArrayNode list(Shape shape, JsonNode raw, ParameterName name) {
        var list = JsonNodeFactory.instance.arrayNode();
        var elements = FormList.elements(raw);
        if (elements.isEmpty()) {
            throw StripeError.invalid("Invalid array").param(name.text()).refusal();
        }
        elements.get().forEach(element -> list.add(value(shape.element(), element, name.element(list.size()))));
        return list;
    }

    private static JsonNode map(JsonNode raw, ParameterName name) {
        if (!(raw instanceof ObjectNode map)) {
            throw StripeError.invalid("Invalid object").param(name.text()).refusal();
        }
        if (name.isMetadata()) {
            MetadataRules.check(map, name.text());
        }
        return FormList.withLists(map);
    }

    private JsonNode object(Shape shape, JsonNode raw, ParameterName name) {
        if (raw instanceof ObjectNode object) {
            return shape.hasFields() && !shape.fields().isEmpty()
                    ? fields(shape, object, name)
                    : FormList.withLists(object);
        }
        if (shape.hasAlternatives()) {
            var text = raw.asText();
            return ScalarRules.isInteger(text) ? JsonNodeFactory.instance.numberNode(Long.parseLong(text)) : raw;
        }
        throw StripeError.invalid("Invalid object").param(name.text()).refusal();
    }
}
