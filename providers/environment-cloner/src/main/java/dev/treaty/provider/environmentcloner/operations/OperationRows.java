package dev.treaty.provider.environmentcloner.operations;

import dev.treaty.provider.environmentcloner.refusals.CloneNotFound;
import dev.treaty.provider.environmentcloner.refusals.TargetIsBeingCloned;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Operations in the database: what is asked of them. {@link OperationChanges} changes them. */
public final class OperationRows {

    private static final String ACTIVE = "state IN ('running', 'cancelling', 'rolling-back')";

    private OperationRows() {}

    /**
     * Queues an operation.
     *
     * @throws TargetIsBeingCloned if another one has the same target
     */
    public static Operation insert(Handle handle, NewOperation operation) {
        var options = operation.options();
        return handle.createQuery("""
                            INSERT INTO operation (id, kind, source, target, systems, profile, backup_kind, validate, max_age, restored,
                                                   requested_by, requested_at, state)
                            VALUES (:id, :kind, :source, :target, :systems, :profile, :backup, :validate, :maxAge, :restored,
                                    :requester, :at, 'queued')
                            ON CONFLICT (target) WHERE state IN ('queued', 'running', 'cancelling', 'rolling-back') DO NOTHING
                        RETURNING *""")
                .bind("id", operation.id())
                .bind("kind", operation.kind().word())
                .bind("source", operation.source())
                .bind("target", operation.target())
                .bindArray("systems", String.class, options.systems())
                .bind("profile", options.profile())
                .bind("backup", options.backup())
                .bind("validate", options.validate())
                .bind("maxAge", OperationRow.json(options.maxAge()))
                .bind("restored", operation.restored())
                .bind("requester", operation.requester().id())
                .bind("at", operation.at())
                .map(new OperationRow())
                .findOne()
                .orElseThrow(() -> new TargetIsBeingCloned(
                        operation.target(),
                        ofTarget(handle, operation.target()).map(Operation::id).orElse("that has just ended")));
    }

    /**
     * One of them.
     *
     * @throws CloneNotFound if there is none with this id
     */
    public static Operation find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM operation WHERE id = :id")
                .bind("id", id)
                .map(new OperationRow())
                .findOne()
                .orElseThrow(() -> new CloneNotFound(id));
    }

    /** The same, which nobody else changes until the transaction ends. */
    public static Operation lock(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM operation WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(new OperationRow())
                .findOne()
                .orElseThrow(() -> new CloneNotFound(id));
    }

    /** The one that replaces a target's database, or is going to. */
    public static Optional<Operation> ofTarget(Handle handle, String target) {
        return handle.createQuery(
                        "SELECT * FROM operation WHERE target = :target AND (state = 'queued' OR %s)".formatted(ACTIVE))
                .bind("target", target)
                .map(new OperationRow())
                .findOne();
    }

    /** Those that a worker has taken on and that are not over. */
    public static List<Operation> active(Handle handle) {
        return handle.createQuery("SELECT * FROM operation WHERE %s ORDER BY number".formatted(ACTIVE))
                .map(new OperationRow())
                .list();
    }

    /** The one that has waited longest. */
    public static Optional<Operation> nextQueued(Handle handle) {
        return handle.createQuery(
                        "SELECT * FROM operation WHERE state = 'queued' ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED")
                .map(new OperationRow())
                .findOne();
    }

    /** How many wait. */
    public static int queued(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM operation WHERE state = 'queued'")
                .mapTo(Integer.class)
                .one();
    }

    /** Part of them, the newest first. */
    public static Page<Operation> list(Handle handle, OperationFilter filter) {
        var found = handle.createQuery("""
                        SELECT * FROM operation
                         WHERE number < :before AND kind = coalesce(:kind, kind) AND target = coalesce(:target, target)
                           AND state = coalesce(:state, state)
                         ORDER BY number DESC LIMIT :most""")
                .bind("before", filter.after().orElse(Long.MAX_VALUE))
                .bind("kind", filter.kind().map(OperationKind::word))
                .bind("target", filter.target())
                .bind("state", filter.state().map(OperationState::word))
                .bind("most", filter.limit() + 1)
                .map(new OperationRow())
                .list();
        var isLast = found.size() <= filter.limit();
        var items = isLast ? found : found.subList(0, filter.limit());
        return new Page<>(
                items,
                isLast
                        ? OptionalLong.empty()
                        : OptionalLong.of(items.get(items.size() - 1).number()));
    }
}
