package dev.treaty.consumer.apigateway.auth;

import dev.treaty.consumer.apigateway.http.AccessToken;
import java.time.Duration;

/**
 * What signing in returns, and refreshing returns again.
 *
 * @param tokenType how to present the access token (RFC 6749, section 7.1): {@code Bearer}
 * @param expiresIn how long the access token is valid, in whole seconds
 */
public record Session(AccessToken accessToken, RefreshToken refreshToken, String tokenType, Duration expiresIn) {}
