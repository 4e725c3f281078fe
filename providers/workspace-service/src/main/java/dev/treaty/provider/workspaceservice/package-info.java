/**
 * workspace-service keeps workspaces and the roles of their members, and publishes an event about each change.
 *
 * <p>{@code WorkspaceServiceVerificationTest} verifies it against {@code pacts/*-workspace-service.json}.
 */
@NullMarked
package dev.treaty.provider.workspaceservice;

import org.jspecify.annotations.NullMarked;
