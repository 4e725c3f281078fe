package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.Problem;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Lets callers reach the workspaces that they are members of, and no other. Every statement about one workspace takes what
 * is answered here, so that none is without a caller.
 */
final class Access {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Access() {}

    /**
     * A workspace for its member to see.
     *
     * @throws Problem 404 {@code workspace-not-found}, 403 {@code not-a-member}
     */
    static Workspace toSee(Handle handle, Caller caller, String id) {
        var found = find(handle, caller.id(), id).orElseThrow(Access::notFound);
        return found.role()
                .map(found::as)
                .orElseThrow(() -> new Problem(403, "not-a-member", "You are not a member of this workspace"));
    }

    /**
     * The same, for its member to change: nobody else changes it, or who belongs to it, until the transaction ends.
     *
     * @throws Problem as {@link #toSee} does
     */
    static Workspace toChange(Handle handle, Caller caller, String id) {
        hold(handle, id);
        return toSee(handle, caller, id);
    }

    /** Waits until nobody else changes it. Whoever was waited for may have taken the caller's role, so it is read after this. */
    static void hold(Handle handle, String id) {
        if (ID.matcher(id).matches()) {
            handle.createQuery("SELECT 1 FROM workspace WHERE id = :id FOR UPDATE")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .findOne();
        }
    }

    static Problem notFound() {
        return new Problem(404, "workspace-not-found", "There is no such workspace");
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

    /** @param role the caller's; none if they are no member */
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
