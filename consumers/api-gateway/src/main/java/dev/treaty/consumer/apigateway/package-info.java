/**
 * What the API gateway needs from its auth and workspace services: {@link dev.treaty.consumer.apigateway.auth.AuthService} and
 * {@link dev.treaty.consumer.apigateway.workspaces.WorkspaceService}, which the running gateway calls them through.
 *
 * <p>The tests record it into {@code pacts/api-gateway-auth-service.json} and {@code pacts/api-gateway-workspace-service.json}.
 */
@NullMarked
package dev.treaty.consumer.apigateway;

import org.jspecify.annotations.NullMarked;
