package dev.treaty.provider.authservice.sessions;

import dev.treaty.provider.authservice.keys.AccessToken;

/**
 * The tokens of a session (RFC 6749, section 5.1).
 *
 * @param accessToken identifies the caller
 * @param refreshToken continues the session, once
 * @param tokenType always {@code "Bearer"}
 * @param expiresIn seconds until the access token expires
 */
public record SessionTokens(AccessToken accessToken, RefreshToken refreshToken, String tokenType, long expiresIn) {

    /** The usual kind of tokens: bearer tokens. */
    public SessionTokens(AccessToken accessToken, RefreshToken refreshToken) {
        this(accessToken, refreshToken, "Bearer", AccessToken.LIFETIME.toSeconds());
    }
}
