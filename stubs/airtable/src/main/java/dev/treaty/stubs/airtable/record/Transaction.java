package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.treaty.stubs.airtable.api.AirtableId;
import dev.treaty.stubs.airtable.schema.Field;
import dev.treaty.stubs.airtable.schema.FieldType;
import dev.treaty.stubs.airtable.schema.Table;
import dev.treaty.stubs.airtable.schema.Tables;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of a world, and what one request does to them: links are kept at both ends, and changes are noted. */
public final class Transaction {

    private static final ObjectKind RECORD = ObjectKind.of("record", "table");

    private final World world;
    private final Tables tables;
    private final ObjectTable records;
    private final Map<String, RecordChange> changes = new LinkedHashMap<>();

    /** Begins with what is in a world. */
    public Transaction(World world) {
        this.world = world;
        tables = new Tables(world);
        records = world.objects(RECORD);
    }

    /** The schema of the same world. */
    public Tables tables() {
        return tables;
    }

    /** The present. */
    public Instant now() {
        return world.now();
    }

    /** The records of a table, in the order in which they were created. */
    public Stream<AirtableRecord> all(Table table) {
        return records.list("table", table.id(), false, null).map(AirtableRecord::new);
    }

    /** A record of a table. */
    public Optional<AirtableRecord> find(Table table, String id) {
        return records.find(id)
                .filter(stored -> stored.path("table").asText().equals(table.id()))
                .map(AirtableRecord::new);
    }

    /** Adds an empty record. */
    AirtableRecord create(Table table) {
        return create(table, AirtableId.random("rec"));
    }

    /** Adds an empty record, or makes the one with this id a new one. */
    public AirtableRecord create(Table table, String id) {
        var counter = "records/" + table.id();
        var number =
                world.value(counter).map(count -> count.path("number").asLong()).orElse(0L) + 1;
        world.setValue(counter, Json.object().put("number", number));
        var record = AirtableRecord.of(id, table.id(), number, world.now());
        records.remove(id);
        note(table, Optional.empty(), Optional.of(record));
        return record;
    }

    /** Keeps a record whose cells have changed; what it is linked with changes, too. */
    public AirtableRecord put(Table table, AirtableRecord record) {
        var before = find(table, record.id());
        note(table, before, Optional.of(record));
        for (var field : links(table)) {
            var previous = before.map(old -> old.links(field)).orElse(List.of());
            relink(field, record.id(), previous, record.links(field));
        }
        return record;
    }

    /** Deletes a record, and what leads to it. */
    void remove(Table table, AirtableRecord record) {
        for (var field : links(table)) {
            relink(field, record.id(), record.links(field), List.of());
        }
        note(table, find(table, record.id()), Optional.empty());
    }

    private static List<Field> links(Table table) {
        return table.fields().stream()
                .filter(field -> field.type() == FieldType.MULTIPLE_RECORD_LINKS)
                .toList();
    }

    private void relink(Field field, String id, List<String> before, List<String> after) {
        before.stream().filter(other -> !after.contains(other)).forEach(other -> setBack(field, other, id, false));
        after.stream().filter(other -> !before.contains(other)).forEach(other -> setBack(field, other, id, true));
    }

    /** Adds an id to the other end of a link, or removes it there. */
    private void setBack(Field field, String other, String id, boolean isLinked) {
        var linked = tables.find(field.linkedTable());
        var inverse = linked.flatMap(table -> field.inverse().flatMap(table::find));
        if (inverse.isEmpty()) {
            return;
        }
        find(linked.get(), other).ifPresent(record -> {
            ArrayNode ids = Json.object().arrayNode();
            record.links(inverse.get()).stream()
                    .filter(each -> !each.equals(id))
                    .forEach(ids::add);
            if (isLinked) {
                ids.add(id);
            }
            var value = ids.isEmpty() ? ids.nullNode() : ids;
            note(linked.get(), Optional.of(record), Optional.of(record.with(inverse.get(), value, now())));
        });
    }

    private void note(Table table, Optional<AirtableRecord> before, Optional<AirtableRecord> after) {
        var id = after.or(() -> before).map(AirtableRecord::id).orElseThrow();
        after.ifPresentOrElse(record -> records.put(record.stored()), () -> records.remove(id));
        var first = changes.get(id);
        changes.put(id, new RecordChange(table, id, first == null ? before : first.before(), after));
    }

    /** What has changed so far, each record once. */
    public Collection<RecordChange> changes() {
        return changes.values();
    }
}
