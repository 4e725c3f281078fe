package dev.treaty.provider.environmentcloner.copy;

import dev.treaty.provider.environmentcloner.databases.QuotedName;

/** The name of a table, as it is in PostgreSQL's catalogue. */
public record TableName(String schema, String table) {

    /** As SQL has it: {@code "schema"."table"}. */
    public String quoted() {
        return QuotedName.of(schema) + "." + QuotedName.of(table);
    }

    /** As people write it, e.g. {@code audit.audit_logs}. */
    @Override
    public String toString() {
        return schema + "." + table;
    }
}
