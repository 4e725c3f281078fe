/**
 * What the gateway needs from auth-service: {@link dev.treaty.consumer.apigateway.auth.AuthService} is the entry point.
 *
 * <p>The tests record it into {@code pacts/api-gateway-auth-service.json}.
 */
@NullMarked
package dev.treaty.consumer.apigateway.auth;

import org.jspecify.annotations.NullMarked;
