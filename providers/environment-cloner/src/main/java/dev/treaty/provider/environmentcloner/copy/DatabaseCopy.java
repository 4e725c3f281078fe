package dev.treaty.provider.environmentcloner.copy;

import dev.treaty.provider.environmentcloner.anonymise.Anonymiser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Copies all rows of a source into a target that has the same tables and no rows.
 *
 * @param anonymiser null to copy the rows as they are
 * @param conditions SQL that the rows of a table must satisfy to be copied, by table; {@code false} for none
 * @param connections how many tables are copied at a time, at least 1
 */
public record DatabaseCopy(
        SourceSnapshot source,
        DataSource target,
        @Nullable Anonymiser anonymiser,
        Map<TableName, String> conditions,
        int connections,
        CopyProgress progress,
        StopSignal stop,
        CopyListener listener) {

    /**
     * Copies the rows; keys, indexes, triggers and sequences of the target are as they should be when it returns.
     *
     * @throws CopyCancelled if somebody wanted it to stop
     * @throws SourceFailed if the source failed while rows were read
     */
    public CopyResult run(List<TableLayout> tables) throws SQLException, InterruptedException {
        try (var watched = stop.watch(target.getConnection())) {
            var connection = watched.connection();
            var triggers = Triggers.disable(connection);
            var keys = KeysAndIndexes.drop(connection);
            var copied = copy(tables);
            listener.indexing();
            keys.create(connection, stop);
            triggers.restore(connection);
            Sequences.copy(source.connection(), connection);
            return new CopyResult(copied, keys.foreignKeys());
        }
    }

    /** The largest first, so that no connection is left with it at the end. */
    private List<CopiedTable> copy(List<TableLayout> tables) throws SQLException, InterruptedException {
        var waiting = new ConcurrentLinkedQueue<>(tables.stream()
                .sorted(Comparator.comparingLong(TableLayout::rows).reversed())
                .toList());
        var threads = Executors.newFixedThreadPool(connections);
        try {
            var workers = new ArrayList<Future<List<CopiedTable>>>();
            for (var i = 0; i < connections; i++) {
                workers.add(threads.submit(() -> copyNext(waiting)));
            }
            return results(workers);
        } finally {
            threads.shutdown();
        }
    }

    /** Waits for all of them, also for those that are stopped because another one failed. */
    private List<CopiedTable> results(List<Future<List<CopiedTable>>> workers)
            throws SQLException, InterruptedException {
        var copied = new ArrayList<CopiedTable>();
        for (var worker : workers) {
            try {
                copied.addAll(worker.get());
            } catch (ExecutionException e) {
                stop.abandon(Objects.requireNonNullElse(e.getCause(), e));
            }
        }
        var failure = stop.failure().orElse(null);
        if (stop.isCancelled()) {
            throw new CopyCancelled();
        }
        if (failure instanceof SQLException sql) {
            throw sql;
        }
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return copied;
    }

    private List<CopiedTable> copyNext(Queue<TableLayout> waiting) throws SQLException {
        var copied = new ArrayList<CopiedTable>();
        try (var from = stop.watch(source.join());
                var to = stop.watch(target.getConnection());
                var rewriters = new Rewriters(anonymiser)) {
            for (var table = waiting.poll(); table != null; table = waiting.poll()) {
                stop.requireGoingOn();
                var done = new TableCopy(table, conditions.get(table.name()))
                        .run(from.connection(), to.connection(), rewriters.of(table), progress, stop);
                listener.copied(done);
                copied.add(done);
            }
            from.connection().rollback();
        } catch (SQLException | RuntimeException e) {
            stop.abandon(e);
            throw e;
        }
        return copied;
    }
}
