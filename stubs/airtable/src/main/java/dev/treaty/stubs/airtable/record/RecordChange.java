package dev.treaty.stubs.airtable.record;

import dev.treaty.stubs.airtable.schema.Table;
import java.util.Optional;

/**
 * What a request has done to a record.
 *
 * @param before empty if it was created
 * @param after empty if it was deleted
 */
public record RecordChange(Table table, String id, Optional<AirtableRecord> before, Optional<AirtableRecord> after) {}
