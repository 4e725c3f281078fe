package dev.treaty.provider.authservice.keys;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;

/** A signed JWT, as it is sent in an {@code Authorization} field; shown only to the person it is for. */
public record AccessToken(@JsonValue String text) {

    /** How long a token is valid, and so how long a person who has lost access keeps it. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** How far the clocks of two machines may be apart. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    @Override
    public String toString() {
        return "AccessToken";
    }
}
