package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.RequestBody;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;

/** Changes the records that are there already, and creates the others, in one call. */
final class Upsert {

    private final RecordWriter writer;
    private final WriteParameters parameters;
    private final List<AirtableRecord> records = new ArrayList<>();
    private final ArrayNode created = Json.object().arrayNode();
    private final ArrayNode updated = Json.object().arrayNode();

    Upsert(RecordWriter writer, WriteParameters parameters) {
        this.writer = writer;
        this.parameters = parameters;
    }

    /** {@code {"records", "createdRecords", "updatedRecords"}}. */
    ObjectNode perform(boolean clearsOthers) {
        var merged = parameters.mergeFields(writer.table());
        for (var given : parameters.records()) {
            var fields = RequestBody.object(given, "fields");
            var id = given.path("id").asText("");
            if (!id.isEmpty()) {
                update(id, fields, clearsOthers);
                continue;
            }
            var matching = writer.matching(merged, fields);
            if (matching.size() > 1) {
                throw AirtableError.of(
                        422,
                        "INVALID_VALUE_FOR_COLUMN",
                        "Cannot upsert: more than one record has these values of the fields to merge on");
            }
            if (matching.isEmpty()) {
                create(fields);
            } else {
                update(matching.get(0).id(), fields, clearsOthers);
            }
        }
        var view = RecordView.of(writer.table(), parameters.byFieldId());
        var body = Json.object();
        var list = body.putArray("records");
        records.forEach(record -> list.add(view.show(record)));
        body.set("createdRecords", created);
        body.set("updatedRecords", updated);
        return body;
    }

    private void create(ObjectNode fields) {
        var record = writer.create(fields);
        records.add(record);
        created.add(record.id());
    }

    private void update(String id, ObjectNode fields, boolean clearsOthers) {
        records.add(writer.change(id, fields, clearsOthers));
        updated.add(id);
    }
}
