package dev.treaty.consumer.apigateway.workspaces;

/**
 * A workspace, and what to send in {@code If-Match} to change exactly this version of it.
 *
 * @param version as in the response's {@code ETag}
 */
public record VersionedWorkspace(Workspace workspace, EntityTag version) {}
