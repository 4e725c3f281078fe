package dev.treaty.provider.environmentcloner.operations;

import dev.treaty.provider.environmentcloner.refusals.Failure;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The steps that an operation takes from one state to the next. Each says whether it was taken: somebody else may have been faster. */
public final class OperationChanges {

    private OperationChanges() {}

    /** From queued to running. */
    public static boolean begin(Handle handle, String id, Instant at) {
        return handle.createUpdate("""
                        UPDATE operation SET state = 'running', phase = 'checking', started_at = :at
                         WHERE id = :id AND state = 'queued'""").bind("id", id).bind("at", at).execute() == 1;
    }

    /** To the next phase, unless it is being cancelled. */
    public static boolean enter(Handle handle, String id, OperationPhase phase) {
        return handle.createUpdate("UPDATE operation SET phase = :phase WHERE id = :id AND state = 'running'")
                        .bind("id", id)
                        .bind("phase", phase.word())
                        .execute()
                == 1;
    }

    /** Stores how far it is; returns its state. The percentage never falls. */
    public static Optional<OperationState> progress(Handle handle, String id, OperationProgress progress) {
        return handle.createQuery("""
                        UPDATE operation SET percent = greatest(percent, :percent), rows = :rows, rows_total = :rowsTotal,
                               tables = :tables, tables_total = :tablesTotal, bytes = :bytes
                         WHERE id = :id RETURNING state""")
                .bind("id", id)
                .bind("percent", progress.percent())
                .bind("rows", progress.rows())
                .bind("rowsTotal", progress.rowsTotal())
                .bind("tables", progress.tables())
                .bind("tablesTotal", progress.tablesTotal())
                .bind("bytes", progress.bytes())
                .mapTo(String.class)
                .findOne()
                .map(state -> OperationState.valueOf(OperationRow.constant(state)));
    }

    /** From queued to cancelled, or from running to cancelling, unless it swaps databases already. */
    public static boolean cancel(Handle handle, String id, Requester requester, Instant at) {
        return handle.createUpdate("""
                        UPDATE operation
                           SET state = CASE state WHEN 'queued' THEN 'cancelled' ELSE 'cancelling' END,
                               finished_at = CASE state WHEN 'queued' THEN cast(:at AS timestamptz) END,
                               rolled_back = state = 'queued', cancelled_by = :requester
                         WHERE id = :id AND (state = 'queued' OR (state = 'running' AND phase <> 'swapping'))""")
                        .bind("id", id)
                        .bind("requester", requester.id())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /** From running or cancelling to rolling back. */
    public static boolean rollBack(Handle handle, String id) {
        return handle.createUpdate(
                                "UPDATE operation SET state = 'rolling-back' WHERE id = :id AND state IN ('running', 'cancelling')")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /**
     * To completed.
     *
     * @param backup the id of the backup of the former database; null if it was dropped
     */
    public static boolean complete(Handle handle, String id, @Nullable String backup, Instant at) {
        return handle.createUpdate("""
                        UPDATE operation SET state = 'completed', percent = 100, backup = :backup, finished_at = :at
                         WHERE id = :id AND state NOT IN ('completed', 'cancelled', 'failed')""")
                        .bind("id", id)
                        .bind("backup", backup)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /** To cancelled: the target is as it was. */
    public static boolean cancelled(Handle handle, String id, Instant at) {
        return handle.createUpdate("""
                        UPDATE operation SET state = 'cancelled', rolled_back = true, finished_at = :at
                         WHERE id = :id AND state NOT IN ('completed', 'cancelled', 'failed')""").bind("id", id).bind("at", at).execute() == 1;
    }

    /** To failed. */
    public static boolean fail(Handle handle, String id, Failure failure, boolean rolledBack, Instant at) {
        return handle.createUpdate("""
                        UPDATE operation SET state = 'failed', rolled_back = :rolledBack, finished_at = :at, failure = :slug,
                               failure_what = :what, failure_where = :where, failure_fix = :fix
                         WHERE id = :id AND state NOT IN ('completed', 'cancelled', 'failed')""")
                        .bind("id", id)
                        .bind("rolledBack", rolledBack)
                        .bind("at", at)
                        .bind("slug", failure.slug())
                        .bind("what", failure.what())
                        .bind("where", failure.where())
                        .bind("fix", failure.fix())
                        .execute()
                == 1;
    }

    /** Keeps what it did, before it is over. */
    public static void statistics(Handle handle, String id, Statistics statistics) {
        handle.createUpdate("UPDATE operation SET statistics = :statistics WHERE id = :id")
                .bind("id", id)
                .bind("statistics", StatisticsJson.write(statistics))
                .execute();
    }
}
