package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * What callers can do with workspaces. Each change and the event that tells of it are one transaction.
 *
 * <p>Every method throws {@link Problem} for what the caller may not, or what is not there: see {@link Access}.
 */
final class Workspaces {

    private final Jdbi jdbi;
    private final Clock clock;

    Workspaces(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A part of a caller's workspaces.
     *
     * @param nextCursor leads to the next page; empty on the last one
     */
    record Page(List<Item> items, Optional<String> nextCursor) {}

    /** A workspace in a list; {@code place} is where in the list. */
    record Item(String id, String name, Role role, long place) {}

    /**
     * Creates a workspace that the caller owns, or answers the one that the same request created earlier.
     *
     * @throws Problem 409 {@code name-taken}, 422 {@code idempotency-key-reused}
     */
    Workspace create(Caller caller, IdempotencyKey key, String name) {
        var created = new Workspace(Ids.workspace(), name, caller.id(), Role.OWNER, 1, now());
        return jdbi.inTransaction(handle -> Creations.claim(handle, key, created)
                .orElseGet(() -> {
                    WorkspaceRows.insert(handle, created, caller.email());
                    Outbox.append(handle, Event.created(created, created.createdAt()));
                    return created;
                }));
    }

    /** The caller's workspaces, in the order in which the caller joined them. */
    Page list(Caller caller, PageRequest page) {
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
    Workspace get(Caller caller, String id) {
        return jdbi.withHandle(handle -> Access.toSee(handle, caller, id));
    }

    /**
     * Gives a workspace another name. The name that it has already makes no new version and no news.
     *
     * @param name empty to leave it as it is
     * @throws Problem 412 {@code stale-version}, 409 {@code name-taken}
     */
    Workspace rename(Caller caller, String id, Precondition precondition, Optional<String> name) {
        return jdbi.inTransaction(handle -> {
            var workspace = Access.toChange(handle, caller, id);
            workspace.allow(Role.EDITOR, "rename a workspace");
            precondition.check(workspace);
            if (name.isEmpty() || name.get().equals(workspace.name())) {
                return workspace;
            }
            var renamed = workspace.changed(name.get());
            WorkspaceRows.rename(handle, renamed);
            Outbox.append(handle, Event.renamed(renamed, workspace.name(), now()));
            return renamed;
        });
    }

    /**
     * Deletes a workspace, and with it who belongs to it.
     *
     * @throws Problem 412 {@code stale-version}
     */
    void delete(Caller caller, String id, Precondition precondition) {
        jdbi.useTransaction(handle -> {
            var workspace = Access.toChange(handle, caller, id);
            workspace.allow(Role.OWNER, "delete a workspace");
            precondition.check(workspace);
            WorkspaceRows.delete(handle, workspace);
            Outbox.append(handle, Event.deleted(workspace.changed(workspace.name()), now()));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
