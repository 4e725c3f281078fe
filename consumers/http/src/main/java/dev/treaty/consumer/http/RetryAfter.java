package dev.treaty.consumer.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a server that refused a call for now wants to be called again, at the earliest.
 *
 * <p>Vendors say so in different ways; what cannot be read is empty, so that a client falls back to a pause of its own.
 */
public record RetryAfter(Instant notBefore) {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,9})?");

    /**
     * Reads a number of seconds from now on, with or without a fraction: {@code "1"}, {@code "0.40235"}. RFC 9110, section 10.2.3 has no
     * fraction, but some vendors do.
     */
    public static Optional<RetryAfter> seconds(String value, Instant now) {
        return duration(value).map(now::plus).map(RetryAfter::new);
    }

    /** Reads a time in seconds since 1970-01-01T00:00:00Z: {@code "1768469400"}. */
    public static Optional<RetryAfter> unixSeconds(String value) {
        return duration(value).map(Instant.EPOCH::plus).map(RetryAfter::new);
    }

    /** A fixed pause from now on, as a vendor's documentation says. */
    public static RetryAfter pause(Duration pause, Instant now) {
        return new RetryAfter(now.plus(pause));
    }

    /** How long it still is until then; never negative. */
    public Duration remaining(Instant now) {
        return now.isBefore(notBefore) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    private static Optional<Duration> duration(String value) {
        if (!SECONDS.matcher(value).matches()) {
            return Optional.empty();
        }
        var seconds = new BigDecimal(value);
        var whole = seconds.longValue();
        var nanoseconds = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9);
        return Optional.of(Duration.ofSeconds(whole, nanoseconds.longValueExact()));
    }
}
