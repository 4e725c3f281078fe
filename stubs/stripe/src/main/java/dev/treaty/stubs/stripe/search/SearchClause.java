package dev.treaty.stubs.stripe.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One condition, e.g. {@code -metadata["tier"]:"gold"}.
 *
 * @param field e.g. {@code "billing_details.address.postal_code"} or {@code "metadata"}
 * @param key of the metadata; null for other fields
 * @param operator {@code ":"}, {@code "~"}, {@code ">"}, {@code "<"}, {@code ">="} or {@code "<="}
 * @param value null for the word null
 */
record SearchClause(
        boolean negated,
        String field,
        @Nullable String key,
        String operator,
        @Nullable String value) {

    boolean matches(ObjectNode object) {
        return matches(value(object)) != negated;
    }

    private JsonNode value(ObjectNode object) {
        if (key != null) {
            return object.path(field).path(key);
        }
        JsonNode node = object;
        for (var name : SearchFields.path(field, object).split("\\.", -1)) {
            node = node.path(name);
        }
        return node;
    }

    private boolean matches(JsonNode actual) {
        var absent = actual.isMissingNode() || actual.isNull();
        if (value == null) {
            return absent;
        }
        if (absent) {
            return false;
        }
        var text = actual.asText().toLowerCase(Locale.ROOT);
        var expected = value.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case ":" -> text.equals(expected) || (actual.isNumber() && compare(actual) == 0);
            case "~" -> text.contains(expected);
            case ">" -> compare(actual) > 0;
            case ">=" -> compare(actual) >= 0;
            case "<" -> compare(actual) < 0;
            case "<=" -> compare(actual) <= 0;
            default -> throw new IllegalStateException(operator);
        };
    }

    private int compare(JsonNode actual) {
        return new BigDecimal(actual.asText()).compareTo(new BigDecimal(String.valueOf(value)));
    }

    boolean isComparison() {
        return operator.startsWith(">") || operator.startsWith("<");
    }
}
