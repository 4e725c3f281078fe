package dev.treaty.consumer.apigateway.workspaces;

import java.time.Instant;

/**
 * A workspace, seen by one of its members.
 *
 * @param role the caller's: {@code owner}, {@code editor} or {@code viewer}; a text, because the gateway passes it on and
 *     decides nothing by it, so a role that is added needs no new gateway
 * @param createdAt in whole seconds
 */
public record Workspace(WorkspaceId id, String name, String role, Instant createdAt) {}
