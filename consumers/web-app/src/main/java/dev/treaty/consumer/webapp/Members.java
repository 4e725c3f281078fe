package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.GatewayConnection;
import dev.treaty.consumer.webapp.connection.GatewayFailure;
import dev.treaty.consumer.webapp.connection.GatewayRequest;
import dev.treaty.consumer.webapp.connection.GatewayResponse;
import dev.treaty.consumer.webapp.connection.SessionExpired;
import java.util.Map;

/** The members of one workspace. Every method may throw a {@link GatewayFailure}, {@link SessionExpired} above all. */
public final class Members {

    private final GatewayConnection gateway;
    private final Session session;
    private final String path;

    Members(GatewayConnection gateway, Session session, String path) {
        this.gateway = gateway;
        this.session = session;
        this.path = path;
    }

    /** Lists everybody who has joined or is invited. */
    public MemberListResult list() {
        var response = send(GatewayRequest.get(path));
        if (response.status() == 200) {
            return new MemberListResult.Listed(response.document().list("items", Member::of));
        }
        return switch (response.problem()) {
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw response.unexpected();
        };
    }

    /**
     * Invites somebody.
     *
     * @param email the recipient, who need not be registered
     * @param role what they may do once they accept
     * @throws IllegalArgumentException for {@link Role#OWNER}: a workspace has one owner, who created it
     */
    public InvitationResult invite(String email, Role role) {
        if (role == Role.OWNER) {
            throw new IllegalArgumentException("Nobody can be invited as owner; invite as editor or viewer");
        }
        var response = send(GatewayRequest.post(path, Map.of("email", email, "role", role.word())));
        if (response.status() == 201) {
            return InvitationResult.Invited.of(response.document());
        }
        return switch (response.problem()) {
            case ROLE_TOO_LOW -> new Refusal.RoleTooLow();
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw response.unexpected();
        };
    }

    /** Accepts an invitation on behalf of the user of the session; repeating it is harmless. */
    public JoiningResult join(String invitationId) {
        var response = send(GatewayRequest.post(path(invitationId) + "/join"));
        if (response.status() == 200) {
            return new JoiningResult.Joined(Member.of(response.document()));
        }
        return switch (response.problem()) {
            case MEMBER_NOT_FOUND -> new Refusal.UnknownMember();
            case ALREADY_A_MEMBER -> new JoiningResult.AlreadyAMember();
            default -> throw response.unexpected();
        };
    }

    /** Removes a member, or withdraws an invitation; anybody but the owner may remove themselves. */
    public RemovalResult remove(String memberId) {
        var response = send(GatewayRequest.delete(path(memberId)));
        if (response.status() == 204) {
            return new RemovalResult.Removed();
        }
        return switch (response.problem()) {
            case OWNER_STAYS -> new RemovalResult.OwnerStays();
            case ROLE_TOO_LOW -> new Refusal.RoleTooLow();
            case MEMBER_NOT_FOUND -> new Refusal.UnknownMember();
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw response.unexpected();
        };
    }

    private GatewayResponse send(GatewayRequest call) {
        return gateway.send(call.withToken(session.accessToken()));
    }

    private String path(String memberId) {
        return path + "/" + GatewayRequest.encoded(memberId);
    }
}
