/**
 * What the web application needs from the API gateway, and nothing more: accounts and their sessions, and workspaces.
 *
 * <p>What is expected comes back as a sealed answer ({@link dev.treaty.consumer.webapp.SignInResult}); what may happen to any
 * call is thrown as a {@link dev.treaty.consumer.webapp.connection.GatewayFailure}. The tests named {@code …PactTest} record it into
 * {@code pacts/web-app-api-gateway.json}.
 */
@NullMarked
package dev.treaty.consumer.webapp;

import org.jspecify.annotations.NullMarked;
