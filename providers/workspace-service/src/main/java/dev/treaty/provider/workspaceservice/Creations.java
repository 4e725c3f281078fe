package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.Problem;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Remembers for a day what was created under which idempotency key. Keys are the caller's own: two callers may use the same.
 */
final class Creations {

    static final Duration REMEMBERED = Duration.ofDays(1);

    private Creations() {}

    /**
     * Takes a key for a workspace that is about to be created. Somebody who takes the same key at the same time waits here
     * until this transaction ends.
     *
     * @return what was created under this key earlier, as it was then; empty if nothing was
     * @throws Problem 422 {@code idempotency-key-reused} if the earlier request was another one
     */
    static Optional<Workspace> claim(Handle handle, IdempotencyKey key, Workspace workspace) {
        forgetOld(handle, workspace);
        if (remember(handle, key, workspace)) {
            return Optional.empty();
        }
        var earlier = find(handle, key, workspace.owner());
        if (!earlier.name().equals(workspace.name())) {
            throw new Problem(422, "idempotency-key-reused", "This Idempotency-Key has been used for another request");
        }
        return Optional.of(earlier);
    }

    /** Takes a key, and answers whether it was free. */
    static boolean remember(Handle handle, IdempotencyKey key, Workspace workspace) {
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

    private static void forgetOld(Handle handle, Workspace workspace) {
        handle.createUpdate("DELETE FROM creation WHERE caller = :caller AND created_at < :old")
                .bind("caller", workspace.owner())
                .bind("old", workspace.createdAt().minus(REMEMBERED))
                .execute();
    }
}
