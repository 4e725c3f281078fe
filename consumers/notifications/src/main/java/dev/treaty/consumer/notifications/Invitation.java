package dev.treaty.consumer.notifications;

/**
 * An invitation of a person to a workspace.
 *
 * @param workspaceId opaque, e.g. {@code ws_42}
 * @param workspaceName as its owner wrote it, any text
 * @param email of the invited person
 * @param role what the person will be there, e.g. {@code editor}; a string, because it is only shown, so a new role
 *     does not require a new version of notifications
 * @param invitedBy the id of the {@link Person} who invites
 */
public record Invitation(String workspaceId, String workspaceName, EmailAddress email, String role, String invitedBy) {}
