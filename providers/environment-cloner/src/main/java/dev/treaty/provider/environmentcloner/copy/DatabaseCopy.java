package dev.treaty.provider.environmentcloner.copy;

import static java.util.stream.Collectors.toMap;

import dev.treaty.provider.environmentcloner.anonymise.Anonymiser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
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
 * @param connections how many tables are copied, and then indexed, at a time, at least 1
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
            createIndexes(keys.ofTables(), copied);
            keys.createForeignKeys(connection, stop);
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
        return onEachConnection(() -> copyNext(waiting));
    }

    /** Also the largest first, and as many tables at a time. */
    private void createIndexes(Map<TableName, List<String>> statements, List<CopiedTable> tables)
            throws SQLException, InterruptedException {
        var rows = tables.stream().collect(toMap(CopiedTable::name, CopiedTable::rows));
        var waiting = new ConcurrentLinkedQueue<>(statements.entrySet().stream()
                .sorted(Comparator.comparingLong(table -> -rows.getOrDefault(table.getKey(), 0L)))
                .map(Map.Entry::getValue)
                .toList());
        onEachConnection(() -> createNext(waiting));
    }

    /** Does the same on so many threads at a time. */
    private <T> List<T> onEachConnection(Callable<List<T>> work) throws SQLException, InterruptedException {
        var threads = Executors.newFixedThreadPool(connections);
        try {
            var workers = new ArrayList<Future<List<T>>>();
            for (var i = 0; i < connections; i++) {
                workers.add(threads.submit(work));
            }
            return results(workers);
        } finally {
            threads.shutdown();
        }
    }

    /** Waits for all of them, also for those that are stopped because another one failed. */
    private <T> List<T> results(List<Future<List<T>>> workers) throws SQLException, InterruptedException {
        var results = new ArrayList<T>();
        for (var worker : workers) {
            try {
                results.addAll(worker.get());
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
        return results;
    }

    private List<TableName> createNext(Queue<List<String>> waiting) throws SQLException {
        try (var to = stop.watch(target.getConnection())) {
            for (var statements = waiting.poll(); statements != null; statements = waiting.poll()) {
                KeysAndIndexes.execute(statements, to.connection(), stop);
            }
            return List.of();
        } catch (SQLException | RuntimeException e) {
            stop.abandon(e);
            throw e;
        }
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
