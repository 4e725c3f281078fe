/**
 * The gateway: all that the outside reaches of the platform. It knows who calls, how often they may, and which service
 * answers; what the services decide, it passes on.
 *
 * <p>The way of one request: {@link dev.treaty.provider.apigateway.Gate} lets it in, {@link
 * dev.treaty.provider.apigateway.AccountRoutes} or {@link dev.treaty.provider.apigateway.WorkspaceRoutes} read it, {@link
 * dev.treaty.provider.apigateway.Circuit} sends it on through the client that recorded the gateway's own contracts, {@link
 * dev.treaty.provider.apigateway.Replies} gives back what came of it.
 */
@NullMarked
package dev.treaty.provider.apigateway;

import org.jspecify.annotations.NullMarked;
