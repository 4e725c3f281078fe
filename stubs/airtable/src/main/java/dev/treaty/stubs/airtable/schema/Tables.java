package dev.treaty.stubs.airtable.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.AirtableId;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;

/** The bases of a world, and their tables. */
public final class Tables {

    private static final ObjectKind BASE = ObjectKind.of("base");
    private static final ObjectKind TABLE = ObjectKind.of("table", "base");

    private final ObjectTable bases;
    private final ObjectTable tables;

    /** Those of a world. */
    public Tables(World world) {
        bases = world.objects(BASE);
        tables = world.objects(TABLE);
    }

    /** All bases: {@code {"id", "name", "permissionLevel"}}. */
    List<ObjectNode> bases() {
        return bases.oldestFirst().toList();
    }

    /** Adds a base, or names it anew. */
    public void addBase(String id, String name) {
        bases.put(Json.object().put("id", id).put("name", name).put("permissionLevel", "create"));
    }

    /** Whether there is such a base. */
    public boolean hasBase(String id) {
        return bases.find(id).isPresent();
    }

    /**
     * The tables of a base.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 403 if the base does not exist
     */
    public List<Table> ofBase(String base) {
        if (!hasBase(base)) {
            throw AirtableError.noSuchModel(base);
        }
        return tables.list("base", base, false, null).map(Table::new).toList();
    }

    /**
     * A table by its name or id.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 403 if it does not exist, or its base does not
     */
    public Table table(String base, String nameOrId) {
        return ofBase(base).stream()
                .filter(table -> table.isCalled(nameOrId))
                .findFirst()
                .orElseThrow(() -> AirtableError.noSuchModel(nameOrId));
    }

    /** A table by its id. */
    public Optional<Table> find(String id) {
        return tables.find(id).map(Table::new);
    }

    /** Adds a table to a base, with the other ends of its links. */
    public Table create(String base, ObjectNode given) {
        var name = given.path("name").asText();
        if (ofBase(base).stream().anyMatch(table -> table.name().equals(name))) {
            throw AirtableError.of(422, "DUPLICATE_TABLE_NAME", "The base has a table \"%s\" already".formatted(name));
        }
        var table = Table.wanted(base, given);
        put(table);
        for (var field : table.fields()) {
            addInverse(table, field);
        }
        return table;
    }

    /** Adds a field to a table, and the other end if it is a link. */
    public Field addField(Table table, ObjectNode given) {
        var field = Field.wanted(given);
        table.add(field);
        addInverse(table, field);
        put(table);
        return field;
    }

    /** A link has two ends, unless it is within a table. */
    private void addInverse(Table table, Field field) {
        if (field.type() != FieldType.MULTIPLE_RECORD_LINKS || field.inverse().isPresent()) {
            return;
        }
        var linked = find(field.linkedTable())
                .filter(other -> other.base().equals(table.base()))
                .orElseThrow(() -> AirtableError.invalidRequest("linkedTableId must be a table of the same base"));
        if (linked.id().equals(table.id())) {
            return;
        }
        var options = Json.object().put("linkedTableId", table.id()).put("inverseLinkFieldId", field.id());
        var inverse = Field.wanted(Json.object()
                .put("name", freeName(linked, table.name()))
                .put("type", FieldType.MULTIPLE_RECORD_LINKS.text())
                .put("id", AirtableId.random("fld"))
                .set("options", options));
        field.options().put("inverseLinkFieldId", inverse.id());
        linked.add(inverse);
        put(linked);
        put(table);
    }

    private static String freeName(Table table, String wanted) {
        var name = wanted;
        for (var i = 2; table.find(name).isPresent(); i++) {
            name = wanted + " " + i;
        }
        return name;
    }

    /** Keeps a table as it is now. */
    public void put(Table table) {
        tables.put(table.stored());
    }
}
