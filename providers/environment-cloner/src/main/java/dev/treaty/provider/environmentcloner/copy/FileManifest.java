package dev.treaty.provider.environmentcloner.copy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * What a file of a database contains; the first of its entries.
 *
 * @param schemaVersion the newest migration of the database, e.g. {@code 4}
 * @param tables each of them has an entry, in this order
 */
record FileManifest(String schemaVersion, List<Table> tables, List<Sequence> sequences) {

    static final String ENTRY = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    FileManifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /** @param columns those that have values in the entry */
    record Table(String schema, String table, List<String> columns) {

        Table {
            columns = List.copyOf(columns);
        }

        TableName name() {
            return new TableName(schema, table);
        }

        /** The name of its entry. */
        String entry() {
            return name() + ".copy";
        }
    }

    record Sequence(String schema, String name, long value, boolean isCalled) {}

    void write(OutputStream entry) throws IOException {
        JSON.writeValue(
                new FilterOutputStream(entry) {
                    @Override
                    public void close() {
                        // More entries follow.
                    }
                },
                this);
    }

    static FileManifest read(InputStream entry) throws IOException {
        return JSON.readValue(
                new FilterInputStream(entry) {
                    @Override
                    public void close() {
                        // More entries follow.
                    }
                },
                FileManifest.class);
    }
}
