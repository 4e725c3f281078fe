package dev.treaty.stubs.airtable.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableTime;
import dev.treaty.stubs.airtable.record.AirtableRecord;
import dev.treaty.stubs.airtable.record.RecordChange;
import dev.treaty.stubs.airtable.schema.Field;
import dev.treaty.stubs.airtable.schema.FieldType;
import dev.treaty.stubs.airtable.schema.Table;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a webhook tells of a transaction, if it is of interest to it. Cells are by the ids of their fields; choices are {@code {"id",
 * "name"}}.
 *
 * @param webhook whose filters apply
 */
record Payload(Webhook webhook) {

    /** Empty if nothing has changed that the webhook is to be told of. */
    Optional<ObjectNode> of(Collection<RecordChange> changes, long transaction, Instant now) {
        var payload = Json.object()
                .put("timestamp", AirtableTime.write(now))
                .put("baseTransactionNumber", transaction)
                .put("payloadFormat", "v0");
        var source = payload.putObject("actionMetadata").put("source", "publicApi");
        source.putObject("sourceMetadata")
                .putObject("user")
                .put("id", "usrTreaty00000000")
                .put("email", "somebody@example.com")
                .put("permissionLevel", "create");
        var tables = payload.putObject("changedTablesById");
        changes.stream().filter(this::isWanted).forEach(change -> add(change, tables));
        return tables.isEmpty() ? Optional.empty() : Optional.of(payload);
    }

    private boolean isWanted(RecordChange change) {
        var filters = webhook.filters();
        var scope = filters.path("recordChangeScope").asText("");
        return contains(filters.path("dataTypes"), "tableData")
                && (scope.isEmpty() || scope.equals(change.table().id()))
                && (filters.path("changeTypes").isEmpty() || contains(filters.path("changeTypes"), type(change)));
    }

    private static String type(RecordChange change) {
        return change.before().isEmpty() ? "add" : change.after().isEmpty() ? "remove" : "update";
    }

    private static boolean contains(JsonNode list, String text) {
        return texts(list).contains(text);
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new HashSet<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private void add(RecordChange change, ObjectNode tables) {
        if (change.before().isEmpty() && change.after().isEmpty()) {
            return;
        }
        var table = change.table().id();
        if (change.before().isEmpty()) {
            var created = change.after().orElseThrow();
            created(tables.withObjectProperty(table), created)
                    .set(
                            "cellValuesByFieldId",
                            cells(change.table(), created, change.table().fields()));
        } else if (change.after().isEmpty()) {
            tables.withObjectProperty(table)
                    .withArrayProperty("destroyedRecordIds")
                    .add(change.id());
        } else {
            addChanged(change, change.before().get(), change.after().get(), tables);
        }
    }

    private static ObjectNode created(ObjectNode table, AirtableRecord record) {
        return table.withObjectProperty("createdRecordsById")
                .putObject(record.id())
                .put("createdTime", AirtableTime.write(record.created()));
    }

    private void addChanged(RecordChange change, AirtableRecord before, AirtableRecord after, ObjectNode tables) {
        var watched = texts(webhook.filters().path("watchDataInFieldIds"));
        var changed = change.table().fields().stream()
                .filter(field -> !before.cell(field).equals(after.cell(field)))
                .filter(field -> watched.isEmpty() || watched.contains(field.id()))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        var record = tables.withObjectProperty(change.table().id())
                .withObjectProperty("changedRecordsById")
                .putObject(change.id());
        record.putObject("current").set("cellValuesByFieldId", cells(change.table(), after, changed));
        if (webhook.includes().path("includePreviousCellValues").asBoolean()) {
            record.putObject("previous").set("cellValuesByFieldId", cells(change.table(), before, changed));
        }
    }

    /** A cell that has become empty is null. */
    private static ObjectNode cells(Table table, AirtableRecord record, List<Field> fields) {
        var cells = Json.object();
        var isComplete = fields.size() == table.fields().size();
        for (var field : fields) {
            var cell = record.cell(field);
            if (!cell.isMissingNode()) {
                cells.set(field.id(), shown(field, cell));
            } else if (!isComplete) {
                cells.putNull(field.id());
            }
        }
        return cells;
    }

    private static JsonNode shown(Field field, JsonNode cell) {
        if (field.type() == FieldType.SINGLE_SELECT) {
            return field.choice(cell.asText());
        }
        if (!cell.isArray()) {
            return cell;
        }
        var list = Json.object().arrayNode();
        cell.forEach(each -> list.add(
                field.type() == FieldType.MULTIPLE_SELECTS
                        ? field.choice(each.asText())
                        : Json.object().put("id", each.asText())));
        return list;
    }
}
