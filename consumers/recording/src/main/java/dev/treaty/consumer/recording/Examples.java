package dev.treaty.consumer.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

/** Example values that are the same in every recording: the clock stands still, in UTC. */
public final class Examples {

    /** The time of every recording. */
    public static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    /** A clock that always returns {@link #NOW}, in UTC, for clients that need the time. */
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** The format of a signed token (JWT, RFC 7519), for a regex matcher. */
    public static final String JWT_REGEX = "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+";

    private Examples() {}

    /**
     * A token that looks signed and is not: its key id, {@code test-key-1}, shows the contract lint that it is not a
     * secret.
     *
     * <p>It is valid until a quarter of an hour after {@link #NOW}.
     *
     * @param subject the user whom the token identifies, e.g. {@code "user-1"}
     */
    public static String jwt(String subject) {
        return jwt(subject, NOW.plusSeconds(900));
    }

    /** A token like that of {@link #jwt(String)}, but one that expired an hour before {@link #NOW}. */
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
