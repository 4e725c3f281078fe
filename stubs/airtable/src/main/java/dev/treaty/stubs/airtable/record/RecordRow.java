package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.treaty.stubs.airtable.formula.Row;
import dev.treaty.stubs.airtable.schema.Field;
import dev.treaty.stubs.airtable.schema.FieldType;
import dev.treaty.stubs.airtable.schema.Table;
import java.time.Instant;
import java.util.ArrayList;

/** A record as formulas see it: links are the names of what they lead to. */
record RecordRow(Transaction transaction, Table table, AirtableRecord record) implements Row {

    @Override
    public String id() {
        return record.id();
    }

    @Override
    public JsonNode value(String field) {
        return value(table.field(field));
    }

    /** Several values are one text with commas. */
    JsonNode value(Field field) {
        var value = RecordView.value(record, field);
        if (!value.isArray()) {
            return value;
        }
        var names = new ArrayList<String>();
        value.forEach(each -> names.add(
                field.type() == FieldType.MULTIPLE_RECORD_LINKS ? nameOf(field, each.asText()) : each.asText()));
        return TextNode.valueOf(String.join(", ", names));
    }

    private String nameOf(Field field, String id) {
        return transaction
                .tables()
                .find(field.linkedTable())
                .flatMap(linked -> transaction
                        .find(linked, id)
                        .map(other -> RecordView.value(other, linked.primary()).asText()))
                .orElse("");
    }

    @Override
    public Instant created() {
        return record.created();
    }

    @Override
    public Instant modified() {
        return record.modified();
    }

    @Override
    public Instant now() {
        return transaction.now();
    }
}
