package dev.treaty.consumer.campaigndialer;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Twilio sent no usable response: too many requests (429), a server error (5xx), silence, or something unreadable. */
public final class TwilioUnavailable extends TreatyException {

    private final boolean maybeTaken;
    private final transient @Nullable Duration retryAfter;

    private TwilioUnavailable(
            ErrorMessage message, boolean maybeTaken, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.maybeTaken = maybeTaken;
        this.retryAfter = retryAfter;
    }

    static TwilioUnavailable notTaken(
            String what, String where, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new TwilioUnavailable(
                new ErrorMessage(
                        what + "; the request was not carried out.",
                        where,
                        retryAfter == null ? "try again later" : "try again after " + retryAfter.toSeconds() + " s"),
                false,
                retryAfter,
                cause);
    }

    static TwilioUnavailable maybeTaken(String what, String where, @Nullable Throwable cause) {
        return new TwilioUnavailable(
                new ErrorMessage(
                        what + "; the request may have been carried out.",
                        where,
                        "see https://status.twilio.com, and check whether the request was carried out before repeating it"),
                true,
                null,
                cause);
    }

    /** Whether Twilio may have carried out the request nevertheless; if not, repeating it is safe. */
    public boolean maybeTaken() {
        return maybeTaken;
    }

    /** How long to wait before the next request ({@code Retry-After}), if Twilio sent it. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
