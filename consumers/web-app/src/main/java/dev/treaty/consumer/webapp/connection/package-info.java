/**
 * How the web application calls the gateway: one request and its response, JSON, and what can go wrong with any call
 * ({@link dev.treaty.consumer.webapp.connection.GatewayFailure}).
 */
@NullMarked
package dev.treaty.consumer.webapp.connection;

import org.jspecify.annotations.NullMarked;
