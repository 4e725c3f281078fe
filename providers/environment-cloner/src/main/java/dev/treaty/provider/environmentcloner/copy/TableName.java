package dev.treaty.provider.environmentcloner.copy;

/** The name of a table, as it is in PostgreSQL's catalogue. */
public record TableName(String schema, String table) {

    /** As SQL has it: {@code "schema"."table"}. */
    String quoted() {
        return quoted(schema) + "." + quoted(table);
    }

    /** Any name as SQL has it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** As people write it, e.g. {@code audit.audit_logs}. */
    @Override
    public String toString() {
        return schema + "." + table;
    }
}
