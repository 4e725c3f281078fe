package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.RequestBody;
import dev.treaty.stubs.airtable.schema.Field;
import dev.treaty.stubs.airtable.schema.FieldType;
import dev.treaty.stubs.airtable.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client writes: {@code {"records": [{"id", "fields"}], "typecast", "returnFieldsByFieldId", "performUpsert"}}, or the fields of one
 * record.
 */
record WriteParameters(ObjectNode body) {

    /** The most records of a call. */
    static final int MOST_RECORDS = 10;

    private static final int MOST_MERGE_FIELDS = 3;

    boolean isSingle() {
        return !body.has("records");
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 422 if there are none, or more than ten */
    List<ObjectNode> records() {
        var records = RequestBody.objects(body, "records");
        checkNumber(records.size());
        return records;
    }

    static void checkNumber(int records) {
        if (records == 0 || records > MOST_RECORDS) {
            throw AirtableError.of(
                    422,
                    "INVALID_RECORDS",
                    "You must provide an array of up to %d record objects, not %d".formatted(MOST_RECORDS, records));
        }
    }

    boolean typecast() {
        return body.path("typecast").asBoolean();
    }

    boolean byFieldId() {
        return body.path("returnFieldsByFieldId").asBoolean();
    }

    boolean isUpsert() {
        return body.has("performUpsert");
    }

    /** By which records are known in an upsert. */
    List<Field> mergeFields(Table table) {
        var fields = new ArrayList<Field>();
        body.path("performUpsert").path("fieldsToMergeOn").forEach(name -> fields.add(table.field(name.asText())));
        if (fields.isEmpty() || fields.size() > MOST_MERGE_FIELDS) {
            throw AirtableError.invalidRequest("fieldsToMergeOn must have one to three fields");
        }
        if (fields.stream().anyMatch(field -> field.type().shape() == FieldType.Shape.COMPUTED)) {
            throw AirtableError.invalidRequest("fieldsToMergeOn must not have computed fields");
        }
        return fields;
    }
}
