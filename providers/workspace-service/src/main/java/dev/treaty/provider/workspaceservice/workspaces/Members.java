package dev.treaty.provider.workspaceservice.workspaces;

import dev.treaty.provider.service.outbox.Outbox;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The members of a workspace: editors invite, invited people join, the owner removes members, and everyone but the owner may leave.
 *
 * <p>Every method throws {@link Problem} if the caller lacks the role or the workspace does not exist: see {@link WorkspaceAccess}.
 */
public final class Members {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Jdbi jdbi;
    private final Clock clock;

    public Members(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Members first, then invited people. */
    public List<Member> list(Caller caller, String workspace) {
        return jdbi.withHandle(handle -> MemberRows.all(handle, WorkspaceAccess.toSee(handle, caller, workspace)));
    }

    /**
     * Invites a person.
     *
     * @throws Problem 409 {@code already-invited}
     */
    public Member invite(Caller caller, String id, String email, Role role) {
        var invited = new Member(Ids.invitation(), Optional.of(email), role, Member.Status.INVITED);
        jdbi.useTransaction(handle -> {
            var workspace = WorkspaceAccess.toChange(handle, caller, id);
            workspace.allow(Role.EDITOR, "invite anybody");
            MemberRows.insert(handle, workspace, invited);
            Outbox.append(
                    handle,
                    WorkspaceEvent.invited(
                            workspace, invited, caller, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        });
        return invited;
    }

    /**
     * Makes the caller a member. Their access token must contain the invited address; for anyone else the invitation does not exist.
     *
     * @throws Problem 404 {@code member-not-found}, 409 {@code already-a-member}
     */
    public Member join(Caller caller, String workspace, String id) {
        return jdbi.inTransaction(handle -> {
            WorkspaceAccess.lock(handle, workspace);
            var invited = find(handle, workspace, id)
                    .filter(row -> isFor(caller, row))
                    .orElseThrow(PlatformProblems::memberNotFound);
            if (invited.userId().isEmpty()) {
                if (isMember(handle, caller, workspace)) {
                    throw new Problem(409, "already-a-member", "You are a member of this workspace already");
                }
                MemberRows.join(handle, workspace, id, caller);
            }
            return new Member(id, invited.member().email(), invited.member().role(), Member.Status.ACTIVE);
        });
    }

    /**
     * Removes a member or withdraws an invitation.
     *
     * @throws Problem 404 {@code member-not-found}, 409 {@code owner-stays}
     */
    public void remove(Caller caller, String id, String member) {
        jdbi.useTransaction(handle -> {
            var workspace = WorkspaceAccess.toChange(handle, caller, id);
            var leaving = find(handle, workspace.id(), member);
            if (leaving.flatMap(MemberRows.Row::userId)
                    .filter(caller.id()::equals)
                    .isEmpty()) {
                workspace.allow(Role.OWNER, "remove anybody else");
            }
            var removed = leaving.orElseThrow(PlatformProblems::memberNotFound).member();
            if (removed.role() == Role.OWNER) {
                throw new Problem(409, "owner-stays", "The owner of a workspace cannot leave it");
            }
            MemberRows.delete(handle, workspace, removed);
        });
    }

    /** Whether the invitation is for the caller's address, or was accepted by the caller. */
    private static boolean isFor(Caller caller, MemberRows.Row row) {
        return row.userId().isPresent()
                ? row.userId().get().equals(caller.id())
                : caller.email().isPresent()
                        && row.member()
                                .email()
                                .filter(caller.email().get()::equalsIgnoreCase)
                                .isPresent();
    }

    private static boolean isMember(Handle handle, Caller caller, String workspace) {
        return handle.createQuery("SELECT 1 FROM member WHERE workspace = :workspace AND user_id = :caller")
                .bind("workspace", workspace)
                .bind("caller", caller.id())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Optional<MemberRows.Row> find(Handle handle, String workspace, String id) {
        return ID.matcher(workspace).matches() && ID.matcher(id).matches()
                ? MemberRows.find(handle, workspace, id)
                : Optional.empty();
    }
}
