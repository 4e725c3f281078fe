package dev.treaty.provider.workspaceservice.workspaces;

import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import java.time.Instant;

/**
 * A workspace as one of its members sees it. Stored workspaces are read only by {@code WorkspaceAccess}, so code that has one may use it.
 *
 * @param id e.g. {@code "ws_42"}
 * @param owner the id of the user who owns it
 * @param role the caller's
 * @param version 1 at first, one more after each change
 * @param createdAt in whole seconds
 */
public record Workspace(String id, String name, String owner, Role role, long version, Instant createdAt) {

    /** The next version. */
    Workspace changed(String newName) {
        return new Workspace(id, newName, owner, role, version + 1, createdAt);
    }

    /**
     * Checks that the caller's role is sufficient.
     *
     * @param action what they want to do, e.g. {@code "rename a workspace"}
     * @throws Problem 403 {@code role-too-low}
     */
    void allow(Role needed, String action) {
        if (!role.includes(needed)) {
            throw PlatformProblems.roleTooLow("%s may not %s".formatted(role.plural(), action));
        }
    }
}
