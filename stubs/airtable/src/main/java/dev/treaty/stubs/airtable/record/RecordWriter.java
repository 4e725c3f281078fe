package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.schema.Field;
import dev.treaty.stubs.airtable.schema.FieldType;
import dev.treaty.stubs.airtable.schema.Table;
import java.util.List;

/**
 * Creates, changes and deletes the records of a table.
 *
 * @param typecast see {@link CellReader}
 */
public record RecordWriter(Transaction transaction, Table table, boolean typecast) {

    /** Adds a record with these fields, by name or id. */
    public AirtableRecord create(ObjectNode fields) {
        return write(transaction.create(table), fields);
    }

    /** Adds a record with this id, or replaces the one that has it. */
    public AirtableRecord create(String id, ObjectNode fields) {
        return write(transaction.create(table, id), fields);
    }

    /**
     * Changes the fields of a record.
     *
     * @param clearsOthers whether the fields that are not named become empty
     * @throws dev.treaty.stubs.vendor.VendorError 422 if there is no such record
     */
    public AirtableRecord change(String id, ObjectNode fields, boolean clearsOthers) {
        var record = transaction
                .find(table, id)
                .orElseThrow(() -> AirtableError.noSuchRow(id).ofUnknownId(id));
        if (clearsOthers) {
            for (var field : table.fields()) {
                if (field.type().shape() != FieldType.Shape.COMPUTED) {
                    record = record.with(field, NullNode.getInstance(), transaction.now());
                }
            }
        }
        return write(record, fields);
    }

    private AirtableRecord write(AirtableRecord record, ObjectNode fields) {
        var reader = new CellReader(transaction, table, typecast);
        var changed = record;
        for (var entry : fields.properties()) {
            var field = table.field(entry.getKey());
            changed = changed.with(field, reader.read(field, entry.getValue()), transaction.now());
        }
        return transaction.put(table, changed);
    }

    /**
     * The record whose fields have the same values.
     *
     * @param merged by which records are known
     * @throws dev.treaty.stubs.vendor.VendorError 422 if there are several
     */
    List<AirtableRecord> matching(List<Field> merged, ObjectNode fields) {
        var reader = new CellReader(transaction, table, typecast);
        var wanted = transaction.now();
        var example = AirtableRecord.of("", table.id(), 0, wanted);
        for (var field : merged) {
            var given = fields.properties().stream()
                    .filter(entry -> field.isCalled(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> AirtableError.invalidRequest(
                            "each record needs a value for %s, on which it is merged".formatted(field.name())));
            example = example.with(field, reader.read(field, given.getValue()), wanted);
        }
        var expected = example;
        return transaction
                .all(table)
                .filter(record -> merged.stream().allMatch(field -> isEqual(record, expected, field)))
                .toList();
    }

    private static boolean isEqual(AirtableRecord record, AirtableRecord other, Field field) {
        var value = record.cell(field);
        var expected = other.cell(field);
        return (value.isNumber() && expected.isNumber())
                ? value.decimalValue().compareTo(expected.decimalValue()) == 0
                : value.equals(expected);
    }

    /**
     * Deletes a record.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 422 if there is no such record
     */
    public void delete(String id) {
        var record = transaction
                .find(table, id)
                .orElseThrow(() -> AirtableError.noSuchRow(id).ofUnknownId(id));
        transaction.remove(table, record);
    }
}
