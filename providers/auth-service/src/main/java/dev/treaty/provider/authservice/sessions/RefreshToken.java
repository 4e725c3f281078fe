package dev.treaty.provider.authservice.sessions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Base64;

/** Continues a session once; opaque, and shown only to the person it is for. */
public record RefreshToken(@JsonValue String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A string in JSON. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefreshToken {}

    /** A new token of 256 random bits. */
    public static RefreshToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored instead of the token. It needs neither salt nor a slow function, because the token cannot be guessed. */
    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
