package dev.treaty.consumer.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

/** Values that an example may have and that are the same in every recording: the clock stands still, in UTC. */
public final class Examples {

    /** When every recording happens. */
    public static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    /** A clock that always says {@link #NOW}, in UTC; give it to a client that asks for the time. */
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** What a signed token (JWT, RFC 7519) looks like; for a regex matcher. */
    public static final String JWT_REGEX = "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+";

    private Examples() {}

    /**
     * A token that looks signed and is not: its key id, {@code test-key-1}, tells the lint of the contracts that it is no
     * secret.
     *
     * <p>It is good until a quarter of an hour after {@link #NOW}.
     *
     * @param subject whom the token speaks of, e.g. {@code "user-1"}
     */
    public static String jwt(String subject) {
        return jwt(subject, NOW.plusSeconds(900));
    }

    /** A token as {@link #jwt(String)} gives, but one that ran out an hour before {@link #NOW}. */
    public static String expiredJwt(String subject) {
        return jwt(subject, NOW.minusSeconds(3600));
    }

    private static String jwt(String subject, Instant expiry) {
        return base64("{\"alg\":\"RS256\",\"kid\":\"test-key-1\",\"typ\":\"JWT\"}")
                + "."
                + base64("{\"sub\":\"%s\",\"exp\":%d}".formatted(subject, expiry.getEpochSecond()))
                + "."
                + base64("not a real signature");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
