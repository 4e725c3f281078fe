package dev.treaty.provider.service.tokens;

/** A token that is not accepted. The only reason it gives is that the token has expired; others would help an attacker. */
public final class InvalidToken extends Exception {

    private final boolean expired;

    /** @param expired whether the token was valid once */
    public InvalidToken(boolean expired) {
        super("the access token is not valid", null, false, false);
        this.expired = expired;
    }

    /** Whether the token was valid once. */
    public boolean isExpired() {
        return expired;
    }
}
