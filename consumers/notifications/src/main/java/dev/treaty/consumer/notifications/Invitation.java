package dev.treaty.consumer.notifications;

/**
 * What a person is asked into.
 *
 * @param workspaceId opaque, e.g. {@code ws_42}
 * @param workspaceName as its owner wrote it, any text
 * @param email of who is asked
 * @param role what the person will be there, e.g. {@code editor}; a text, because it is only shown, so a role that is added
 *     needs no new notifications
 * @param invitedBy the id of the {@link Person} who asks
 */
public record Invitation(String workspaceId, String workspaceName, EmailAddress email, String role, String invitedBy) {}
