package dev.treaty.provider.workspaceservice.workspaces;

import dev.treaty.provider.service.problems.Problem;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** Workspaces in the database. */
public final class WorkspaceRows {

    private static final String NOT_UNIQUE = "23505";

    private WorkspaceRows() {}

    /**
     * Stores a new workspace with its owner as the first member.
     *
     * @throws Problem 409 {@code name-taken}
     */
    public static void insert(Handle handle, Workspace workspace, Optional<String> email) {
        unlessTaken(
                "You have a workspace of this name",
                handle.createUpdate("""
                                INSERT INTO workspace (id, owner, name, version, created_at)
                                VALUES (:id, :owner, :name, :version, :createdAt)""")
                        .bind("id", workspace.id())
                        .bind("owner", workspace.owner())
                        .bind("name", workspace.name())
                        .bind("version", workspace.version())
                        .bind("createdAt", workspace.createdAt()));
        MemberRows.insert(handle, workspace.id(), Role.OWNER, new Caller(workspace.owner(), email));
    }

    /**
     * Stores a workspace's new name and version.
     *
     * @throws Problem 409 {@code name-taken}
     */
    static void rename(Handle handle, Workspace renamed) {
        unlessTaken(
                "The owner has a workspace of this name",
                handle.createUpdate("UPDATE workspace SET name = :name, version = :version WHERE id = :id")
                        .bind("id", renamed.id())
                        .bind("name", renamed.name())
                        .bind("version", renamed.version()));
    }

    /** Deletes a workspace with all its members. */
    static void delete(Handle handle, Workspace workspace) {
        handle.createUpdate("DELETE FROM workspace WHERE id = :id")
                .bind("id", workspace.id())
                .execute();
    }

    private static void unlessTaken(String title, Update statement) {
        try {
            statement.execute();
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException cause && NOT_UNIQUE.equals(cause.getSQLState())) {
                throw new Problem(409, "name-taken", title);
            }
            throw e;
        }
    }
}
