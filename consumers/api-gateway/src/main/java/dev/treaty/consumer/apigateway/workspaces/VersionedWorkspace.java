package dev.treaty.consumer.apigateway.workspaces;

/**
 * A workspace, and what to say in {@code If-Match} to change just this version of it.
 *
 * @param version as in the answer's {@code ETag}
 */
public record VersionedWorkspace(Workspace workspace, EntityTag version) {}
