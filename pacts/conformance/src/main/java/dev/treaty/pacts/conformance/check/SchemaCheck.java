package dev.treaty.pacts.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.conformance.document.Schemas;
import dev.treaty.pacts.errors.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Compares a value with a schema. A request must have what the document requires. A response may leave out anything, because a contract names
 * only what its consumer reads; but what it has, the document must have, too.
 */
final class SchemaCheck {

    private static final int LONGEST_VALUE = 60;

    private final Schemas schemas;
    private final boolean inRequest;
    private final boolean isText;
    private final Touched touched;

    /**
     * @param inRequest whether required fields must be there
     * @param isText whether all values are texts, as in a form
     * @param touched where each schema is noted that a value is compared with
     */
    SchemaCheck(Schemas schemas, boolean inRequest, boolean isText, Touched touched) {
        this.schemas = schemas;
        this.inRequest = inRequest;
        this.isText = isText;
        this.touched = touched;
    }

    List<Difference> check(JsonNode node, JsonNode value, Place place) {
        var schema = schemas.schema(node);
        touched.add(place.toString(), Facts.of(schemas, schema, inRequest));
        return compare(schema, value, place);
    }

    private List<Difference> compare(JsonNode schema, JsonNode value, Place place) {
        if (value.isNull()) {
            return allowsNull(schema) ? List.of() : differs(schema, value, place);
        }
        var options = Facts.options(schema);
        return options.isArray() ? bestOf(schema, options, value, place) : compareTyped(schema, value, place);
    }

    private boolean allowsNull(JsonNode schema) {
        var isNamed = schema.path("nullable").asBoolean()
                || contains(schema.path("type"), "null")
                || contains(schema.path("enum"), "null");
        if (isNamed || !Facts.options(schema).isArray()) {
            return isNamed
                    || (schema.path("type").isMissingNode()
                            && !schema.path("enum").isArray()
                            && !schema.path("properties").isObject());
        }
        for (var option : Facts.options(schema)) {
            if (allowsNull(schemas.schema(option))) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(JsonNode list, String text) {
        for (var each : list) {
            if (each.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** The alternative with the fewest differences. */
    private List<Difference> bestOf(JsonNode schema, JsonNode options, JsonNode value, Place place) {
        var base = schema.deepCopy();
        ((ObjectNode) base).remove(List.of("anyOf", "oneOf"));
        List<Difference> fewest = List.of();
        Touched best = null;
        for (var option : options) {
            var notes = new Touched();
            var differences = new SchemaCheck(schemas, inRequest, isText, notes)
                    .compare(Schemas.both(base, schemas.schema(option)), value, place);
            if (best == null || isBetter(differences, fewest, place)) {
                best = notes;
                fewest = differences;
            }
        }
        if (best != null) {
            touched.addAll(best);
        }
        return fewest.stream().anyMatch(difference -> difference.place().equals(place.toString()))
                ? differs(schema, value, place)
                : fewest;
    }

    /** A difference of the whole value is worse than any of its parts. */
    private static boolean isBetter(List<Difference> one, List<Difference> other, Place place) {
        var oneFails = one.stream().anyMatch(difference -> difference.place().equals(place.toString()));
        var otherFails =
                other.stream().anyMatch(difference -> difference.place().equals(place.toString()));
        return oneFails == otherFails ? one.size() < other.size() : otherFails;
    }

    private List<Difference> compareTyped(JsonNode schema, JsonNode raw, Place place) {
        var type = Facts.type(schema);
        var value = isText && type.isPresent() ? TextValue.as(type.get(), raw) : raw;
        if (schema.path("enum").isArray() && !contains(schema.get("enum"), value.asText())) {
            return differs(schema, value, place);
        }
        if (type.isPresent() && !isOf(type.get(), value)) {
            return differs(schema, value, place);
        }
        if (value.isObject()) {
            return compareFields(schema, value, place);
        }
        if (value.isArray()) {
            var differences = new ArrayList<Difference>();
            for (var item : value) {
                differences.addAll(check(schema.path("items"), item, place.item()));
            }
            return differences;
        }
        return isWithin(schema, value) ? List.of() : differs(schema, value, place);
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
            default -> true;
        };
    }

    private static boolean isWithin(JsonNode schema, JsonNode value) {
        if (value.isNumber()) {
            return (!schema.has("minimum")
                            || value.decimalValue()
                                            .compareTo(schema.get("minimum").decimalValue())
                                    >= 0)
                    && (!schema.has("maximum")
                            || value.decimalValue()
                                            .compareTo(schema.get("maximum").decimalValue())
                                    <= 0);
        }
        if (!value.isTextual()) {
            return true;
        }
        var text = value.asText();
        var length = text.codePointCount(0, text.length());
        return length >= schema.path("minLength").asInt(0)
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && Formats.allows(schema.path("format").asText(), text)
                && matches(schema.path("pattern").asText(), text);
    }

    private static boolean matches(String regex, String text) {
        try {
            return regex.isEmpty() || Pattern.compile(regex).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return true; // ECMA 262 knows what Java does not
        }
    }

    private List<Difference> compareFields(JsonNode schema, JsonNode object, Place place) {
        var differences = new ArrayList<Difference>();
        object.properties()
                .forEach(field -> field(schema, field.getKey())
                        .ifPresentOrElse(
                                known ->
                                        differences.addAll(check(known, field.getValue(), place.field(field.getKey()))),
                                () -> differences.add(new Difference(
                                        place.field(field.getKey()).toString(),
                                        "no such field" + nearest(field.getKey(), schema),
                                        shown(field.getValue())))));
        if (inRequest) {
            for (var required : schema.path("required")) {
                if (!object.has(required.asText())) {
                    differences.add(
                            new Difference(place.field(required.asText()).toString(), "required", "nothing"));
                }
            }
        }
        return differences;
    }

    /** The schema of a field; empty if the document has no such field. One without any names may have any. */
    private static Optional<JsonNode> field(JsonNode schema, String name) {
        var properties = schema.path("properties");
        var additional = schema.path("additionalProperties");
        if (properties.has(name)) {
            return Optional.of(properties.get(name));
        }
        if (additional.isObject()) {
            return Optional.of(additional);
        }
        var isFree = additional.asBoolean() || (properties.isEmpty() && additional.isMissingNode());
        return isFree ? Optional.of(MissingNode.getInstance()) : Optional.empty();
    }

    private static String nearest(String name, JsonNode schema) {
        var known = schema.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        return Similarity.nearest(name, known).stream()
                .findFirst()
                .map(", the nearest is "::concat)
                .orElse("");
    }

    private List<Difference> differs(JsonNode schema, JsonNode value, Place place) {
        return List.of(new Difference(place.toString(), Facts.of(schemas, schema, false), shown(value)));
    }

    private static String shown(JsonNode value) {
        var text = value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
