package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.AccessToken;

/**
 * Somebody whose access token is genuine and good.
 *
 * @param id the token's {@code sub}, e.g. {@code usr_42}
 * @param email what they sign in with
 * @param name what others see
 * @param token passed on to services, which decide by it what its bearer may do
 */
record SignedIn(String id, String email, String name, AccessToken token) {}
