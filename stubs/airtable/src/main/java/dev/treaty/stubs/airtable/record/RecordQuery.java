package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.RequestBody;
import dev.treaty.stubs.airtable.formula.Formula;
import dev.treaty.stubs.airtable.formula.FormulaException;
import dev.treaty.stubs.airtable.schema.Field;
import dev.treaty.stubs.airtable.schema.FieldType;
import dev.treaty.stubs.airtable.schema.Table;
import dev.treaty.stubs.vendor.VendorError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Filters and sorts the records of a table. */
final class RecordQuery {

    private final Transaction transaction;
    private final Table table;
    private final List<Formula> filters = new ArrayList<>();
    private final List<ObjectNode> order;

    /** @throws VendorError 422 if the view, a field or the formula is wrong */
    RecordQuery(Transaction transaction, Table table, ListParameters parameters) {
        this.transaction = transaction;
        this.table = table;
        var view = Optional.of(parameters.text("view"))
                .filter(name -> !name.isEmpty())
                .map(table::view);
        view.ifPresent(found -> addFilter(found.path("filterByFormula").asText("")));
        addFilter(parameters.text("filterByFormula"));
        order = (parameters.sort().isEmpty() && view.isPresent())
                ? RequestBody.objects(view.get(), "sort")
                : parameters.sort();
    }

    private void addFilter(String text) {
        if (text.isBlank()) {
            return;
        }
        try {
            var formula = Formula.parse(text);
            formula.fields().stream()
                    .filter(field -> table.find(field).isEmpty())
                    .findFirst()
                    .ifPresent(field -> {
                        throw invalid("Unknown field names: " + field.toLowerCase(Locale.ROOT));
                    });
            filters.add(formula);
        } catch (FormulaException e) {
            throw refused(e);
        }
    }

    private static VendorError refused(FormulaException e) {
        return e.isNotCovered() ? AirtableError.notCovered(e.reason()) : invalid(e.reason());
    }

    private static VendorError invalid(String reason) {
        return AirtableError.of(
                422,
                "INVALID_FILTER_BY_FORMULA",
                "The formula for filtering records is invalid: %s. Please check your formula text.".formatted(reason));
    }

    /** The records that the client wants, in its order. */
    List<AirtableRecord> records() {
        try {
            var records = transaction.all(table).filter(this::accepts);
            return order().map(records::sorted).orElse(records).toList();
        } catch (FormulaException e) {
            throw refused(e);
        }
    }

    private boolean accepts(AirtableRecord record) {
        var row = new RecordRow(transaction, table, record);
        return filters.stream().allMatch(filter -> filter.accepts(row));
    }

    private Optional<Comparator<AirtableRecord>> order() {
        return order.stream().map(this::by).reduce(Comparator::thenComparing);
    }

    private Comparator<AirtableRecord> by(ObjectNode sort) {
        var field = table.field(sort.path("field").asText());
        Comparator<AirtableRecord> ascending = Comparator.comparing(record -> key(record, field), RecordQuery::compare);
        return sort.path("direction").asText("asc").equals("desc") ? ascending.reversed() : ascending;
    }

    /** Choices are sorted in the order in which the field has them. */
    private JsonNode key(AirtableRecord record, Field field) {
        var value = new RecordRow(transaction, table, record).value(field);
        return (field.type() == FieldType.SINGLE_SELECT && !value.isNull())
                ? IntNode.valueOf(field.choices().indexOf(value.asText()))
                : value;
    }

    /** Empty cells first. */
    private static int compare(JsonNode left, JsonNode right) {
        if (left.isNull() || right.isNull()) {
            return Boolean.compare(right.isNull(), left.isNull());
        }
        return (left.isNumber() && right.isNumber())
                ? left.decimalValue().compareTo(right.decimalValue())
                : String.CASE_INSENSITIVE_ORDER.compare(left.asText(), right.asText());
    }
}
