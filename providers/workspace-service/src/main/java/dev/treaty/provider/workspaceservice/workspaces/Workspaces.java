package dev.treaty.provider.workspaceservice.workspaces;

import dev.treaty.provider.service.http.IdempotencyKey;
import dev.treaty.provider.service.outbox.Outbox;
import dev.treaty.provider.service.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * What callers can do with workspaces. Each change and the event that reports it are one transaction.
 *
 * <p>Every method throws {@link Problem} if the caller lacks the role or the workspace does not exist: see {@link WorkspaceAccess}.
 */
public final class Workspaces {

    private final Jdbi jdbi;
    private final Clock clock;

    public Workspaces(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * One page of a caller's workspaces.
     *
     * @param nextCursor for the next page; empty on the last one
     */
    public record Page(List<Item> items, Optional<String> nextCursor) {}

    /** A workspace in a list, and its position there. */
    public record Item(String id, String name, Role role, long place) {}

    /**
     * Creates a workspace that the caller owns, or returns the one that the same request created earlier.
     *
     * @throws Problem 409 {@code name-taken}, 422 {@code idempotency-key-reused}
     */
    public Workspace create(Caller caller, IdempotencyKey key, String name) {
        var created = new Workspace(Ids.workspace(), name, caller.id(), Role.OWNER, 1, now());
        return jdbi.inTransaction(handle -> IdempotentCreations.claim(handle, key, created)
                .orElseGet(() -> {
                    WorkspaceRows.insert(handle, created, caller.email());
                    Outbox.append(handle, WorkspaceEvent.created(created, created.createdAt()));
                    return created;
                }));
    }

    /** The caller's workspaces, in the order in which the caller joined them. */
    public Page list(Caller caller, PageRequest page) {
        var found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT w.id, w.name, m.role, m.joined
                        FROM member m JOIN workspace w ON w.id = m.workspace
                        WHERE m.user_id = :caller AND m.joined > :after
                        ORDER BY m.joined LIMIT :most""")
                .bind("caller", caller.id())
                .bind("after", page.after())
                .bind("most", page.limit() + 1)
                .map((row, context) -> new Item(
                        row.getString("id"),
                        row.getString("name"),
                        Role.of(row.getString("role")).orElseThrow(),
                        row.getLong("joined")))
                .list());
        var isLast = found.size() <= page.limit();
        var items = isLast ? found : found.subList(0, page.limit());
        return new Page(
                List.copyOf(items),
                isLast
                        ? Optional.empty()
                        : Optional.of(
                                PageRequest.cursor(items.get(items.size() - 1).place())));
    }

    /** A workspace that the caller is a member of. */
    public Workspace get(Caller caller, String id) {
        return jdbi.withHandle(handle -> WorkspaceAccess.toSee(handle, caller, id));
    }

    /**
     * Renames a workspace. Its current name as the new one makes neither a version nor an event.
     *
     * @param name empty to keep the current one
     * @throws Problem 412 {@code stale-version}, 409 {@code name-taken}
     */
    public Workspace rename(Caller caller, String id, Precondition precondition, Optional<String> name) {
        return jdbi.inTransaction(handle -> {
            var workspace = WorkspaceAccess.toChange(handle, caller, id);
            workspace.allow(Role.EDITOR, "rename a workspace");
            precondition.check(workspace);
            if (name.isEmpty() || name.get().equals(workspace.name())) {
                return workspace;
            }
            var renamed = workspace.changed(name.get());
            WorkspaceRows.rename(handle, renamed);
            Outbox.append(handle, WorkspaceEvent.renamed(renamed, workspace.name(), now()));
            return renamed;
        });
    }

    /**
     * Deletes a workspace with its members.
     *
     * @throws Problem 412 {@code stale-version}
     */
    public void delete(Caller caller, String id, Precondition precondition) {
        jdbi.useTransaction(handle -> {
            var workspace = WorkspaceAccess.toChange(handle, caller, id);
            workspace.allow(Role.OWNER, "delete a workspace");
            precondition.check(workspace);
            WorkspaceRows.delete(handle, workspace);
            Outbox.append(handle, WorkspaceEvent.deleted(workspace.changed(workspace.name()), now()));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
