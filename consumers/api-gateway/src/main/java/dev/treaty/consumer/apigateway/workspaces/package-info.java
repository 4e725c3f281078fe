/**
 * What the gateway needs from workspace-service: {@link dev.treaty.consumer.apigateway.workspaces.WorkspaceService} is the way
 * in.
 *
 * <p>The tests record it into {@code pacts/api-gateway-workspace-service.json}.
 */
@NullMarked
package dev.treaty.consumer.apigateway.workspaces;

import org.jspecify.annotations.NullMarked;
