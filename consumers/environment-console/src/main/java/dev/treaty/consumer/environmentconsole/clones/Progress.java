package dev.treaty.consumer.environmentconsole.clones;

import dev.treaty.consumer.environmentconsole.connection.JsonDocument;

/**
 * How far a clone is.
 *
 * @param percent of the whole clone, from 0 to 100
 * @param rows copied so far, of {@code rowsTotal}, which is an estimate until everything is copied
 * @param tables copied completely, of {@code tablesTotal}
 * @param bytes read from the source so far
 */
public record Progress(long percent, long rows, long rowsTotal, long tables, long tablesTotal, long bytes) {

    static Progress of(JsonDocument progress) {
        return new Progress(
                progress.integer("percent"),
                progress.integer("rows"),
                progress.integer("rowsTotal"),
                progress.integer("tables"),
                progress.integer("tablesTotal"),
                progress.integer("bytes"));
    }
}
