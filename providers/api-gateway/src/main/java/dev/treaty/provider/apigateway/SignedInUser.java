package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.AccessToken;

/**
 * A person whose access token is valid.
 *
 * @param id the token's {@code sub}, e.g. {@code usr_42}
 * @param email the address they sign in with
 * @param name what they want to be called
 * @param token passed on to the services, which decide by it what the person may do
 */
record SignedInUser(String id, String email, String name, AccessToken token) {}
