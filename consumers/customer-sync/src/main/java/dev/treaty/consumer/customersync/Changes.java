package dev.treaty.consumer.customersync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What has changed since a cursor; a customer may be in more than one list. What changed customers look like now is read with {@link
 * Customers#withIds}.
 *
 * @param created ids of records
 * @param changed ids of records
 * @param deleted ids of records
 * @param cursor from which to go on; to be kept
 * @param mightHaveMore whether to go on at once
 */
public record Changes(
        List<String> created, List<String> changed, List<String> deleted, long cursor, boolean mightHaveMore) {

    /** Keeps copies of the lists. */
    public Changes {
        created = List.copyOf(created);
        changed = List.copyOf(changed);
        deleted = List.copyOf(deleted);
    }

    /** Changes as Airtable sends them. */
    record OnWire(List<Payload> payloads, long cursor, boolean mightHaveMore) {

        Changes of(String table) {
            var created = new TreeSet<String>();
            var changed = new TreeSet<String>();
            var deleted = new TreeSet<String>();
            for (var payload : payloads) {
                payload.changedTablesById().map(tables -> tables.get(table)).ifPresent(changes -> {
                    changes.createdRecordsById().ifPresent(records -> created.addAll(records.keySet()));
                    changes.changedRecordsById().ifPresent(records -> changed.addAll(records.keySet()));
                    changes.destroyedRecordIds().ifPresent(deleted::addAll);
                });
            }
            return new Changes(List.copyOf(created), List.copyOf(changed), List.copyOf(deleted), cursor, mightHaveMore);
        }
    }

    /** What one transaction has changed, by the ids of tables. */
    record Payload(Optional<Map<String, Table>> changedTablesById) {}

    /** What has changed in one table, by the ids of records; what is in a record is read from the table. */
    record Table(
            Optional<Map<String, Object>> createdRecordsById,
            Optional<Map<String, Object>> changedRecordsById,
            Optional<List<String>> destroyedRecordIds) {}
}
