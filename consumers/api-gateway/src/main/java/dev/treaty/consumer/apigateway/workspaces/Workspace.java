package dev.treaty.consumer.apigateway.workspaces;

import java.time.Instant;

/**
 * A workspace as one of its members sees it.
 *
 * @param role the caller's: {@code owner}, {@code editor} or {@code viewer}; a string, because the gateway passes it on and
 *     decides nothing by it, so a new role does not require a new gateway
 * @param createdAt in whole seconds
 */
public record Workspace(WorkspaceId id, String name, String role, Instant createdAt) {}
