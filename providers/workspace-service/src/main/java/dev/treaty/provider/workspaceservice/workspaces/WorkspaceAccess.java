package dev.treaty.provider.workspaceservice.workspaces;

import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Gives callers access to the workspaces they are members of, and to no others. Every statement about a workspace takes what this class
 * returns, so that none forgets the caller.
 */
public final class WorkspaceAccess {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private WorkspaceAccess() {}

    /**
     * A workspace that the caller, as a member, may see.
     *
     * @throws Problem 404 {@code workspace-not-found}, 403 {@code not-a-member}
     */
    public static Workspace toSee(Handle handle, Caller caller, String id) {
        var found = find(handle, caller.id(), id).orElseThrow(PlatformProblems::workspaceNotFound);
        return found.role()
                .map(found::as)
                .orElseThrow(() -> new Problem(403, "not-a-member", "You are not a member of this workspace"));
    }

    /**
     * The same, locked for a change: nobody else changes the workspace or its members until the transaction ends.
     *
     * @throws Problem as {@link #toSee} does
     */
    static Workspace toChange(Handle handle, Caller caller, String id) {
        lock(handle, id);
        return toSee(handle, caller, id);
    }

    /** Waits for the lock. Another transaction may have changed the caller's role meanwhile, so the role is read after this. */
    static void lock(Handle handle, String id) {
        if (ID.matcher(id).matches()) {
            handle.createQuery("SELECT 1 FROM workspace WHERE id = :id FOR UPDATE")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .findOne();
        }
    }

    private static Optional<Found> find(Handle handle, String caller, String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return handle.createQuery("""
                        SELECT w.id, w.name, w.owner, w.version, w.created_at, m.role
                        FROM workspace w LEFT JOIN member m ON m.workspace = w.id AND m.user_id = :caller
                        WHERE w.id = :id""")
                .bind("caller", caller)
                .bind("id", id)
                .map((row, context) -> new Found(
                        new Workspace(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("owner"),
                                Role.VIEWER,
                                row.getLong("version"),
                                row.getTimestamp("created_at").toInstant()),
                        Optional.ofNullable(row.getString("role")).flatMap(Role::of)))
                .findOne();
    }

    /** @param role the caller's; empty if they are not a member */
    private record Found(Workspace workspace, Optional<Role> role) {

        Workspace as(Role role) {
            return new Workspace(
                    workspace.id(),
                    workspace.name(),
                    workspace.owner(),
                    role,
                    workspace.version(),
                    workspace.createdAt());
        }
    }
}
