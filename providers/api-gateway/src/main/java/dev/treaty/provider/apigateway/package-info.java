/**
 * The gateway is the only part of the platform that the outside reaches. It identifies callers, limits how often they call, and forwards their
 * requests; whatever the services decide, it passes on.
 *
 * <p>The path of a request: {@link dev.treaty.provider.apigateway.Gate} admits it, {@link
 * dev.treaty.provider.apigateway.AccountRoutes} or {@link dev.treaty.provider.apigateway.WorkspaceRoutes} read it, {@link
 * dev.treaty.provider.apigateway.downstream.ServiceCircuit} forwards it through the client that recorded the gateway's own contracts, {@link
 * dev.treaty.provider.apigateway.Responses} writes the response.
 */
@NullMarked
package dev.treaty.provider.apigateway;

import org.jspecify.annotations.NullMarked;
