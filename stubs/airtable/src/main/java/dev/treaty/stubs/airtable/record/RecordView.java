package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.treaty.stubs.airtable.api.AirtableTime;
import dev.treaty.stubs.airtable.schema.Field;
import dev.treaty.stubs.airtable.schema.FieldType;
import dev.treaty.stubs.airtable.schema.Table;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;

/**
 * A record as clients see it.
 *
 * @param fields those that the client wants
 * @param byId whether they are called by their ids
 */
record RecordView(List<Field> fields, boolean byId) {

    /** All fields of a table. */
    static RecordView of(Table table, boolean byId) {
        return new RecordView(table.fields(), byId);
    }

    ObjectNode show(AirtableRecord record) {
        var json = Json.object().put("id", record.id()).put("createdTime", AirtableTime.write(record.created()));
        var cells = json.putObject("fields");
        for (var field : fields) {
            var value = value(record, field);
            if (!value.isNull()) {
                cells.set(byId ? field.id() : field.name(), value);
            }
        }
        return json;
    }

    /** What is in a field, computed ones included; null if it is empty. */
    static JsonNode value(AirtableRecord record, Field field) {
        if (field.type() == FieldType.CREATED_TIME) {
            return TextNode.valueOf(AirtableTime.write(record.created()));
        }
        if (field.type() == FieldType.LAST_MODIFIED_TIME) {
            return TextNode.valueOf(AirtableTime.write(record.modified()));
        }
        if (field.type() == FieldType.AUTO_NUMBER) {
            return LongNode.valueOf(record.number());
        }
        var cell = record.cell(field);
        return cell.isMissingNode() ? NullNode.getInstance() : cell;
    }
}
