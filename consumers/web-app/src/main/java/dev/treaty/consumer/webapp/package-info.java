/**
 * What the web application needs from the API gateway, and nothing more: accounts and their sessions, and workspaces.
 *
 * <p>Expected outcomes are returned as a sealed result ({@link dev.treaty.consumer.webapp.SignInResult}); failures of any
 * call are thrown as a {@link dev.treaty.consumer.webapp.connection.GatewayFailure}. The tests named {@code …PactTest} record it into
 * {@code pacts/web-app-api-gateway.json}.
 */
@NullMarked
package dev.treaty.consumer.webapp;

import org.jspecify.annotations.NullMarked;
