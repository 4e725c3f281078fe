package dev.treaty.consumer.apigateway.workspaces;

import java.util.Optional;

/**
 * A person in a workspace, or invited to it.
 *
 * @param id e.g. {@code inv_42}, the same before and after the person has joined
 * @param email the address that was invited, or that they sign in with; empty if workspace-service does not know it
 * @param role what the person may do there: {@code owner}, {@code editor} or {@code viewer}
 * @param status {@code invited} until the person has joined, then {@code active}
 */
public record Member(MemberId id, Optional<String> email, String role, String status) {}
