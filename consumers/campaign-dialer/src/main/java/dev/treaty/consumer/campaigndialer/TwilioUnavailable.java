package dev.treaty.consumer.campaigndialer;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Twilio gave no usable answer: too many requests (429), a server error (5xx), silence, or something unreadable. */
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
                        "see https://status.twilio.com, and look at what became of the request before repeating it"),
                true,
                null,
                cause);
    }

    /** Whether Twilio may have carried out the request all the same; if not, repeating it is safe. */
    public boolean maybeTaken() {
        return maybeTaken;
    }

    /** How long Twilio wants to be left alone ({@code Retry-After}), if it said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
