package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Who belongs to a workspace: editors invite, whoever is invited joins, the owner removes, and everybody else may leave.
 *
 * <p>Every method throws {@link Problem} for what the caller may not, or what is not there: see {@link Access}.
 */
final class Members {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Jdbi jdbi;
    private final Clock clock;

    Members(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Everybody, members first. */
    List<Member> list(Caller caller, String workspace) {
        return jdbi.withHandle(handle -> MemberRows.all(handle, Access.toSee(handle, caller, workspace)));
    }

    /**
     * Invites somebody.
     *
     * @throws Problem 409 {@code already-invited}
     */
    Member invite(Caller caller, String id, String email, Role role) {
        var invited = new Member(Ids.invitation(), Optional.of(email), role, Member.Status.INVITED);
        jdbi.useTransaction(handle -> {
            var workspace = Access.toChange(handle, caller, id);
            workspace.allow(Role.EDITOR, "invite anybody");
            MemberRows.insert(handle, workspace, invited);
            Outbox.append(
                    handle,
                    Event.invited(workspace, invited, caller, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        });
        return invited;
    }

    /**
     * Makes a member of the caller, whose token must tell the address that was invited. To anybody else there is no such
     * invitation.
     *
     * @throws Problem 404 {@code member-not-found}, 409 {@code already-a-member}
     */
    Member join(Caller caller, String workspace, String id) {
        return jdbi.inTransaction(handle -> {
            Access.hold(handle, workspace);
            var invited = find(handle, workspace, id)
                    .filter(row -> isFor(caller, row))
                    .orElseThrow(Members::notFound);
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
     * Removes a member, or takes an invitation back.
     *
     * @throws Problem 404 {@code member-not-found}, 409 {@code owner-stays}
     */
    void remove(Caller caller, String id, String member) {
        jdbi.useTransaction(handle -> {
            var workspace = Access.toChange(handle, caller, id);
            var leaving = find(handle, workspace.id(), member);
            if (leaving.flatMap(MemberRows.Row::userId)
                    .filter(caller.id()::equals)
                    .isEmpty()) {
                workspace.allow(Role.OWNER, "remove anybody else");
            }
            var removed = leaving.orElseThrow(Members::notFound).member();
            if (removed.role() == Role.OWNER) {
                throw new Problem(409, "owner-stays", "The owner of a workspace cannot leave it");
            }
            MemberRows.delete(handle, workspace, removed);
        });
    }

    /** Invited under the caller's address, and not yet joined by anybody else. */
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

    private static Problem notFound() {
        return new Problem(404, "member-not-found", "There is no such member");
    }
}
