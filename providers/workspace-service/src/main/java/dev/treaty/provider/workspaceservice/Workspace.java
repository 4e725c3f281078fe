package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.Problem;
import java.time.Instant;

/**
 * A workspace as one of its members sees it. Only {@link Access} makes one of what is stored, so whoever holds one may see it.
 *
 * @param id e.g. {@code "ws_42"}
 * @param owner the id of the user that it belongs to
 * @param role the caller's
 * @param version 1 when it is new, and one more with each change
 * @param createdAt in whole seconds
 */
record Workspace(String id, String name, String owner, Role role, long version, Instant createdAt) {

    /** The next version. */
    Workspace changed(String newName) {
        return new Workspace(id, newName, owner, role, version + 1, createdAt);
    }

    /**
     * Lets only those go on who may.
     *
     * @param deed what they are about to do, e.g. {@code "rename a workspace"}
     * @throws Problem 403 {@code role-too-low}
     */
    void allow(Role needed, String deed) {
        if (!role.includes(needed)) {
            throw new Problem(403, "role-too-low", "%s may not %s".formatted(role.plural(), deed));
        }
    }
}
