package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.JsonDocument;

/** The result of inviting somebody to a workspace. */
public sealed interface InvitationResult
        permits InvitationResult.Invited, Refusal.RoleTooLow, Refusal.NotAMember, Refusal.UnknownWorkspace {

    /**
     * The invitation was sent.
     *
     * @param id opaque, e.g. {@code "inv_42"}
     * @param email the recipient
     * @param role the recipient's role once they accept
     */
    record Invited(String id, String email, Role role) implements InvitationResult {

        static Invited of(JsonDocument member) {
            return new Invited(member.text("id"), member.text("email"), Role.in(member));
        }
    }
}
