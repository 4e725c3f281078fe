package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.AirtableId;
import dev.treaty.stubs.airtable.schema.Field;
import dev.treaty.stubs.airtable.schema.FieldType;
import dev.treaty.stubs.airtable.schema.Table;
import dev.treaty.stubs.vendor.world.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the values that a client sends for the fields of a table: checks them, or casts them if the client wants it.
 *
 * @param typecast whether texts become numbers, dates and links, and new choices are added
 */
record CellReader(Transaction transaction, Table table, boolean typecast) {

    private static final Set<String> TRUE = Set.of("true", "checked", "yes", "1");
    private static final JsonNode EMPTY = NullNode.getInstance();

    /**
     * What is kept; null for an empty cell.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 422 if the field cannot hold the value
     */
    JsonNode read(Field field, JsonNode given) {
        if (field.type().shape() == FieldType.Shape.COMPUTED) {
            throw AirtableError.invalidValue(field.name(), "the field is computed");
        }
        if (given.isNull()
                || (given.isArray() && given.isEmpty())
                || (given.isTextual() && given.asText().isEmpty())) {
            return EMPTY;
        }
        return switch (field.type().shape()) {
            case TEXT -> text(field, given);
            case NUMBER -> number(field, given);
            case CHECKBOX -> checkbox(field, given);
            case CHOICE -> choice(field, text(field, given));
            case CHOICES -> choices(field, given);
            case DATE -> Dates.date(field, text(field, given).asText(), typecast);
            case TIME -> Dates.time(field, text(field, given).asText(), typecast);
            case LINKS -> links(field, given);
            case COMPUTED -> throw new IllegalStateException(field.name());
        };
    }

    private JsonNode text(Field field, JsonNode given) {
        if (given.isTextual()) {
            return given;
        }
        if (typecast && given.isValueNode()) {
            return TextNode.valueOf(given.asText());
        }
        throw AirtableError.invalidValue(field.name(), "it must be a text");
    }

    private JsonNode number(Field field, JsonNode given) {
        var number = given.isNumber() ? given.decimalValue() : null;
        if (number == null) {
            if (!typecast || !given.isTextual()) {
                throw AirtableError.invalidValue(field.name(), "it must be a number");
            }
            return castNumber(given.asText());
        }
        if (field.type() == FieldType.RATING
                && (number.signum() <= 0 || number.stripTrailingZeros().scale() > 0)) {
            throw AirtableError.invalidValue(field.name(), "a rating is a positive integer");
        }
        return given;
    }

    /** {@code "€ 1,234.50"} is 1234.5, {@code "50%"} is 0.5; a text without digits is an empty cell. */
    private static JsonNode castNumber(String text) {
        var digits = text.replaceAll("[^0-9.\\-]", "");
        try {
            var number = new BigDecimal(digits);
            return DecimalNode.valueOf(text.strip().endsWith("%") ? number.movePointLeft(2) : number);
        } catch (NumberFormatException e) {
            return EMPTY;
        }
    }

    private JsonNode checkbox(Field field, JsonNode given) {
        if (!given.isBoolean() && !typecast) {
            throw AirtableError.invalidValue(field.name(), "it must be true or false");
        }
        var isChecked = TRUE.contains(given.asText().toLowerCase(Locale.ROOT));
        return isChecked ? BooleanNode.TRUE : EMPTY;
    }

    private JsonNode choice(Field field, JsonNode name) {
        if (!field.choices().contains(name.asText())) {
            if (!typecast) {
                throw AirtableError.unknownChoice(name.asText());
            }
            field.addChoice(name.asText());
            transaction.tables().put(table);
        }
        return name;
    }

    private JsonNode choices(Field field, JsonNode given) {
        var names = Json.object().arrayNode();
        for (var name : elements(field, given)) {
            names.add(choice(field, text(field, name)));
        }
        return names;
    }

    private ArrayNode links(Field field, JsonNode given) {
        var linked = transaction
                .tables()
                .find(field.linkedTable())
                .orElseThrow(() -> AirtableError.invalidValue(field.name(), "its table was deleted"));
        var ids = Json.object().arrayNode();
        for (var element : elements(field, given)) {
            var name = element.isObject() ? element.path("id").asText() : element.asText();
            ids.add(linkedId(linked, name));
        }
        return ids;
    }

    private String linkedId(Table linked, String idOrName) {
        if (AirtableId.isId("rec", idOrName)
                && transaction.find(linked, idOrName).isPresent()) {
            return idOrName;
        }
        if (!typecast) {
            throw AirtableError.noSuchRow(idOrName);
        }
        return transaction
                .all(linked)
                .filter(record -> record.cell(linked.primary()).asText().equals(idOrName))
                .findFirst()
                .orElseGet(() -> createNamed(linked, idOrName))
                .id();
    }

    private AirtableRecord createNamed(Table linked, String name) {
        var record = transaction.create(linked);
        var value = new CellReader(transaction, linked, true).read(linked.primary(), TextNode.valueOf(name));
        return transaction.put(linked, record.with(linked.primary(), value, transaction.now()));
    }

    /** A list, or with typecast a text with commas in it. */
    private List<JsonNode> elements(Field field, JsonNode given) {
        if (given.isArray()) {
            var elements = new ArrayList<JsonNode>();
            given.forEach(elements::add);
            return elements;
        }
        if (!typecast || !given.isTextual()) {
            throw AirtableError.invalidValue(field.name(), "it must be a list");
        }
        return Stream.of(given.asText().split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .<JsonNode>map(TextNode::valueOf)
                .toList();
    }
}
