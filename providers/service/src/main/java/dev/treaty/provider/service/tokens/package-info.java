/**
 * Checks access tokens, the same way in every service: {@link dev.treaty.provider.service.tokens.AccessTokenVerifier} says whose a token is,
 * {@link dev.treaty.provider.service.tokens.KeySetCache} keeps the keys that auth-service publishes.
 */
@NullMarked
package dev.treaty.provider.service.tokens;

import org.jspecify.annotations.NullMarked;
