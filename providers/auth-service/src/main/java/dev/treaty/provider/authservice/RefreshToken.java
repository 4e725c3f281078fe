package dev.treaty.provider.authservice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Base64;

/** What a session is continued with, once; opaque, and never shown but to whom it is for. */
record RefreshToken(@JsonValue String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** One text in JSON. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    RefreshToken {}

    /** A new one, of 256 random bits, which nobody guesses. */
    static RefreshToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored instead of it. No salt and no slow function: there is nothing to guess. */
    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
