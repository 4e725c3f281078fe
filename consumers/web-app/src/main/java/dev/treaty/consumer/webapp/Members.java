package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.GatewayConnection;
import dev.treaty.consumer.webapp.connection.GatewayFailure;
import dev.treaty.consumer.webapp.connection.GatewayRequest;
import dev.treaty.consumer.webapp.connection.GatewayResponse;
import dev.treaty.consumer.webapp.connection.SessionExpired;
import java.util.Map;

/** Who belongs to one workspace. Every method may throw a {@link GatewayFailure}, {@link SessionExpired} above all. */
public final class Members {

    private final GatewayConnection gateway;
    private final Session session;
    private final String path;

    Members(GatewayConnection gateway, Session session, String path) {
        this.gateway = gateway;
        this.session = session;
        this.path = path;
    }

    /** Everybody who has joined or is invited. */
    public MemberListResult list() {
        var answer = send(GatewayRequest.get(path));
        if (answer.status() == 200) {
            return new MemberListResult.Listed(answer.document().list("items", Member::of));
        }
        return switch (answer.problem()) {
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw answer.unexpected();
        };
    }

    /**
     * Asks somebody to join.
     *
     * @param email whom; they need not be registered
     * @param role what they may do once they accept
     * @throws IllegalArgumentException for {@link Role#OWNER}: a workspace has one owner, who made it
     */
    public InvitationResult invite(String email, Role role) {
        if (role == Role.OWNER) {
            throw new IllegalArgumentException("Nobody can be invited as owner; invite as editor or viewer");
        }
        var answer = send(GatewayRequest.post(path, Map.of("email", email, "role", role.word())));
        if (answer.status() == 201) {
            return InvitationResult.Invited.of(answer.document());
        }
        return switch (answer.problem()) {
            case ROLE_TOO_LOW -> new Refusal.RoleTooLow();
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw answer.unexpected();
        };
    }

    /** Accepts an invitation, for the user of the session; once more does no harm. */
    public JoiningResult join(String invitationId) {
        var answer = send(GatewayRequest.post(path(invitationId) + "/join"));
        if (answer.status() == 200) {
            return new JoiningResult.Joined(Member.of(answer.document()));
        }
        return switch (answer.problem()) {
            case MEMBER_NOT_FOUND -> new Refusal.UnknownMember();
            case ALREADY_A_MEMBER -> new JoiningResult.AlreadyAMember();
            default -> throw answer.unexpected();
        };
    }

    /** Removes a member, or takes an invitation back; anybody but the owner may remove themselves. */
    public RemovalResult remove(String memberId) {
        var answer = send(GatewayRequest.delete(path(memberId)));
        if (answer.status() == 204) {
            return new RemovalResult.Removed();
        }
        return switch (answer.problem()) {
            case OWNER_STAYS -> new RemovalResult.OwnerStays();
            case ROLE_TOO_LOW -> new Refusal.RoleTooLow();
            case MEMBER_NOT_FOUND -> new Refusal.UnknownMember();
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw answer.unexpected();
        };
    }

    private GatewayResponse send(GatewayRequest call) {
        return gateway.send(call.withToken(session.accessToken()));
    }

    private String path(String memberId) {
        return path + "/" + GatewayRequest.encoded(memberId);
    }
}
