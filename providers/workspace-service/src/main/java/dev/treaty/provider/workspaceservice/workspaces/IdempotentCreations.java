package dev.treaty.provider.workspaceservice.workspaces;

import dev.treaty.provider.service.http.IdempotencyKey;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Remembers for a day what was created under each idempotency key. Each caller has their own keys: two callers may use the same one.
 */
public final class IdempotentCreations {

    /** How long a key is remembered. */
    public static final Duration RETENTION = Duration.ofDays(1);

    private IdempotentCreations() {}

    /**
     * Claims a key for a workspace that is about to be created. A concurrent claim of the same key waits here until this transaction ends.
     *
     * @return what was created under this key earlier, as it was then; empty if nothing was
     * @throws Problem 422 {@code idempotency-key-reused} if the earlier request was a different one
     */
    static Optional<Workspace> claim(Handle handle, IdempotencyKey key, Workspace workspace) {
        forget(handle, key, workspace);
        if (remember(handle, key, workspace)) {
            return Optional.empty();
        }
        var earlier = find(handle, key, workspace.owner());
        if (!earlier.name().equals(workspace.name())) {
            throw PlatformProblems.idempotencyKeyReused();
        }
        return Optional.of(earlier);
    }

    /** A key that need no longer be remembered may be used again, whether or not it has been deleted. */
    private static void forget(Handle handle, IdempotencyKey key, Workspace workspace) {
        handle.createUpdate("DELETE FROM creation WHERE caller = :caller AND key = :key AND created_at < :old")
                .bind("caller", workspace.owner())
                .bind("key", key.value())
                .bind("old", workspace.createdAt().minus(RETENTION))
                .execute();
    }

    /** Stores a key; false if it is taken. */
    public static boolean remember(Handle handle, IdempotencyKey key, Workspace workspace) {
        return handle.createUpdate("""
                        INSERT INTO creation (caller, key, workspace, name, created_at)
                        VALUES (:caller, :key, :workspace, :name, :createdAt) ON CONFLICT DO NOTHING""")
                        .bind("caller", workspace.owner())
                        .bind("key", key.value())
                        .bind("workspace", workspace.id())
                        .bind("name", workspace.name())
                        .bind("createdAt", workspace.createdAt())
                        .execute()
                == 1;
    }

    private static Workspace find(Handle handle, IdempotencyKey key, String caller) {
        return handle.createQuery(
                        "SELECT workspace, name, created_at FROM creation WHERE caller = :caller AND key = :key")
                .bind("caller", caller)
                .bind("key", key.value())
                .map((row, context) -> new Workspace(
                        row.getString("workspace"),
                        row.getString("name"),
                        caller,
                        Role.OWNER,
                        1,
                        row.getTimestamp("created_at").toInstant()))
                .one();
    }

    /** Deletes the keys of all callers that need no longer be remembered. */
    public static void deleteExpired(Handle handle, Instant now) {
        handle.createUpdate("DELETE FROM creation WHERE created_at < :old")
                .bind("old", now.minus(RETENTION))
                .execute();
    }
}
