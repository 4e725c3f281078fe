package dev.treaty.provider.environmentcloner.copy;

import dev.treaty.provider.environmentcloner.anonymise.RowRewriter;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOperation;
import org.postgresql.copy.CopyOut;

/**
 * Copies the rows of one table, one by one, by {@code COPY}: no more than a row and a buffer is in memory.
 *
 * @param condition SQL that a row must satisfy to be copied, over the table's columns; null for all rows
 */
record TableCopy(TableLayout table, @Nullable String condition) {

    private static final int BUFFER = 60_000;
    private static final int ROWS_BETWEEN_REPORTS = 500;

    /**
     * Copies them.
     *
     * @param rewriter null to copy the rows as they are
     * @throws SourceFailed if it was the source that failed
     */
    CopiedTable run(
            Connection source,
            Connection target,
            @Nullable RowRewriter rewriter,
            CopyProgress progress,
            StopSignal stop)
            throws SQLException {
        var from = begin(source);
        try {
            var to = target.unwrap(PGConnection.class).getCopyAPI().copyIn(insert());
            try {
                var bytes = copy(from, to, rewriter, progress, stop);
                var rows = to.endCopy();
                progress.addTable();
                return new CopiedTable(table.name(), rows, rewriter == null ? 0 : rewriter.rewritten(), bytes);
            } finally {
                cancel(to);
            }
        } finally {
            cancel(from);
        }
    }

    private CopyOut begin(Connection source) throws SQLException {
        try {
            return source.unwrap(PGConnection.class).getCopyAPI().copyOut(select());
        } catch (SQLException e) {
            throw new SourceFailed(e);
        }
    }

    /** The statement that reads the rows. */
    String select() {
        return condition == null
                ? "COPY %s (%s) TO STDOUT".formatted(table.name().quoted(), table.columnList())
                : "COPY (SELECT %s FROM %s WHERE %s) TO STDOUT"
                        .formatted(table.columnList(), table.name().quoted(), condition);
    }

    private String insert() {
        return "COPY %s (%s) FROM STDIN".formatted(table.name().quoted(), table.columnList());
    }

    /** Returns how many bytes were read. */
    private static long copy(
            CopyOut from, CopyIn to, @Nullable RowRewriter rewriter, CopyProgress progress, StopSignal stop)
            throws SQLException {
        var buffer = new CopyBuffer(to, BUFFER);
        long rows = 0;
        long bytes = 0;
        long allBytes = 0;
        for (var row = next(from); row != null; row = next(from)) {
            if (rewriter == null) {
                buffer.write(row, 0, row.length);
            } else {
                rewriter.rewrite(row, buffer);
            }
            bytes += row.length;
            allBytes += row.length;
            if (++rows % ROWS_BETWEEN_REPORTS == 0) {
                stop.requireGoingOn();
                progress.add(ROWS_BETWEEN_REPORTS, bytes);
                bytes = 0;
            }
        }
        buffer.flush();
        stop.requireGoingOn();
        progress.add(rows % ROWS_BETWEEN_REPORTS, bytes);
        return allBytes;
    }

    private static byte @Nullable [] next(CopyOut from) throws SourceFailed {
        try {
            return from.readFromCopy();
        } catch (SQLException e) {
            throw new SourceFailed(e);
        }
    }

    private static void cancel(CopyOperation copy) throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
