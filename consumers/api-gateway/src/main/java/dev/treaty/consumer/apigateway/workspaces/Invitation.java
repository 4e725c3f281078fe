package dev.treaty.consumer.apigateway.workspaces;

/**
 * Invites a person to join a workspace.
 *
 * @param role what the person may do there: {@code editor} or {@code viewer}
 */
public record Invitation(String email, String role) {}
