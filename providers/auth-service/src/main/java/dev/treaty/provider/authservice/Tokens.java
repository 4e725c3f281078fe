package dev.treaty.provider.authservice;

/**
 * What a person who is signed in is given (RFC 6749, section 5.1).
 *
 * @param accessToken shows who calls
 * @param refreshToken continues the session, once
 * @param tokenType always {@code "Bearer"}
 * @param expiresIn seconds until the access token expires
 */
record Tokens(AccessToken accessToken, RefreshToken refreshToken, String tokenType, long expiresIn) {

    Tokens(AccessToken accessToken, RefreshToken refreshToken) {
        this(accessToken, refreshToken, "Bearer", AccessTokens.LIFETIME.toSeconds());
    }
}
