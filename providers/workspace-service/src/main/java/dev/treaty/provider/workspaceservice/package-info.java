/**
 * The reference workspace-service: workspaces, who belongs to them and what they may do there, and the news of each change.
 *
 * <p>{@code WorkspaceServiceVerificationTest} holds it to {@code pacts/*-workspace-service.json}.
 */
@NullMarked
package dev.treaty.provider.workspaceservice;

import org.jspecify.annotations.NullMarked;
